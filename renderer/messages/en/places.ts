// The places of a clip and the states it passes through, in English.
import type { Place } from '../../../preload/contract.ts';
import { formats } from './formats.ts';

const names: Readonly<Record<Place, string>> = {
  saved: 'Saved',
  'only-here': 'Only here',
  cached: 'Cached',
  'on-drive': 'On drive',
  'removed-by-you': 'Removed by you',
  gone: 'Gone',
};

export const places = {
  name: (place: Place) => names[place],
  /** On the drive or cached, and left out of what saves many. */
  excluded: 'Left out',
  waiting: 'Waiting',
  fetching: 'Fetching',
  /** `part` is 0–1. */
  saving: (part: number | null) => (part === null ? 'Saving' : `Saving ${formats.percent(part)}`),

  /** A sentence for the player, where there is room. */
  sentence(place: Place, moduleName: string): string {
    switch (place) {
      case 'saved':
        return 'Saved, and still on the drive';
      case 'only-here':
        return 'Only here: it has left the drive';
      case 'cached':
        return 'Fetched for playing, not saved';
      case 'on-drive':
        return `On the drive in ${moduleName}`;
      case 'removed-by-you':
        return 'Removed by you';
      case 'gone':
        return 'No longer on the drive';
    }
  },
};
