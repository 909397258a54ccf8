import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { publish } from '../../../main/ipc/publish.ts';
import type { AppState, ClipsPatch } from '../../../preload/contract.ts';
import { signedIn } from '../../renderer/harness/made-up.ts';
import { virtualClock } from '../../virtual-clock.ts';

const atStart: AppState = {
  session: { kind: 'opening' },
  systems: [],
  lanes: [],
  jobs: [],
  pause: null,
  deletion: null,
  failed: [],
  folder: { kind: 'none' },
  renaming: null,
  import: null,
  firstRun: null,
  settings: signedIn.settings,
  notices: [],
  told: [],
  checking: false,
  readOnly: false,
  versions: { app: '0.1.0', electron: '45' },
};

function published() {
  const clock = virtualClock();
  const state = createStore<AppState>(() => atStart);
  const told: (readonly [string, unknown])[] = [];
  const patchListeners = new Set<(patch: ClipsPatch) => void>();
  const resetListeners = new Set<() => void>();
  const listen =
    <Listener>(listeners: Set<Listener>) =>
    (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    };
  const publisher = publish({
    clock,
    state,
    clips: { onPatch: listen(patchListeners), onReset: listen(resetListeners) },
    tell: (name, value) => void told.push([name, value]),
  });
  return { clock, state, told, publisher, patchListeners, resetListeners };
}

test('a change is told at once, with what changed and nothing else', () => {
  const { state, told, publisher } = published();
  state.setState({ checking: true });
  expect(told).toEqual([['statePatch', { seq: 1, changes: { checking: true } }]]);
  publisher.close();
});

test('what changes nothing is not told', () => {
  const { state, told, publisher } = published();
  state.setState({ checking: false });
  expect(told).toEqual([]);
  publisher.close();
});

test('many changes become ten patches a second; the last one always arrives', async () => {
  const { clock, state, told, publisher } = published();
  const busy = async () => {
    for (let i = 1; i <= 1_000; i++) {
      state.setState({ systems: [], jobs: [], checking: i % 2 === 1 });
      await clock.sleep(1);
    }
    await clock.sleep(100);
  };
  await clock.run(busy());
  expect(told).toHaveLength(11);
  expect(told.at(-1)).toEqual(['statePatch', { seq: 11, changes: { systems: [], jobs: [], checking: false } }]);
  publisher.close();
});

test('a window that starts from a snapshot and applies the patches after it has the truth', async () => {
  const { clock, state, told, publisher } = published();
  state.setState({ checking: true });
  state.setState({ readOnly: true }); // waits for the pause to be over
  const { seq, state: mirrored } = publisher.snapshot();
  expect(mirrored).toBe(state.getState());
  state.setState({ checking: false });
  await clock.run(clock.sleep(100));
  expect(told.slice(seq)).toEqual([['statePatch', { seq: seq + 1, changes: { readOnly: true, checking: false } }]]);
  publisher.close();
});

test('changes to the clips are passed on as they are', () => {
  const { told, publisher, patchListeners, resetListeners } = published();
  const rows = { key: new Uint32Array(0), camera: new Uint16Array(0), recordedAtS: new Uint32Array(0) };
  const more = { sizeKiB: new Uint32Array(0), lengthMs: new Uint32Array(0), flags: new Uint16Array(0) };
  const patch: ClipsPatch = { revision: 4, rows: { ...rows, ...more }, cameras: null };
  for (const listener of patchListeners) listener(patch);
  for (const listener of resetListeners) listener();
  expect(told).toEqual([
    ['clipsPatch', patch],
    ['clipsReset', null],
  ]);
  publisher.close();
});

test('once closed it tells nothing, listens to nothing and waits for nothing', async () => {
  const { clock, state, told, publisher, patchListeners, resetListeners } = published();
  state.setState({ checking: true });
  state.setState({ readOnly: true });
  publisher.close();
  state.setState({ readOnly: false });
  await clock.run(clock.sleep(1_000));
  expect(told).toHaveLength(1);
  expect([patchListeners.size, resetListeners.size]).toEqual([0, 0]);
});
