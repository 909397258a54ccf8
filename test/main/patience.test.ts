import { expect, test } from 'vitest';
import { Patience } from '../../main/patience.ts';
import { problem } from '../../main/problem.ts';
import { Bell } from '../../main/saving/lane/bell.ts';
import { virtualClock } from '../virtual-clock.ts';

test('pauses grow to a limit, and start small again when it went well', () => {
  const clock = virtualClock();
  const patience = new Patience(clock, () => 0, 3000, 24_000);
  const pause = () => patience.next(null) - clock.now();
  expect([pause(), pause(), pause(), pause(), pause()]).toEqual([3000, 6000, 12_000, 24_000, 24_000]);
  patience.over();
  expect(pause()).toBe(3000);
});

test('nothing is tried before the time that the problem itself names', () => {
  const clock = virtualClock();
  const patience = new Patience(clock, () => 0.5, 2000, 300_000);
  const nextTryAtMs = clock.now() + 600_000;
  expect(patience.next(problem('too-many-requests', { nextTryAtMs }))).toBe(nextTryAtMs);
});

test('it knows how long it has gone wrong', async () => {
  const clock = virtualClock();
  const patience = new Patience(clock, () => 0, 2000, 300_000);
  expect(patience.lastingMs).toBe(0);
  patience.next(null);
  await clock.run(clock.sleep(70_000));
  expect(patience.lastingMs).toBe(70_000);
});

test('a bell wakes who sleeps, and who is about to', async () => {
  const clock = virtualClock();
  const bell = new Bell();
  const startedAtMs = clock.now();
  const woken = bell.rung(clock, null);
  bell.ring();
  await woken;
  bell.ring();
  await bell.rung(clock, 60_000);
  expect(clock.now()).toBe(startedAtMs);
  await clock.run(bell.rung(clock, 60_000));
  expect(clock.now()).toBe(startedAtMs + 60_000);
});
