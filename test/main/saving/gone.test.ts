// Clips leave the drive while they wait: deleted on the phone, or only for a while (protocol §4.5).
import { expect, test } from 'vitest';
import { compareFolder } from '../../electron/compare-folder.ts';
import { type Household, household, saveUntil } from './household.ts';

const hourMs = 3_600_000;
const lists = (home: Household) =>
  home.cloud.log.filter((entry) => entry.route === 'manifest' && entry.method === 'POST');
const remove = (home: Household, count: number) => {
  const rows = home.cloud.truth().slice(0, count);
  home.cloud.control({ remove: { sha256: rows.map((row) => row.sha256) } });
  return rows;
};

test('a clip that is gone ends as such, and the others are saved', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const [gone] = remove(home, 1);
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 7, failed: 1 }]);
    expect(app.saving.failed()).toMatchObject([
      { key: gone && app.keyOf(gone), problem: { kind: 'clip-gone' }, nextTryAtMs: null },
    ]);
    const left = home.cloud.truth().filter((row) => row.gone_at === undefined);
    expect(compareFolder(home.folder, left)).toEqual({ equal: 7, differences: [] });
  });
});

test('a clip is given up only when a second list, read later, lacks it too', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    const app = await home.start();
    const startedAtMs = home.clock.now();
    remove(home, 2);
    await app.save();
    expect(home.clock.now() - startedAtMs).toBeGreaterThan(60_000);
    expect(lists(home).length).toBeGreaterThanOrEqual(3);
  });
});

test('twenty clips that are gone cost no more lists than one', async () => {
  const home = await household({ clips: 60 });
  await home.tell(async () => {
    const app = await home.start();
    remove(home, 20);
    await app.list();
    const before = lists(home).length;
    expect(await app.save(app.keys().slice(-20))).toMatchObject([{ state: 'done', saved: 0, failed: 20 }]);
    expect(lists(home).length - before).toBeLessThanOrEqual(2);
  });
});

test('a list that is empty for hours ends no job: the clips are saved when they are back', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 2);
    const startedAtMs = home.clock.now();
    const emptyLists = Array.from({ length: 40 }, (_, at) => `blank#${at + 1}`).join(',');
    home.cloud.control({ renumber: {}, fault: { faults: emptyLists } });
    await app.until(() => app.saving.lanes()[0]?.activity.kind === 'waiting');
    expect(app.saving.lanes()).toMatchObject([
      { activity: { problem: { kind: 'manifest-not-ready', nextTryAtMs: expect.any(Number) } } },
    ]);
    expect(await saved).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    expect(home.clock.now() - startedAtMs).toBeGreaterThan(2 * hourMs);
    home.expectAllSaved();
  });
});

test('clips whose list is empty all night are given up in the morning', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const startedAtMs = home.clock.now();
    remove(home, 8);
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 0, failed: 8 }]);
    expect(app.saving.failed()).toHaveLength(8);
    const tookMs = home.clock.now() - startedAtMs;
    expect(tookMs).toBeGreaterThan(12 * hourMs);
    expect(tookMs).toBeLessThan(13 * hourMs);
    expect(lists(home).length).toBeLessThan(170);
  });
});
