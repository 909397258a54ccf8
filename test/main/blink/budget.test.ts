// The request budget: never more than the pace allows in any minute, whoever asks and whenever we start anew.
import { getEventListeners } from 'node:events';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RequestBudget } from '../../../main/blink/budget.ts';
import type { BudgetStore, StoredBudget, Urgency } from '../../../main/blink/index.ts';
import type { Pace } from '../../../preload/contract.ts';
import { busiestMinute } from '../../busiest-minute.ts';
import { virtualClock } from '../../virtual-clock.ts';
import { connected, given, memoryBudget } from './connected.ts';

const MINUTE = 60_000;

test('bulk requests at the gentle pace: never 31 in any minute, and none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 150 }), async (pauses) => {
      const clock = virtualClock();
      const budget = new RequestBudget({ clock, store: memoryBudget(), pace: () => 'gentle' });
      const sent: number[] = [];
      const story = async () => {
        const waiting: Promise<void>[] = [];
        for (const pause of pauses) {
          if (pause > 10_000) await clock.sleep(pause - 10_000);
          waiting.push(budget.admit('bulk').then(() => void sent.push(clock.now())));
        }
        await Promise.all(waiting);
      };
      await clock.run(story());
      expect(sent).toHaveLength(pauses.length);
      expect(busiestMinute(sent)).toBeLessThanOrEqual(30);
    }),
    { numRuns: 25 },
  );
});

test('killed right after a request, again and again: never 31 in any minute', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 6 }), async (runs) => {
      const clock = virtualClock();
      let onDisk: StoredBudget = { sentAtMs: [], notBeforeMs: null };
      const sent: number[] = [];
      const runUntilKilled = async (requests: number) => {
        let killed = false;
        const store: BudgetStore = {
          load: async () => onDisk,
          async save(budget) {
            await new Promise(setImmediate); // a write takes its time
            if (!killed) onDisk = budget;
          },
        };
        const budget = new RequestBudget({ clock, store, pace: () => 'gentle' });
        for (let left = requests; left > 0; left--) {
          await budget.admit('bulk');
          sent.push(clock.now());
          if (left > 1) await clock.sleep(200);
        }
        killed = true;
      };
      const story = async () => {
        for (const requests of runs) await runUntilKilled(requests);
      };
      await clock.run(story());
      expect(busiestMinute(sent)).toBeLessThanOrEqual(30);
    }),
    { numRuns: 25 },
  );
});

const paced = (pace: () => Pace) => {
  const clock = virtualClock();
  const budget = new RequestBudget({ clock, store: memoryBudget(), pace });
  const times: number[] = [];
  const startMs = clock.now();
  const ask = async (urgency: Urgency) => {
    await budget.admit(urgency);
    times.push(clock.now() - startMs);
  };
  return { clock, budget, times, ask };
};
const many = (count: number, ask: () => Promise<void>) => Promise.all(Array.from({ length: count }, ask));

test('gentle: as many at once as a start allows, one less than thirty, and the next when the minute is over', async () => {
  const { clock, times, ask } = paced(() => 'gentle');
  await clock.run(many(31, () => ask('bulk')));
  expect(times.slice(0, 29)).toEqual(Array(29).fill(0));
  expect(times[29]).toBeGreaterThanOrEqual(MINUTE);
  expect(times[29]).toBeLessThanOrEqual(MINUTE + 1_000);
});

test('brisk: twice as many; full: no limit', async () => {
  const brisk = paced(() => 'brisk');
  await brisk.clock.run(many(61, () => brisk.ask('bulk')));
  expect(brisk.times.filter((at) => at === 0)).toHaveLength(59);
  const full = paced(() => 'full');
  await full.clock.run(many(500, () => full.ask('bulk')));
  expect(full.times.at(-1)).toBe(0);
});

