// Somebody sets the computer's clock in the middle of a job: nothing waits until it is right again, nothing is hammered.
import { expect, test } from 'vitest';
import { household, saveUntil } from './household.ts';

const dayMs = 86_400_000;

const jumps = [
  { jump: 'a year ahead', byMs: 365 * dayMs },
  { jump: 'a day back', byMs: -dayMs },
];

test.each(jumps)('the clock jumps $jump in the middle of a job', async ({ byMs }) => {
  const home = await household({ clips: 30, tokenTtl: 30 * 86_400 });
  await home.tell(async () => {
    let offMs = 0;
    const app = await home.start({ pace: 'gentle', offMs: () => offMs });
    const { saved } = await saveUntil(app, 14);
    const jumpedAtMs = home.clock.now();
    offMs = byMs;
    await saved;
    expect(home.clock.now() - jumpedAtMs).toBeLessThan(10 * 60_000);
    home.expectAllSaved();
    expect(mostInAMinute(home.cloud.log.map(({ t }) => t))).toBeLessThanOrEqual(60);
  });
});

test.each(jumps)('the clock jumps $jump while a clip waits for its next try', async ({ byMs }) => {
  const home = await household({ clips: 2, faults: 'tiny#1:1,tiny#2:1,tiny#3:1' });
  await home.tell(async () => {
    let offMs = 0;
    const app = await home.start({ offMs: () => offMs });
    const saved = app.save();
    await app.until(() => app.saving.jobs()[0]?.saved === 1);
    const jumpedAtMs = home.clock.now();
    offMs = byMs;
    await saved;
    expect(home.clock.now() - jumpedAtMs).toBeLessThan(15 * 60_000);
    home.expectAllSaved();
  });
});

test.each(jumps)('the clock jumps $jump while Blink has asked for patience', async ({ byMs }) => {
  const home = await household({ clips: 3, faults: '429@post#2:1' });
  await home.tell(async () => {
    let offMs = 0;
    const app = await home.start({ offMs: () => offMs });
    const saved = app.save();
    await app.until(() => app.saving.lanes().some(({ activity }) => activity.kind === 'waiting'));
    const jumpedAtMs = home.clock.now();
    offMs = byMs;
    await saved;
    expect(home.clock.now() - jumpedAtMs).toBeLessThan(30 * 60_000);
    home.expectAllSaved();
  });
});

test.each(jumps)('the clock jumps $jump while a module uploads', async ({ byMs }) => {
  const home = await household({ clips: 3, uploadMs: 8000 });
  await home.tell(async () => {
    let offMs = 0;
    const app = await home.start({ offMs: () => offMs });
    const saved = app.save();
    await app.until(() => app.saving.lanes().some(({ activity }) => activity.kind === 'uploading'));
    await home.clock.sleep(3000);
    const jumpedAtMs = home.clock.now();
    const requests = home.cloud.log.length;
    offMs = byMs;
    await saved;
    expect(home.clock.now() - jumpedAtMs).toBeLessThan(5 * 60_000);
    expect(home.cloud.log.length - requests).toBeLessThan(60);
    home.expectAllSaved();
  });
});

const mostInAMinute = (times: readonly number[]): number =>
  Math.max(...times.map((first) => times.filter((time) => time >= first && time < first + 60_000).length));
