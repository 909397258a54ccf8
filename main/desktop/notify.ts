// Notices what is worth telling: jobs that end, problems that only the person can solve, clips that are new.
import type { StoreApi } from 'zustand/vanilla';
import { type AppState, ClipFlag, type ClipKey, type ClipsPatch, type SyncModule } from '../../preload/contract.ts';
import type { Messages } from '../../renderer/messages/index.ts';
import type { Clock } from '../clock.ts';
import { isWithin } from '../day-hours.ts';
import type { Library } from '../library/index.ts';
import { type FreshClip, type Note, nearlyFull, nearlyFullNote, newClipNotes, notificationsFor } from './notes.ts';
import type { Notifier } from './notifier.ts';

export interface Noticing {
  readonly store: StoreApi<AppState>;
  readonly library: Pick<Library, 'clips' | 'row' | 'onPatch' | 'onReset'>;
  readonly words: Messages;
  readonly clock: Clock;
  /** Whether the person looks at the window, which then says it all. */
  readonly isInFront: () => boolean;
  readonly notifier: Pick<Notifier, 'show' | 'close'>;
  /** Everything that is told stands in the window's own list as well, also where the desktop is left in peace. */
  readonly list: (note: Note) => void;
  /** Modules whose drive was told to be nearly full: once, and not with every start. */
  readonly nearlyFullTold: () => readonly number[];
  readonly rememberNearlyFull: (moduleIds: readonly number[]) => void;
  readonly signal: AbortSignal;
}

/** New clips are gathered for so long, so that many in a minute make one notification. */
const gatherMs = 60_000;

/** Until `signal` aborts. */
export function notifyOf(noticing: Noticing): void {
  const { store, library, words, clock, isInFront, notifier, list, signal } = noticing;
  let newestKey = highest(library.clips().columns.key);
  let fresh: readonly FreshClip[] = [];

  function tell(note: Note): void {
    const wanted = store.getState().settings.notifications;
    list(note);
    if (note.of === 'clips' && !wanted.newClips) return;
    if (note.of === 'job' && !wanted.jobs) return;
    const isQuiet = wanted.quiet !== null && isWithin(wanted.quiet, clock.now());
    if (!isInFront() && !isQuiet) void notifier.show(note);
  }

  async function gather(found: readonly FreshClip[]): Promise<void> {
    const isFirst = fresh.length === 0;
    fresh = [...fresh, ...found];
    if (!isFirst || found.length === 0) return;
    await clock.sleep(clock.span(gatherMs), signal).catch(() => undefined);
    const notes = newClipNotes(fresh, words);
    fresh = [];
    if (!signal.aborted) for (const note of notes) tell(note);
  }

  function tellNearlyFull(state: AppState): void {
    const told = noticing.nearlyFullTold();
    const full = nearlyFull(state);
    for (const module of full) if (!told.includes(module.id)) tell(nearlyFullNote(module, words, clock.now()));
    const hasRoom = ({ driveUsedPercent }: SyncModule) =>
      driveUsedPercent !== null && driveUsedPercent <= state.settings.driveFullerThan;
    const over = state.systems.flatMap(({ modules }) => modules.filter(hasRoom).map(({ id }) => id as number)); // kept as plain numbers
    const next = [...new Set([...told, ...full.map(({ id }) => id)])].filter((id) => !over.includes(id));
    if (next.join() !== told.join()) noticing.rememberNearlyFull(next);
  }

  const subscriptions = [
    store.subscribe((after, before) => {
      if (after.systems !== before.systems || after.settings !== before.settings) tellNearlyFull(after);
      const { show, over } = notificationsFor(before, after, words);
      for (const id of over) notifier.close(id);
      for (const note of show) tell(note);
    }),
    library.onPatch((patch) => {
      const found = newClips(patch, newestKey, library, store.getState());
      newestKey = Math.max(newestKey, highest(patch.rows.key));
      void gather(found);
    }),
    library.onReset(() => {
      newestKey = highest(library.clips().columns.key);
      fresh = [];
    }),
  ];
  const stop = () => {
    for (const unsubscribe of subscriptions) unsubscribe();
  };
  signal.addEventListener('abort', stop, { once: true });
}

const highest = (keys: Uint32Array) => keys.reduce((most, key) => Math.max(most, key), 0);

/** Keys only grow. All clips of a module whose list was never read before are new, and none of them is news. */
function newClips(
  { rows }: ClipsPatch,
  newestKey: number,
  library: Noticing['library'],
  { systems, settings }: AppState,
): readonly FreshClip[] {
  const found: FreshClip[] = [];
  for (const [place, key] of rows.key.entries()) {
    if (key <= newestKey || ((rows.flags[place] ?? 0) & ClipFlag.onDrive) === 0) continue;
    const row = library.row(key as ClipKey); // columns hold plain numbers
    if (!row || settings.notifications.muted.includes(row.cameraName)) continue;
    const system = systems.find(({ modules }) => modules.some(({ id }) => id === row.moduleId));
    const module = system?.modules.find(({ id }) => id === row.moduleId);
    if (!system || !module || module.listedAtMs === null) continue;
    found.push({ moduleId: row.moduleId, systemName: system.name, cameraName: row.cameraName });
  }
  return found;
}
