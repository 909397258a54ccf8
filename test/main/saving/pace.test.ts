import { expect, test } from 'vitest';
import { busiestMinute } from '../../busiest-minute.ts';
import { given } from '../blink/connected.ts';
import { type Household, household } from './household.ts';

/** When requests of any kind arrived. */
const arrivals = ({ cloud }: Household): readonly number[] => cloud.log.map(({ t }) => t);

test('at the gentle pace no minute sees 31 requests, and a clip costs no more than 2.6', async () => {
  const home = await household({ clips: 30, uploadMs: 3500, uploadJitter: 0.4 });
  await home.tell(async () => {
    const app = await home.start({ pace: 'gentle' });
    const before = home.cloud.log.length;
    await app.save();
    home.expectAllSaved();
    expect(busiestMinute(arrivals(home))).toBeLessThanOrEqual(30);
    expect((home.cloud.log.length - before) / 30).toBeLessThanOrEqual(2.6);
  });
});

test('faults do not make a gentle pace faster', async () => {
  const home = await household({ clips: 20 });
  await home.tell(async () => {
    const app = await home.start({ pace: 'gentle' });
    home.cloud.control({ fault: { faults: 'busy:0.1,5xx:0.1,fail:0.1,truncate:0.1,notfound:0.1,401:0.1' } });
    await app.save();
    home.expectAllSaved();
    expect(busiestMinute(arrivals(home))).toBeLessThanOrEqual(30);
  });
});

test('a restart does not make a gentle pace faster', async () => {
  const home = await household({ clips: 20 });
  await home.tell(async () => {
    const first = await home.start({ pace: 'gentle', fate: { call: 'saved', moment: 'after', nth: 8 } });
    void first.saving.save(first.keys(), { kind: 'all' });
    await first.killed;
    await first.quit();
    const second = await home.start({ pace: 'gentle' });
    await second.idle();
    home.expectAllSaved();
    expect(busiestMinute(arrivals(home))).toBeLessThanOrEqual(30);
  });
});

test('at full pace the module is busy nearly all the time, although every download takes as long as an upload', async () => {
  const home = await household({ clips: 30, clipKib: { from: 300, to: 300 }, mbps: 1, uploadMs: 2500 });
  await home.tell(async () => {
    const app = await home.start({ pace: 'full' });
    await app.save();
    home.expectAllSaved();
    const asked = home.answered('post').map(({ t }) => t);
    const tookMs = Math.max(...asked) - Math.min(...asked);
    expect(tookMs / (29 * 2500)).toBeLessThan(1.2);
  });
});

test('where the line is slower than the module, no more than four clips arrive at once, and the lane sleeps', async () => {
  const home = await household({ clips: 8, uploadMs: 1000, clipKib: { from: 500, to: 500 }, mbps: 0.125 });
  await home.tell(async () => {
    const app = await home.start();
    home.cloud.control({ fault: { faults: 'fail@post#4' } }); // due again while four arrive
    let most = 0;
    await Promise.all([
      app.save(),
      app.until(() => {
        const [lane] = app.saving.lanes();
        most = Math.max(most, lane?.arriving.length ?? 0);
        return app.saving.jobs()[0]?.state === 'done';
      }),
    ]);
    expect(most).toBe(4);
    home.expectAllSaved();
  });
});

test.each([
  ['is queued', 9],
  ['is not', 8],
])('who plays a clip that %s does not wait for four that crawl', async (_, queued) => {
  const home = await household({ clips: 9, uploadMs: 1000, clipKib: { from: 500, to: 500 }, mbps: 0.125 });
  await home.tell(async () => {
    const app = await home.start();
    const [oldest, ...rest] = app.keys().toReversed();
    if (!oldest) throw new Error('no clip');
    void app.saving.save(queued === 9 ? app.keys() : rest, { kind: 'all' });
    await app.until(() => app.saving.lanes()[0]?.arriving.length === 4);
    const before = home.answered('post').length;
    const played = app.saving.fetch(oldest);
    await app.until(() => app.saving.lanes()[0]?.arriving.length === 5);
    expect(home.answered('post')).toHaveLength(before + 1);
    given(await played);
  });
});

test('who plays a clip does not wait for the requests that the queue waits for', async () => {
  const home = await household({ clips: 4, uploadMs: 500 });
  await home.tell(async () => {
    const app = await home.start({ pace: 'gentle' });
    const [lane] = app.saving.lanes();
    if (!lane) throw new Error('no lane');
    while (home.cloud.log.length < 31) given(await app.saving.list(lane.moduleId, 'interactive'));
    const saved = app.save();
    await home.clock.sleep(1000);
    expect(home.answered('post')).toEqual([]);

    const askedAtMs = home.clock.now();
    const [, , , oldest] = app.keys();
    if (!oldest) throw new Error('no clip');
    given(await app.saving.fetch(oldest));
    expect(home.clock.now() - askedAtMs).toBeLessThan(8000);
    await saved;
    home.expectAllSaved();
  });
});
