// Clips that are held: which of them have to be fetched, and which are too many for that.
import { afterEach, expect, test } from 'vitest';
import { type AppStore, createAppStore } from '../../../renderer/store/app-store.ts';
import { mostFetchedToDrag } from '../../../renderer/store/drag-actions.ts';
import { done, FakeBridge } from '../harness/fake-bridge.ts';
import { keyOf, manyClips, signedIn } from '../harness/made-up.ts';

const stores: AppStore[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

/** A main on whose disk clips stand once they were prepared. */
function hold(total: number, here: readonly number[]) {
  const onDisk = new Set(here);
  const main = new FakeBridge(signedIn, manyClips(100), {
    offerClips: ({ keys }) => ({ ok: true, value: { missing: keys.filter((key) => !onDisk.has(key)) } }),
    prepareClip({ key }) {
      if (key === 13) return { ok: false, problem: { kind: 'clip-gone' } };
      onDisk.add(key);
      return done;
    },
  });
  const store = createAppStore({ bridge: main.bridge, timeZone: 'Europe/Berlin' });
  stores.push(store);
  const told: number[] = [];
  const keys = Array.from({ length: total }, (_, index) => keyOf(index + 1));
  const ready = store.getState().readyToDrag(keys, (missing) => told.push(missing));
  return { main, store, told, ready };
}

test('clips on disk can be dragged at once', async () => {
  const { main, told, ready } = hold(3, [1, 2, 3]);
  expect(await ready).toBe(true);
  expect(told).toEqual([]);
  expect(main.asked('prepareClip')).toEqual([]);
});

test('those that are not are fetched first, and their number is told', async () => {
  const { main, told, ready } = hold(3, [2]);
  expect(await ready).toBe(true);
  expect(told).toEqual([2]);
  expect(main.asked('prepareClip')).toEqual([{ key: 1 }, { key: 3 }]);
});

test('one that cannot be had stops the drag, and is told', async () => {
  const { store, ready } = hold(13, []);
  expect(await ready).toBe(false);
  expect(store.getState().commandProblem).toEqual({ kind: 'clip-gone' });
});

test('a whole drive is not fetched for a drag', async () => {
  const { main, told, ready } = hold(mostFetchedToDrag + 1, []);
  expect(await ready).toBe(false);
  expect(told).toEqual([mostFetchedToDrag + 1]);
  expect(main.asked('prepareClip')).toEqual([]);
});