test('a person who plays a clip does not wait, and bulk work pays it back', async () => {
  const { clock, times, ask } = paced(() => 'gentle');
  const story = async () => {
    await many(29, () => ask('bulk'));
    await ask('interactive');
    expect(times.at(-1)).toBe(0);
    await clock.sleep(30_000);
    await many(10, () => ask('interactive'));
    await many(20, () => ask('bulk'));
  };
  await clock.run(story());
  const later = times.filter((at) => at > 30_000);
  expect(later).toHaveLength(20);
  await clock.run(ask('bulk'));
  expect(times.at(-1)).toBeGreaterThanOrEqual(30_000 + MINUTE);
});

test('whoever waits learns within two seconds that the pace was changed', async () => {
  let pace: Pace = 'gentle';
  const { clock, times, ask } = paced(() => pace);
  const story = async () => {
    const all = many(40, () => ask('bulk'));
    await clock.sleep(5_000);
    pace = 'full';
    await all;
  };
  await clock.run(story());
  expect(times.at(-1)).toBeLessThanOrEqual(7_000);
});

test('one that gives up while waiting does not hold up those behind it', async () => {
  const { clock, budget, times, ask } = paced(() => 'gentle');
  const giveUp = new AbortController();
  const story = async () => {
    await many(29, () => ask('bulk'));
    const impatient = budget.admit('bulk', giveUp.signal);
    const patient = ask('bulk');
    await clock.sleep(1_000);
    giveUp.abort(new Error('gave up'));
    await expect(impatient).rejects.toThrow('gave up');
    await patient;
  };
  await clock.run(story());
  expect(times).toHaveLength(30);
});

test('at speed 20 the minute is three seconds', async () => {
  const clock = virtualClock(undefined, 20);
  const budget = new RequestBudget({ clock, store: memoryBudget(), pace: () => 'gentle' });
  const startMs = clock.now();
  await clock.run(many(31, async () => void (await budget.admit('bulk'))));
  expect(clock.now() - startMs).toBe(61_000 / 20);
});

test('times from a clock that was ahead are not waited for', async () => {
  const clock = virtualClock();
  const store = memoryBudget({ sentAtMs: Array(30).fill(clock.now() + 86_400_000), notBeforeMs: null });
  const budget = new RequestBudget({ clock, store, pace: () => 'gentle' });
  const startMs = clock.now();
  await clock.run(budget.admit('bulk'));
  expect(clock.now()).toBe(startMs);
});

test('what a person comes to wait for goes at once, also past others that wait', async () => {
  const { clock, budget, times, ask } = paced(() => 'gentle');
  const story = async () => {
    await many(29, () => ask('bulk'));
    const hurrying = new AbortController();
    const first = ask('bulk');
    const second = ask({ bulkUntil: hurrying.signal });
    await clock.sleep(5_000);
    expect(times).toHaveLength(29);
    hurrying.abort();
    await second;
    expect(times.at(-1)).toBe(5_000);
    await first;
    expect(times.at(-1)).toBeGreaterThanOrEqual(MINUTE);
    await budget.admit({ bulkUntil: hurrying.signal });
    expect(getEventListeners(hurrying.signal, 'abort')).toEqual([]);
  };
  await clock.run(story());
});

test('a refresh that only bulk work waits for waits for the budget, and no longer when a person comes', async () => {
  const { cloud, session, simulated, clock } = connected({}, {}, 'gentle');
  const tokens = () => simulated.log.filter(({ route }) => route === 'token').length;
  const story = async () => {
    given(await session.signInWithTokenLine(simulated.tokenLine));
    // One more counts as sent at the start.
    while (simulated.log.length < 28) given(await cloud.homescreen('interactive'));
    simulated.control({ expire: 'access' });
    const bulk = cloud.homescreen('bulk');
    await clock.sleep(10_000);
    expect(tokens()).toBe(1);
    const askedAtMs = clock.now();
    given(await cloud.homescreen('interactive'));
    expect(clock.now() - askedAtMs).toBeLessThan(1000);
    expect(tokens()).toBe(2);
    given(await bulk);
  };
  await clock.run(story());
});
