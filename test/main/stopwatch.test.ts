import { expect, test } from 'vitest';
import { stopwatch } from '../../main/stopwatch.ts';

test('what has passed is kept when the clock is set back', () => {
  let nowMs = 5000;
  const passedMs = stopwatch({ now: () => nowMs }, nowMs);
  nowMs = 8000;
  expect(passedMs()).toBe(3000);
  nowMs = 1000;
  expect(passedMs()).toBe(3000);
  nowMs = 2000;
  expect(passedMs()).toBe(4000);
});
