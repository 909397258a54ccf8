// Clips that are safely saved leave the drive when a person wants it: how many at once, in which order, beside what.
import { expect, test } from 'vitest';
import { ClipFlag, type ClipKey } from '../../../../preload/contract.ts';
import { household } from '../household.ts';
import type { Run } from '../run.ts';
import { deleting, expectOnlySafeOnesGone, otherFolder } from './deleting.ts';

const flagsOf = (app: Run, key: ClipKey) => app.library.row(key)?.flags ?? 0;

test('a saved clip is deleted from the drive, and stays in the folder', () =>
  deleting(async ({ app, first, gone, requests }) => {
    expect(await app.delete([first])).toMatchObject({ state: 'done', total: 1, deleted: 1, kept: [] });
    expect(gone()).toHaveLength(1);
    expect(requests()).toBe(1);
  }));

test('it is shown as only here', () =>
  deleting(async ({ app, first }) => {
    await app.delete([first]);
    expect(flagsOf(app, first) & (ClipFlag.onDrive | ClipFlag.saved)).toBe(ClipFlag.saved);
  }));

test('of four clips those two leave that were chosen', () =>
  deleting(async ({ home, app, gone }) => {
    const chosen = home.cloud.truth().filter((_row, index) => index % 2 === 0);
    expect(await app.delete(chosen.map((row) => app.keyOf(row)))).toMatchObject({ deleted: 2, kept: [] });
    expect(gone().map(({ sha256 }) => sha256)).toEqual(chosen.map(({ sha256 }) => sha256));
  }));

test('a drive is emptied whole, and the empty list believed only when it was read again', () =>
  deleting(async ({ app, keys, gone }) => {
    expect(await app.delete(keys)).toMatchObject({ state: 'done', deleted: 4, kept: [] });
    expect(gone()).toHaveLength(4);
  }));

test('no more than twenty are deleted by one list, and the next list is read before the others', () =>
  deleting(
    async ({ home, app, keys }) => {
      expect(await app.delete(keys)).toMatchObject({ state: 'done', deleted: 22 });
      const routes = home.cloud.log.filter(({ route }) => route === 'delete' || route === 'manifest');
      const inARow = routes
        .map(({ route }) => (route === 'delete' ? 'd' : 'm'))
        .join('')
        .split('m');
      expect(Math.max(...inARow.map(({ length }) => length))).toBe(20);
    },
    { clips: 22 },
  ));

test('no clip is asked for by a list that was read more than a minute before', () =>
  deleting(
    async ({ home, app, keys }) => {
      await app.delete(keys);
      let listedAtMs = 0;
      const ages = home.cloud.log.flatMap((entry) => {
        if (entry.route === 'manifest' && entry.status === 200) listedAtMs = entry.t + entry.ms;
        return entry.route === 'delete' ? [entry.t - listedAtMs] : [];
      });
      expect(ages).toHaveLength(8);
      expect(Math.max(...ages)).toBeLessThanOrEqual(60_000);
    },
    { clips: 8, rttMs: 6000 },
  ));

test('at the gentle pace deleting keeps to thirty requests a minute, and the one that cannot wait', () =>
  deleting(
    async ({ home, app, keys }) => {
      await app.delete(keys);
      const times = home.cloud.log.filter(({ route }) => route !== 'token').map(({ t }) => t);
      const most = Math.max(...times.map((from) => times.filter((t) => t >= from && t < from + 60_000).length));
      expect(most).toBeLessThanOrEqual(31);
    },
    { clips: 15 },
    { pace: 'gentle' },
  ));

test('a deleted clip that the module lists for a while is asked for once', () =>
  deleting(
    async ({ home, app, first, requests }) => {
      app.saving.deletions.start([first]);
      await app.until(() => app.saving.deletions.shown()?.unsettled === 1);
      await home.clock.sleep(5000);
      await app.list();
      expect(app.saving.deletions.shown()).toMatchObject({ state: 'running', deleted: 0, unsettled: 1 });
      await app.until(() => app.saving.deletions.shown()?.state === 'done');
      expect(app.saving.deletions.shown()).toMatchObject({ deleted: 1, kept: [] });
      expect(requests()).toBe(1);
    },
    { deletionLagMs: 3_600_000 / 60 },
  ));

test('a second wish joins the one that still waits for its list', () =>
  deleting(async ({ app, first, keys, requests }) => {
    app.saving.deletions.start([first]);
    await app.until(() => app.saving.deletions.shown()?.unsettled === 1);
    expect(await app.delete(keys.slice(1, 2))).toMatchObject({ total: 2, deleted: 2 });
    expect(requests()).toBe(2);
  }));

