// Whose turn it is: what is played comes before what is saved, and what a person takes back is not asked for.
import { expect, test } from 'vitest';
import type { ClipKey } from '../../../../preload/contract.ts';
import type { LogEntry } from '../../../blink-cloud/index.ts';
import { compareFolder } from '../../../electron/compare-folder.ts';
import { given } from '../../blink/connected.ts';
import { wholeApp } from '../../whole-app.ts';
import { type Household, household, saveUntil } from '../household.ts';
import { isSaved } from '../run.ts';

const newestFirst = (home: Household) =>
  [...home.cloud.truth()].sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
const clips = (entries: readonly LogEntry[]) => entries.map(({ clip }) => clip);

test('clips are saved newest first', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    await app.save();
    expect(clips(home.answered('post'))).toEqual(newestFirst(home).map((row) => row.sha256));
  });
});

test('while the drive is nearly full a job that saves everything begins with the oldest, and what is picked with the newest', async () => {
  const app = await wholeApp({ clips: 12, uploadMs: 20_000 });
  const byAge = [...app.cloud.truth()].sort((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at));
  const hashes = byAge.map(({ sha256 }) => sha256);
  const asked = () => app.cloud.log.filter(({ route, status }) => route === 'post' && status === 200);
  await app.tell(async () => {
    const { core } = app;
    const keys = [...core.library.clips().columns.key].map((key) => key as ClipKey); // columns hold plain numbers
    const recordedAtMs = (key: ClipKey) => core.library.row(key)?.recordedAtMs ?? 0;
    keys.sort((a, b) => recordedAtMs(a) - recordedAtMs(b));
    given(await core.saving.pause(null, 'until-resumed'));
    given(await core.saving.save(keys.slice(0, 9), { kind: 'all' }));
    given(await core.saving.save(keys.slice(9), { kind: 'selection' }));
    app.cloud.control({ drive: { state: 'memory_full' } });
    core.windowShown(true); // its drive is looked at
    await app.until(() => app.state().systems[0]?.modules[0]?.drive === 'memory_full');
    expect(core.saving.jobs()[1]?.next).toEqual(keys.slice(0, 3));
    given(await core.saving.resume(null));
    await app.until(() => asked().length >= 5);
    expect(clips(asked()).slice(0, 5)).toEqual([...hashes.slice(9).reverse(), ...hashes.slice(0, 2)]);

    app.cloud.control({ drive: { state: 'active' } });
    await app.until(() => app.state().systems[0]?.modules[0]?.drive === 'active');
    const roomAt = asked().length;
    expect(core.saving.jobs()[0]?.next[0]).toBe(keys[8]);
    await app.until(() => app.state().jobs.every(({ state }) => state === 'done'));
    expect(clips(asked()).slice(roomAt, roomAt + 2)).toContain(hashes[8]); // one more may have been on its way
    expect(new Set(clips(asked())).size).toBe(12);
  });
});

test('a clip that somebody wants to play overtakes those that are saved, also when it is one of them', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const [oldest, older, ...rest] = newestFirst(home).reverse();
    if (!oldest || !older) throw new Error('no clips');
    const saved = app.save([app.keyOf(oldest), ...rest.map(app.keyOf)]);
    await app.until(() => app.saving.jobs()[0]?.saved === 1);
    const queued = app.saving.fetch(app.keyOf(oldest));
    const alone = app.saving.fetch(app.keyOf(older));
    expect(await queued).toEqual({ ok: true, value: null });
    expect(await alone).toEqual({ ok: true, value: null });
    await saved;
    const asked = clips(home.answered('post'));
    expect(asked.indexOf(oldest.sha256)).toBeLessThan(5);
    expect(asked.indexOf(older.sha256)).toBeLessThan(5);
    expect(home.uploads()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(isSaved(app, app.keyOf(older))).toBe(false);
  });
});

test('clips that were played are saved without asking the module again', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    const app = await home.start();
    for (const key of app.keys()) expect(await app.saving.fetch(key)).toEqual({ ok: true, value: null });
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 3 }]);
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1]);
    expect(home.answered('get')).toHaveLength(3);
  });
});

test('who no longer waits to play a clip costs the module nothing', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const [first, second] = app.keys();
    if (!first || !second) throw new Error('no clips');
    const playing = app.saving.fetch(first);
    const released = app.saving.fetch(second);
    app.saving.release(second);
    expect(await released).toMatchObject({ ok: false, problem: { kind: 'clip-gone' } });
    expect(await playing).toMatchObject({ ok: true });
    await app.list();
    expect(home.answered('post')).toHaveLength(1);
  });
});

test('a cancelled job keeps what it has, and what its module already uploads', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const { saved: ended, job } = await saveUntil(app, 2);
    await app.saving.cancel(job.id);
    expect(await ended).toMatchObject([{ state: 'cancelled', total: 8 }]);
    await app.list();
    const saved = newestFirst(home).filter((row) => isSaved(app, app.keyOf(row)));
    expect(saved).toHaveLength(home.answered('post').length);
    expect(compareFolder(home.folder, saved)).toEqual({ equal: saved.length, differences: [] });
    expect(saved.length).toBeLessThan(6);

    await app.save();
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });
});

test('a clip that is wanted again while it is still on its way for a cancelled job is not fetched twice', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const { saved: ended, job } = await saveUntil(app, 2);
    await app.saving.cancel(job.id);
    await ended;
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 6 }, { state: 'cancelled' }]);
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });
});

test('a clip of a cancelled job that somebody waits to play is still fetched', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const { saved: ended, job } = await saveUntil(app, 1);
    const oldest = app.keys().at(-1);
    const playing = oldest && app.saving.fetch(oldest);
    await app.saving.cancel(job.id);
    expect(await playing).toEqual({ ok: true, value: null });
    await ended;
  });
});

test('nobody who waits to play is left without an answer when the app quits', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const [newest, second] = app.keys();
    if (!newest || !second) throw new Error('no clips');
    const saved = app.saving.save([newest], { kind: 'selection' });
    await saved;
    const queued = app.saving.fetch(newest);
    const alone = app.saving.fetch(second);
    await app.quit();
    expect(await queued).toMatchObject({ ok: false });
    expect(await alone).toMatchObject({ ok: false });
  });
});
