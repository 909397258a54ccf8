// What was just done, told for a moment, with its way back where there is one.
import type { AppModel, GetModel, SetModel } from './app-model.ts';

/** What was done; `messages` has the words. */
export type Deed =
  /** Clips were to be saved into a folder that has them all, or will. */
  | { readonly kind: 'saved-there' }
  | { readonly kind: 'copied'; readonly fileName: string }
  | { readonly kind: 'starred' | 'seen' | 'excluded'; readonly count: number; readonly on: boolean };

export interface Toast {
  /** Counts up, so that the same words told twice are two toasts. */
  readonly id: number;
  readonly deed: Deed;
  /** Null: there is nothing to take back. */
  readonly undo: (() => void) | null;
}

export function toastActions(set: SetModel, get: GetModel): Pick<AppModel, 'toast' | 'undo' | 'dismissToast'> {
  let last = 0;
  return {
    toast: (deed, undo = null) => set({ shownToast: { id: ++last, deed, undo } }),
    undo() {
      const { shownToast } = get();
      if (!shownToast?.undo) return;
      set({ shownToast: null });
      shownToast.undo();
    },
    dismissToast: () => set({ shownToast: null }),
  };
}
