// When the tray learns what has changed.
import { expect, onTestFinished, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { keepTrayTrue } from '../../../main/desktop/tray-feed.ts';
import type { TrayModel } from '../../../main/desktop/tray-model.ts';
import type { AppState } from '../../../preload/contract.ts';
import { messagesFor } from '../../../renderer/messages/index.ts';
import { job, signedIn } from '../../renderer/harness/made-up.ts';
import { virtualClock } from '../../virtual-clock.ts';

function tray() {
  const clock = virtualClock();
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const store = createStore<AppState>(() => signedIn);
  const shown: TrayModel[] = [];
  keepTrayTrue({
    store,
    library: { newest: () => [], onPatch: () => () => {}, onReset: () => () => {} },
    words: messagesFor('en'),
    clock,
    show: (model) => shown.push(model),
    signal: ending.signal,
  });
  return { clock, store, shown, ending, wait: (ms: number) => clock.run(clock.sleep(ms)) };
}

test('what changes is in the tray within a second', async () => {
  const { store, shown, wait } = tray();
  store.setState({ pause: { untilMs: null } });
  await wait(999);
  expect(shown.map(({ shape }) => shape)).toEqual(['idle', 'paused']);
});

test('a job that tells of every clip makes no more than two menus a second, and the last one is true', async () => {
  const { store, shown, wait } = tray();
  for (let saved = 0; saved < 40; saved++) {
    store.setState({ jobs: [{ ...job, saved }] });
    await wait(50);
  }
  await wait(1000);
  expect(shown.length).toBeLessThanOrEqual(6);
  expect(shown.at(-1)?.tooltip).toContain('39 of 80');
});

test('when the app ends nothing is shown any more', async () => {
  const { store, shown, ending, wait } = tray();
  store.setState({ pause: { untilMs: null } });
  ending.abort();
  await wait(2000);
  expect(shown).toHaveLength(1);
});
