import { expect, test } from 'vitest';
import { household } from './household.ts';

test('every clip of a drive comes to stand in the folder, asked for once', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const [job] = await app.save();
    expect(job).toMatchObject({ state: 'done', total: 8, saved: 8, failed: 0 });
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(home.answered('get')).toHaveLength(8);
    expect(new Set((await app.copies()).map(({ state }) => state))).toEqual(new Set(['confirmed']));
    expect(app.saving.lanes()).toMatchObject([{ activity: { kind: 'idle' }, waiting: 0, arriving: [] }]);
  });
});

test('what is saved already is not asked for again', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    const app = await home.start();
    await app.save();
    expect(await app.saving.save(app.keys(), { kind: 'all' })).toMatchObject({
      ok: true,
      value: { jobId: null, added: 0 },
    });
    expect(home.uploads()).toEqual([1, 1, 1]);
  });
});

test('a job says how far it is, at which rate, and how long it will take', async () => {
  const home = await household({ uploadJitter: 0 });
  await home.tell(async () => {
    const app = await home.start();
    const saved = app.save();
    await app.until(() => app.saving.jobs()[0]?.saved === 4);
    const [job] = app.saving.jobs();
    const [lane] = app.saving.lanes();
    expect(job).toMatchObject({ state: 'running', total: 8, saved: 4, endedAtMs: null });
    expect(lane?.secondsPerClip).toBeGreaterThan(3.9);
    expect(lane?.secondsPerClip).toBeLessThan(6);
    expect(job?.timeLeftMs).toBe(4 * 1000 * (lane?.secondsPerClip ?? 0));
    await app.until(() => app.saving.jobs()[0]?.state === 'finishing');
    const [ended] = await saved;
    expect(ended).toMatchObject({ state: 'done', saved: 8, timeLeftMs: null, endedAtMs: expect.any(Number) });
    if (ended) await app.saving.dismiss(ended.id);
    expect(app.saving.jobs()).toEqual([]);
  });
});
