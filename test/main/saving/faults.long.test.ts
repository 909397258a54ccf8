import { expect, test } from 'vitest';
import { household } from './household.ts';

// Whatever Blink does, in the end every clip stands in the folder with its own bytes, under its own name.

const kinds = [
  'busy:0.4',
  'reset:0.15',
  'truncate:0.5',
  'cut:0.5',
  'notfound:0.5',
  'notfound200:0.5',
  'tiny:0.5',
  'empty:0.5',
  'html:0.5',
  'expire:0.15',
  '5xx:0.15',
  '401:0.15',
  '429:0.05',
] as const;

test.each(kinds)('%s costs no clip', async (faults) => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    home.cloud.control({ fault: { faults } });
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    home.expectAllSaved();
    expect(app.saving.failed()).toEqual([]);
    expect(home.cloud.log.some(({ fault }) => fault !== undefined)).toBe(true);
  });
});

test('a module that fails at what it is asked for is asked again', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    home.cloud.control({ fault: { faults: 'fail:0.4' } });
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    home.expectAllSaved();
    expect(home.uploads()[0]).toBeGreaterThan(1);
  });
});

test('all of them at once cost no clip', async () => {
  const home = await household({ clips: 24, clipKib: { from: 6, to: 100 } });
  await home.tell(async () => {
    const app = await home.start();
    const faults = [...kinds, 'fail:1', 'renumber:1'].map((kind) => kind.replace(/:.*/, ':0.04')).join(',');
    home.cloud.control({ fault: { faults } });
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 24, failed: 0 }]);
    home.expectAllSaved();
  });
});

/** The first so many downloads of a drive are cut short, whichever clip they are of. */
const firstCut = (times: number) => Array.from({ length: times }, (_, at) => `truncate@get#${at + 1}`).join(',');

test('a copy that arrives badly three times is uploaded anew', async () => {
  const home = await household({ clips: 1, uploadMs: 10 });
  await home.tell(async () => {
    const app = await home.start();
    home.cloud.control({ fault: { faults: firstCut(4) } });
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 1, failed: 0 }]);
    home.expectAllSaved();
    expect(home.uploads()).toEqual([2]);
  });
});

test('a clip that arrives badly again and again is shown, given up at last, and saved when tried again', async () => {
  const home = await household({ clips: 2, uploadMs: 10 });
  await home.tell(async () => {
    const app = await home.start();
    const [newest] = app.keys();
    home.cloud.control({ fault: { faults: firstCut(8) } });
    const saved = newest === undefined ? null : app.save([newest]);
    await app.until(() => app.saving.failed().length > 0);
    expect(app.saving.failed()).toMatchObject([
      { key: newest, attempts: 3, problem: { kind: 'clip-damaged' }, nextTryAtMs: expect.any(Number) },
    ]);
    expect(await saved).toMatchObject([{ state: 'done', saved: 0, failed: 1 }]);
    expect(app.saving.failed()).toMatchObject([{ key: newest, attempts: 8, nextTryAtMs: null }]);
    expect(home.uploads()).toEqual([3]);

    await app.saving.retryFailed(null);
    await app.save();
    home.expectAllSaved();
    expect(app.saving.failed()).toEqual([]);
  });
});

test('a clip whose body breaks off with the network is taken from the same copy when it is back', async () => {
  const home = await household({ clips: 1, clipKib: { from: 2000, to: 2000 } });
  await home.tell(async () => {
    const app = await home.start();
    const saved = app.save();
    await app.until(() => app.saving.lanes().some((lane) => lane.arriving.some(({ part }) => (part ?? 0) > 0.3)));
    home.cloud.control({ offline: { ms: 60_000 } });
    expect(await saved).toMatchObject([{ state: 'done', saved: 1 }]);
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1]);
  });
});

test('a cloud that is away for hours fails no clip', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const saved = app.save();
    await app.until(() => app.saving.jobs()[0]?.saved === 2);
    home.cloud.control({ offline: { ms: 7_200_000 } });
    expect(await saved).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    home.expectAllSaved();
    expect(app.saving.failed()).toEqual([]);
  });
});

test('a module that loses its power in the middle of an upload is asked again when it is back', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const [moduleId] = home.cloud.networks[0]?.modules ?? [];
    const saved = app.save();
    await app.until(() => app.saving.jobs()[0]?.saved === 2);
    home.cloud.control({ offline: { ms: 900_000, module: moduleId } });
    expect(await saved).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    home.expectAllSaved();
  });
});

test('where asking early makes a refusal stick, the module is polled first from then on', async () => {
  const home = await household({ sticky404: true });
  await home.tell(async () => {
    const app = await home.start();
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    home.expectAllSaved();
    const tooEarly = home.cloud.log.filter(({ route, status }) => route === 'get' && status === 404);
    expect(new Set(tooEarly.map(({ clip }) => clip)).size).toBe(1);
    expect(home.uploads()).toEqual([2, 1, 1, 1, 1, 1, 1, 1]);
  });
});

test('after a long busy spell no pair from before it is used', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    const app = await home.start();
    const saved = app.save();
    await app.until(() => app.saving.jobs()[0]?.saved === 1);
    await home.clock.sleep(4500); // the second clip is on its way by then
    home.cloud.control({ busy: { ms: 69_000 } });
    const listed = home.answered('manifest').length;
    await saved;
    home.expectAllSaved();
    expect(home.answered('manifest').length - listed).toBeGreaterThanOrEqual(4); // POST and GET, twice
  });
});
