// Whether a key press is meant for the library: not for a field, a menu, a dialog or a pressed button.
import { useEffect } from 'react';
import type { AppStore } from '../../store/app-store.ts';
import { useAppStore } from '../../store/context.tsx';

/** Fields and sliders want every key, buttons and links only those that press them. */
const wantsAllKeys =
  'input, textarea, select, [role="menu"], [role="dialog"], [role="slider"], [role="listbox"], [role="radiogroup"]';
const wantsPressKeys = 'button, a, [role="button"]';

export function isLibraryKey(event: KeyboardEvent, { getState }: AppStore): boolean {
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.defaultPrevented || target.closest(wantsAllKeys) || getState().dialog !== null) return false;
  return !((event.key === ' ' || event.key === 'Enter') && target.closest(wantsPressKeys));
}

/** Does what these keys mean to one part of the library; plain keys only, each with its own action. */
export function useLibraryKeys(actions: Readonly<Record<string, () => void>>): void {
  const store = useAppStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
      if (!action || !isLibraryKey(event, store)) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store, actions]);
}