test('a clip that is wanted deleted twice counts once', () =>
  deleting(async ({ app, keys, requests }) => {
    app.saving.deletions.start(keys.slice(0, 2));
    expect(await app.delete(keys.slice(0, 2))).toMatchObject({ total: 2, deleted: 2 });
    expect(requests()).toBe(2);
  }));

test('a person stops: what was not asked for stays, and is counted', () =>
  deleting(async ({ app, keys, gone, requests }) => {
    app.saving.deletions.start(keys);
    await app.until(() => app.saving.deletions.shown()?.unsettled === 2);
    app.saving.deletions.stop('person');
    await app.until(() => app.saving.deletions.shown()?.state !== 'running');
    const over = app.saving.deletions.shown();
    expect(over).toMatchObject({ state: 'stopped', stoppedBy: 'person', deleted: requests() });
    expect(over?.kept).toEqual([{ why: 'not-asked', clips: 4 - requests() }]);
    expect(gone()).toHaveLength(requests());
  }));

test('an ended deletion leaves the screen when the person has seen it, a running one does not', () =>
  deleting(async ({ app, first }) => {
    app.saving.deletions.start([first]);
    app.saving.deletions.dismiss();
    expect(app.saving.deletions.shown()).toMatchObject({ state: 'running' });
    await app.until(() => app.saving.deletions.shown()?.state === 'done');
    app.saving.deletions.dismiss();
    expect(app.saving.deletions.shown()).toBeNull();
  }));

test('two modules delete their clips at the same time', () =>
  deleting(
    async ({ app, keys, gone }) => {
      expect(await app.delete(keys)).toMatchObject({ state: 'done', deleted: 4 });
      expect(new Set(gone().map((row) => row.sync_module_id)).size).toBe(2);
    },
    { modules: 2 },
  ));

test('who waits to play a clip does not wait for a batch', async () => {
  const home = await household({ clips: 7 });
  await home.tell(async () => {
    const app = await home.start();
    const [unsaved, ...rest] = app.keys();
    if (unsaved === undefined) throw new Error('no clip');
    await app.save(rest);
    app.saving.deletions.start(rest);
    await app.until(() => app.saving.deletions.shown()?.unsettled === 1);
    await app.saving.fetch(unsaved);
    expect(app.saving.deletions.shown()?.unsettled).toBeLessThan(4);
    await app.until(() => app.saving.deletions.shown()?.state === 'done');
    expect(app.saving.deletions.shown()).toMatchObject({ deleted: 6 });
  });
  expectOnlySafeOnesGone(home);
});

test('clips are saved while others wait for their list, and each is what it was', async () => {
  const home = await household({ clips: 6 });
  await home.tell(async () => {
    const app = await home.start();
    const [first, second] = [app.keys().slice(0, 3), app.keys().slice(3)];
    await app.save(first);
    app.saving.deletions.start(first);
    await app.save(second);
    await app.until(() => app.saving.deletions.shown()?.state === 'done');
    expect(app.saving.deletions.shown()).toMatchObject({ deleted: 3, kept: [] });
  });
  home.expectAllSaved();
  expectOnlySafeOnesGone(home);
});

test('a clip that is recorded meanwhile stops nothing', () =>
  deleting(async ({ home, app, keys }) => {
    app.saving.deletions.start(keys.slice(0, 3));
    await app.until(() => app.saving.deletions.shown()?.unsettled === 1);
    home.cloud.control({ record: { listedAfterMs: 0 } });
    await app.until(() => app.saving.deletions.shown()?.state !== 'running');
    expect(app.saving.deletions.shown()).toMatchObject({ state: 'done', deleted: 3 });
  }));

test('a clip that lies in two folders is deleted for either of them', () =>
  deleting(async ({ home, app, keys }) => {
    await app.quit();
    const again = await home.start({ folder: otherFolder(home) });
    await again.save();
    expect(await again.delete(keys)).toMatchObject({ deleted: 4 });
  }));

test('the journal tells it from the first list to the last', () =>
  deleting(async ({ app, first }) => {
    await app.delete([first]);
    const { events } = await app.library.storyOf(first);
    expect(events.map(({ event }) => event.kind)).toEqual([
      'listed',
      'queued',
      'asked-for',
      'saved',
      'confirmed',
      'deletion-asked',
      'deleted',
    ]);
    expect(events.every(({ atMs }, index) => atMs >= (events[index - 1]?.atMs ?? 0))).toBe(true);
  }));
