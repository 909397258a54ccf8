// New clips are looked for every ten minutes, sooner when asked, and soon again after a failure.
import { expect, onTestFinished, test } from 'vitest';
import { failed, succeeded } from '../../main/problem.ts';
import { RegularCheck } from '../../main/regular-check.ts';
import type { Result } from '../../preload/contract.ts';
import { virtualClock } from '../virtual-clock.ts';

/** A check that ends as the next of `outcomes` says, and well after the last; null: nobody is signed in. */
function start(...outcomes: readonly (Result<null> | null)[]) {
  const trueClock = virtualClock();
  let offMs = 0;
  const clock = { ...trueClock, now: () => trueClock.now() + offMs };
  const ending = new AbortController();
  const startMs = clock.now();
  let minutes = 10;
  const checkedAtS: number[] = [];
  const regular: RegularCheck = new RegularCheck({
    clock,
    random: () => 0,
    everyMinutes: () => minutes,
    check: async () => {
      const outcome = outcomes[checkedAtS.length];
      checkedAtS.push((trueClock.now() - startMs) / 1000);
      if (outcome !== null) regular.checked(outcome ?? succeeded(null));
    },
    signal: ending.signal,
  });
  const ended = regular.run();
  onTestFinished(async () => {
    ending.abort();
    await ended;
  });
  const choose = (chosen: number) => {
    minutes = chosen;
    regular.reconsider();
  };
  const setBack = (seconds: number) => {
    offMs = -1000 * seconds;
  };
  return {
    checkedAtS,
    choose,
    regular,
    setBack,
    wait: (seconds: number) => clock.run(clock.sleep(seconds * 1000)),
    clock,
  };
}

test('every ten minutes, and after failures sooner, with longer and longer pauses', async () => {
  const { checkedAtS, wait } = start(failed('offline'), failed('offline'));
  await wait(1300);
  expect(checkedAtS).toEqual([600, 630, 690, 1290]);
});

test('when it is asked to, but never twice in half a minute', async () => {
  const { checkedAtS, regular, wait } = start();
  await wait(20);
  regular.soon();
  await wait(20);
  regular.soon();
  await wait(5);
  regular.soon();
  await wait(600);
  expect(checkedAtS).toEqual([40, 640]);
});

test('after somebody else has checked it waits from there, and says until when', async () => {
  const { checkedAtS, regular, wait, clock } = start();
  await wait(300);
  expect(regular.checked(succeeded(null))).toBe(clock.now() + 600_000);
  await wait(500);
  expect(checkedAtS).toEqual([]);
  expect(regular.checked(failed('blink-unavailable'))).toBe(clock.now() + 30_000);
  await wait(31);
  expect(checkedAtS).toEqual([830]);
});

test('where nobody is signed in it goes on all the same', async () => {
  const { checkedAtS, wait } = start(null, null);
  await wait(1201);
  expect(checkedAtS).toEqual([600, 1200]);
});

test('at other intervals, from when they are chosen', async () => {
  const { checkedAtS, choose, wait } = start();
  choose(1);
  await wait(150);
  choose(30);
  await wait(1900);
  expect(checkedAtS).toEqual([60, 120, 180, 1980]);
});

test('also when the clock is set back a day meanwhile, and then at once when it is asked to', async () => {
  const { checkedAtS, regular, setBack, wait } = start();
  await wait(100);
  setBack(86_400);
  await wait(100);
  regular.soon();
  await wait(1250);
  expect(checkedAtS).toEqual([200, 800, 1400]);
});
