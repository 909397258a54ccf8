// New clips are looked for every ten minutes, sooner when asked, and soon again after a failure.
import { expect, test } from 'vitest';
import { checkRegularly } from '../../main/check-regularly.ts';
import { failed, succeeded } from '../../main/problem.ts';
import { virtualClock } from '../virtual-clock.ts';

test('every ten minutes, a minute after a failure, and when asked, but never twice a minute', async () => {
  const clock = virtualClock();
  const ending = new AbortController();
  const startMs = clock.now();
  const checkedAtS: number[] = [];
  const checkSoon = checkRegularly({
    clock,
    check: async () => {
      checkedAtS.push((clock.now() - startMs) / 1000);
      return checkedAtS.length === 1 ? failed('offline') : succeeded(null);
    },
    signal: ending.signal,
  });
  await clock.run(clock.sleep(690_000));
  expect(checkedAtS).toEqual([600, 660]);
  checkSoon();
  await clock.run(clock.sleep(100_000));
  expect(checkedAtS).toEqual([600, 660]);
  checkSoon();
  await clock.run(clock.sleep(1_000));
  expect(checkedAtS).toEqual([600, 660, 790]);
  ending.abort();
});
