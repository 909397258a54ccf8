import { expect, test } from 'vitest';
import { limitPassed } from '../../../main/blink/limit-passed.ts';
import type { Clock } from '../../../main/clock.ts';

/** A clock whose timers come as late as is said, one after the other. */
function clockWith(lateMs: readonly number[]): Clock & { waitedMs: number } {
  let turn = 0;
  const clock = {
    waitedMs: 0,
    now: () => clock.waitedMs,
    span: (ms: number) => ms / 2,
    busy: <Value>(work: Promise<Value>) => work,
    async sleep(ms: number, signal?: AbortSignal) {
      signal?.throwIfAborted();
      clock.waitedMs += ms + (lateMs[turn++] ?? 0);
    },
  };
  return clock;
}

test('a limit passes in its time', async () => {
  const clock = clockWith([3]);
  await limitPassed(clock, 20_000, new AbortController().signal);
  expect(clock.waitedMs).toBe(10_003);
});

test('while the app stood still, in a drag or asleep, nobody could answer: the limit begins again', async () => {
  const clock = clockWith([45_000, 2_000, 0]);
  await limitPassed(clock, 20_000, new AbortController().signal);
  expect(clock.waitedMs).toBe(77_000);
});

test('whoever has the answer ends the wait', async () => {
  const over = new AbortController();
  over.abort(new Error('answered'));
  await expect(limitPassed(clockWith([]), 20_000, over.signal)).rejects.toThrow('answered');
});
