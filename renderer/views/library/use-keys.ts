// The keys of the library; they act only while no field, menu or dialog has the focus.
import { useEffect } from 'react';
import { useAppStore } from '../../store/context.tsx';
import { keyAction } from './key-action.ts';

/** Fields and sliders want every key, buttons and links only those that press them. */
const wantsAllKeys = 'input, textarea, select, [role="menu"], [role="dialog"], [role="slider"], [role="radiogroup"]';
const wantsPressKeys = 'button, a, [role="button"]';

export function useKeys(): void {
  const store = useAppStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented || target.closest(wantsAllKeys) || store.getState().dialog !== null) return;
      if ((event.key === ' ' || event.key === 'Enter') && target.closest(wantsPressKeys)) return;
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
