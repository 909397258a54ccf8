// Long jobs run in the hours that a person chose; what was picked by hand does not wait for them.
import { expect, test } from 'vitest';
import type { DayHours } from '../../../preload/contract.ts';
import { given } from '../blink/connected.ts';
import { household } from './household.ts';

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

test('what does not fit into one night is done in the next one, and is told so', async () => {
  const home = await household({ clips: 18, uploadJitter: 0 });
  await home.tell(async () => {
    const savingHours = hoursFrom(home.clock.now(), 0, 1);
    const app = await home.start({ savingHours: () => savingHours });
    void app.save();
    await app.until(() => app.saving.jobs()[0]?.saved === 5);
    const [job] = app.saving.jobs();
    const leftMs = job?.timeLeftMs ?? 0;
    expect(leftMs).toBeGreaterThan(minuteMs);
    const inADay = home.clock.now() + 1440 * minuteMs;
    expect(job?.doneAtMs).toBeGreaterThan(inADay - 1440 * minuteMs + leftMs);
    expect(Math.abs((job?.doneAtMs ?? 0) - inADay)).toBeLessThan(3 * minuteMs);
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
