// Keeps the tray true: a new model soon after anything that it shows has changed.
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../../preload/contract.ts';
import type { Messages } from '../../renderer/messages/index.ts';
import type { Clock } from '../clock.ts';
import { type ClipRow, type Library, localTimes } from '../library/index.ts';
import { type RecentClip, type TrayModel, trayModel } from './tray-model.ts';

export interface TrayFeed {
  readonly store: StoreApi<AppState>;
  readonly library: Pick<Library, 'newest' | 'onPatch' | 'onReset'>;
  readonly words: Messages;
  readonly clock: Clock;
  readonly show: (model: TrayModel) => void;
  readonly signal: AbortSignal;
}

const recentClips = 5;
/** Real time at any speed: a menu that is made anew more often could not be read. */
const pauseMs = 500;

/** Until `signal` aborts. */
export function keepTrayTrue({ store, library, words, clock, show, signal }: TrayFeed): void {
  const showNow = () => {
    const state = store.getState();
    const recent = library.newest(recentClips).map((row) => recentClip(row, state, clock.now()));
    show(trayModel(state, recent, words, clock.now()));
  };
  let waiting = false;
  async function showSoon(): Promise<void> {
    if (waiting) return;
    waiting = true;
    await clock.sleep(pauseMs, signal).catch(() => undefined);
    waiting = false;
    if (!signal.aborted) showNow();
  }
  const soon = () => void showSoon();
  const subscriptions = [store.subscribe(soon), library.onPatch(soon), library.onReset(soon)];
  const stop = () => {
    for (const unsubscribe of subscriptions) unsubscribe();
  };
  signal.addEventListener('abort', stop, { once: true });
  showNow();
}

function recentClip(row: ClipRow, { systems }: AppState, nowMs: number): RecentClip {
  const system = systems.find(({ modules }) => modules.some(({ id }) => id === row.moduleId));
  const wallMs = wallClock(system?.timeZone ?? null);
  return {
    key: row.key,
    cameraName: row.cameraName,
    flags: row.flags,
    wallMs: wallMs(row.recordedAtMs),
    nowWallMs: wallMs(nowMs),
  };
}

/** Wall-clock time of a zone, counted as if it were UTC. */
function wallClock(timeZone: string | null): (atMs: number) => number {
  const local = localTimes(timeZone);
  return (atMs) => {
    const { date, time } = local(atMs);
    return Date.parse(`${date}T${time.slice(0, 8).replaceAll('.', ':')}Z`);
  };
}
