// Long jobs run in the hours that a person chose; what was picked by hand does not wait for them.
import { expect, test } from 'vitest';
import { Hours } from '../../../../main/saving/queue/hours.ts';
import type { DayHours } from '../../../../preload/contract.ts';
import { virtualClock } from '../../../virtual-clock.ts';
import { given } from '../../blink/connected.ts';
import { household } from '../household.ts';

const minuteMs = 60_000;
/** So many minutes from now, by this computer's clock. */
const hoursFrom = (nowMs: number, from: number, to: number): DayHours => {
  const now = new Date(nowMs);
  const minute = (later: number) => (now.getHours() * 60 + now.getMinutes() + later + 1440) % 1440;
  return { fromMinute: minute(from), toMinute: minute(to) };
};

test('everything waits for its hours, says so, and stops when they are over', async () => {
  const home = await household({ clips: 30, clipKib: { from: 6, to: 6 }, uploadJitter: 0 });
  await home.tell(async () => {
    const savingHours = hoursFrom(home.clock.now(), 120, 121);
    const app = await home.start({ savingHours: () => savingHours });
    void app.save();
    await home.clock.sleep(60 * minuteMs);
    const [waiting] = app.saving.jobs();
    expect(waiting).toMatchObject({ state: 'running', saved: 0 });
    const from = new Date(waiting?.hoursFromMs ?? 0);
    expect(from.getHours() * 60 + from.getMinutes()).toBe(savingHours.fromMinute);

    await app.until(() => app.saving.jobs()[0]?.saved === 2);
    expect(app.saving.jobs()[0]).toMatchObject({ hoursFromMs: null });
    await home.clock.sleep(10 * minuteMs);
    const inOneMinute = home.answered('post').length;
    expect(inOneMinute).toBeGreaterThan(8);
    expect(inOneMinute).toBeLessThan(20);
    await home.clock.sleep(60 * minuteMs);
    expect(home.answered('post')).toHaveLength(inOneMinute);
  });
});

test('work is done when its hours were long enough, today or on later days', () => {
  const clock = virtualClock();
  const startMs = clock.now();
  const minutesUntil = (from: number, to: number, minutes: number) => {
    const hours = new Hours(
      clock,
      () => hoursFrom(startMs, from, to),
      () => undefined,
    );
    return (hours.endOf(minutes * minuteMs) - startMs) / minuteMs;
  };
  expect(minutesUntil(-10, 60, 30)).toBe(30);
  expect(minutesUntil(120, 180, 30)).toBe(150);
  expect(minutesUntil(120, 180, 90)).toBe(1440 + 150);
  expect(minutesUntil(-10, 60, 60 + 70 + 5)).toBe(2 * 1440 - 10 + 5);
  expect(
    new Hours(
      clock,
      () => null,
      () => undefined,
    ).endOf(5 * minuteMs),
  ).toBe(startMs + 5 * minuteMs);
});

test('a long job says when it is done in its hours, another one when its time is over', async () => {
  const home = await household({ clips: 18, uploadJitter: 0 });
  await home.tell(async () => {
    const savingHours = hoursFrom(home.clock.now(), 0, 1);
    const app = await home.start({ savingHours: () => savingHours });
    void app.save();
    await app.until(() => app.saving.jobs()[0]?.saved === 5);
    const [job] = app.saving.jobs();
    expect(job?.doneAtMs).toBeGreaterThan(home.clock.now() + 1430 * minuteMs);
    if (job) await app.saving.cancel(job.id);
    given(await app.saving.save(app.keys(), { kind: 'selection' }));
    const [picked] = app.saving.jobs();
    expect(picked?.doneAtMs).toBe(home.clock.now() + (picked?.timeLeftMs ?? 0));
  });
});

test('what was picked by hand is saved at once', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const savingHours = hoursFrom(home.clock.now(), 120, 180);
    const app = await home.start({ savingHours: () => savingHours });
    given(await app.saving.save(app.keys(), { kind: 'selection' }));
    expect(await app.idle()).toMatchObject([{ state: 'done', saved: 4 }]);
    home.expectAllSaved();
  });
});

test('other hours count at once', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    let savingHours: DayHours | null = hoursFrom(home.clock.now(), 120, 180);
    const app = await home.start({ savingHours: () => savingHours });
    const saved = app.save();
    await home.clock.sleep(minuteMs);
    expect(home.answered('post')).toEqual([]);
    savingHours = hoursFrom(home.clock.now(), -60, 60);
    app.saving.hoursChanged();
    expect(await saved).toMatchObject([{ state: 'done', saved: 4 }]);
  });
});
