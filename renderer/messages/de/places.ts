// The places of a clip and the states it passes through, in German.
import type { Place } from '../../../preload/contract.ts';
import type { Messages } from '../index.ts';
import { formats } from './formats.ts';

const names: Readonly<Record<Place, string>> = {
  saved: 'Gespeichert',
  'only-here': 'Nur hier',
  cached: 'Im Cache',
  'on-drive': 'Auf Laufwerk',
  'removed-by-you': 'Entfernt',
  gone: 'Weg',
};

export const places: Messages['places'] = {
  name: (place) => names[place],
  excluded: 'Ausgelassen',
  waiting: 'Wartet',
  fetching: 'Wird geholt',
  /** Its mark says already that it is saved now; there is no room for both. */
  saving: (part) => (part === null ? 'Speichert' : `Bei ${formats.percent(part)}`),

  sentence(place, moduleName) {
    switch (place) {
      case 'saved':
        return 'Gespeichert und noch auf dem Laufwerk';
      case 'only-here':
        return 'Nur hier: nicht mehr auf dem Laufwerk';
      case 'cached':
        return 'Zum Abspielen geholt, nicht gespeichert';
      case 'on-drive':
        return `Auf dem Laufwerk in ${moduleName}`;
      case 'removed-by-you':
        return 'Selbst entfernt';
      case 'gone':
        return 'Nicht mehr auf dem Laufwerk';
    }
  },
};
