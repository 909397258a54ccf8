// Shows work in hand on the taskbar or the dock, and keeps the computer awake while clips are saved.
import { type App, type BrowserWindow, powerSaveBlocker } from 'electron';
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../../preload/contract.ts';
import { type WorkShown, workShown } from './work-shown.ts';

export interface WorkFeed {
  readonly app: App;
  readonly store: StoreApi<AppState>;
  readonly window: { readonly current: BrowserWindow | null };
  readonly signal: AbortSignal;
}

/** Until `signal` aborts. */
export function showWork({ app, store, window, signal }: WorkFeed): void {
  const wake = new Wake();
  let shown = '';
  let shownIn: BrowserWindow | null = null;
  const show = () => {
    const work = workShown(store.getState());
    const text = JSON.stringify(work);
    if (text === shown && window.current === shownIn) return;
    shown = text;
    shownIn = window.current;
    showProgress(app, shownIn, work);
    wake.keep(work.staysAwake && store.getState().settings.keepAwake);
  };
  const unsubscribe = store.subscribe(show);
  app.on('browser-window-created', show);
  const stop = () => {
    unsubscribe();
    app.removeListener('browser-window-created', show);
    wake.keep(false);
  };
  signal.addEventListener('abort', stop, { once: true });
  show();
}

function showProgress(app: App, window: BrowserWindow | null, { progress, isPaused, left }: WorkShown): void {
  const mode = isPaused ? 'paused' : 'normal';
  if (window && !window.isDestroyed()) window.setProgressBar(progress ?? -1, { mode }); // less than 0 takes it away
  app.dock?.setBadge(progress === null ? '' : String(left));
}

/** The display may go dark; the computer goes on. */
class Wake {
  #blocker: number | null = null;

  keep(isAwake: boolean): void {
    if (isAwake === (this.#blocker !== null)) return;
    if (this.#blocker !== null) powerSaveBlocker.stop(this.#blocker);
    this.#blocker = isAwake ? powerSaveBlocker.start('prevent-app-suspension') : null;
  }
}
