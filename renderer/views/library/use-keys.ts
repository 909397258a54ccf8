// The keys of the library; they act only while no field, menu or dialog has the focus.
import { useEffect } from 'react';
import { useAppStore } from '../../store/context.tsx';
import { keyAction, type Standing } from './key-action.ts';
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
      const action = keyAction(event, standing());
      if (!action) return;
      event.preventDefault();
      action(store.getState());
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store]);
}

/** How the list stands now, for the keys that go by lines and pages. */
function standing(): Standing {
  const list = document.querySelector<HTMLElement>('.clip-list');
  const clip = list?.querySelector('[data-clip]');
  const lines = list && clip ? Math.max(1, Math.floor(list.clientHeight / clip.clientHeight) - 1) : 1;
  return { columns: Number(list?.dataset.columns ?? 1), lines };
}
