// The keys of the library; they act only while no field, menu or dialog has the focus.
import { useEffect } from 'react';
import { useAppStore } from '../../store/context.tsx';
import { keyAction } from './key-action.ts';
import { isLibraryKey } from './library-key.ts';
import { focusNextRegion } from './regions.ts';

export function useKeys(): void {
  const store = useAppStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'F6' && store.getState().dialog === null) {
        event.preventDefault();
        focusNextRegion(event.shiftKey ? -1 : 1);
        return;
      }
      if (!isLibraryKey(event, store)) return;
      if (store.getState().page !== 'library' && !(event.ctrlKey || event.metaKey)) return; // no list to move in
      const action = keyAction(event, pageOf());
      if (!action) return;
      event.preventDefault();
      action(store.getState());
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store]);
}

/** Rows that fit into the list, for PgUp and PgDn. */
function pageOf(): number {
  const list = document.querySelector('.clip-list');
  const row = document.querySelector('.clip-row');
  return list && row ? Math.max(1, Math.floor(list.clientHeight / row.clientHeight) - 1) : 1;
}
