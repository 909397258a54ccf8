// How much room there is, in CSS pixels, so that zoom and window size are one thing.
import { useSyncExternalStore } from 'react';

/** `wide` from 980: all parts; `medium` from 760: a rail and a narrow player; `small`: the player lies over the list. */
export type Layout = 'wide' | 'medium' | 'small';

const queries = () => [window.matchMedia('(min-width: 980px)'), window.matchMedia('(min-width: 760px)')] as const;

function read(): Layout {
  const [wide, medium] = queries();
  if (wide.matches) return 'wide';
  return medium.matches ? 'medium' : 'small';
}

function subscribe(changed: () => void): () => void {
  const watched = queries();
  for (const query of watched) query.addEventListener('change', changed);
  return () => {
    for (const query of watched) query.removeEventListener('change', changed);
  };
}

export const useLayout = (): Layout => useSyncExternalStore(subscribe, read);
