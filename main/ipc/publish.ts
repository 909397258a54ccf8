// Tells every window what changed: the small state as numbered patches, the clips as the library sends them.
import type { StoreApi } from 'zustand/vanilla';
import type { AppState, EventName, Events, StateSnapshot } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { Library } from '../library/index.ts';

export interface Publishing {
  readonly clock: Clock;
  readonly state: StoreApi<AppState>;
  readonly clips: Pick<Library, 'onPatch' | 'onReset'>;
  /** Sends to all windows that are open. */
  readonly tell: <Name extends EventName>(name: Name, value: Events[Name]) => void;
}

export interface Publisher {
  /** What a window starts from; the patch after it has the next number. */
  snapshot(): StateSnapshot;
  close(): void;
}

/** A first change is told at once; while more follow, ten patches a second are enough for any eye. */
const pauseMs = 100;

export function publish({ clock, state, clips, tell }: Publishing): Publisher {
  const ended = new AbortController();
  let seq = 0;
  let changes: Partial<AppState> = {};
  let pausing = false;

  function tellChanges(): void {
    if (pausing || Object.keys(changes).length === 0) return;
    tell('statePatch', { seq: ++seq, changes });
    changes = {};
    pausing = true;
    clock.sleep(clock.span(pauseMs), ended.signal).then(
      () => {
        pausing = false;
        tellChanges();
      },
      () => {}, // closed
    );
  }

  const unsubscribe = [
    state.subscribe((after, before) => {
      changes = { ...changes, ...changedKeys(before, after) };
      tellChanges();
    }),
    clips.onPatch((patch) => tell('clipsPatch', patch)),
    clips.onReset(() => tell('clipsReset', null)),
  ];

  return {
    snapshot: () => ({ seq, state: state.getState() }),
    close() {
      ended.abort();
      for (const stop of unsubscribe) stop();
    },
  };
}

function changedKeys(before: AppState, after: AppState): Partial<AppState> {
  const keys = Object.keys(after) as (keyof AppState)[]; // Object.keys forgets the names' type
  return Object.fromEntries(keys.filter((key) => after[key] !== before[key]).map((key) => [key, after[key]]));
}
