// New clips are looked for every ten minutes, sooner when asked, and soon again after a failure.
import { expect, test } from 'vitest';
import { checkRegularly } from '../../main/check-regularly.ts';
import { failed, succeeded } from '../../main/problem.ts';
import { virtualClock } from '../virtual-clock.ts';

test('every ten minutes, half a minute and then a minute after a failure, and when asked, but never twice in half a minute', async () => {
  const clock = virtualClock();
  const ending = new AbortController();
  const startMs = clock.now();
  const checkedAtS: number[] = [];
  const checking = checkRegularly({
    clock,
    random: () => 0,
    check: async () => {
      checkedAtS.push((clock.now() - startMs) / 1000);
      return checkedAtS.length <= 2 ? failed('offline') : succeeded(null);
    },
    signal: ending.signal,
  });
  await clock.run(clock.sleep(700_000));
  expect(checkedAtS).toEqual([600, 630, 690]);
  checking.soon();
  await clock.run(clock.sleep(100_000));
  expect(checkedAtS).toEqual([600, 630, 690]);
  checking.soon();
  await clock.run(clock.sleep(1_000));
  expect(checkedAtS).toEqual([600, 630, 690, 800]);
  await clock.run(clock.sleep(600_000));
  expect(checkedAtS).toEqual([600, 630, 690, 800, 1400]);
  ending.abort();
  await checking.ended;
});

test('where nobody is signed in it waits for the next time', async () => {
  const clock = virtualClock();
  const ending = new AbortController();
  let asked = 0;
  const checking = checkRegularly({
    clock,
    random: () => 0,
    check: () => {
      asked += 1;
      return null;
    },
    signal: ending.signal,
  });
  await clock.run(clock.sleep(1_201_000));
  expect(asked).toBe(2);
  ending.abort();
  await checking.ended;
});
