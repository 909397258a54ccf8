// Whenever the app is killed, the next start goes on exactly there.
import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { ClipKey } from '../../../preload/contract.ts';
import { given } from '../blink/connected.ts';
import { type Household, household } from './household.ts';
import type { Fate } from './mortal.ts';

/** Saves until its fate comes, and then once more to the end. */
async function saveTwice(home: Household, fate: Fate): Promise<void> {
  const first = await home.start({ fate });
  void first.saving.save(first.keys(), { kind: 'all' });
  await first.killed;
  await first.quit();
  const second = await home.start();
  await second.idle();
  const states = (await second.copies()).map(({ state }) => state);
  expect(states).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
  await second.quit();
  home.expectAllSaved();
  expect(await readdir(home.folder)).not.toContain('.cliptray-partial');
}

test('a clip whose request was written down but never sent is asked for', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    await saveTwice(home, { call: 'requested', moment: 'after', nth: 2 });
    expect(home.uploads()).toEqual([1, 1, 1, 1]);
  });
});

test('a clip that arrived but was not sealed is taken from its copy in the cloud', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    await saveTwice(home, { call: 'seal', moment: 'before', nth: 4 });
    expect(home.uploads()).toEqual([1, 1, 1, 1]);
    expect(home.answered('get')).toHaveLength(5);
  });
});

test('a clip that was sealed but not linked is taken from its copy in the cloud', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    await saveTwice(home, { call: 'seal', moment: 'after', nth: 4 });
    expect(home.uploads()).toEqual([1, 1, 1, 1]);
    expect(home.answered('get')).toHaveLength(5);
  });
});

test('a clip that stands under its name but does not count as saved is adopted', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    await saveTwice(home, { call: 'saved', moment: 'before', nth: 4 });
    expect(home.uploads()).toEqual([1, 1, 1, 1]);
    expect(home.answered('get')).toHaveLength(4);
  });
});

test('a job that was killed before its last list was read ends with one that confirms it', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    await saveTwice(home, { call: 'endJob', moment: 'before', nth: 1 });
    expect(home.uploads()).toEqual([1, 1, 1, 1]);
  });
});

test('a module whose clips were all saved before the kill is asked to confirm them, too', async () => {
  const home = await household({ clips: 6, modules: 2, uploadJitter: 0 });
  await home.tell(async () => {
    const first = await home.start({ fate: { call: 'saved', moment: 'after', nth: 3 } });
    const moduleOf = (key: ClipKey) => first.library.row(key)?.moduleId;
    const [one, ...others] = first.keys();
    const many = others.filter((key) => one && moduleOf(key) !== moduleOf(one));
    void first.save(one ? [one, ...many] : []);
    await first.killed;
    await first.quit();
    const second = await home.start({ unlisted: true });
    expect(await second.idle()).toMatchObject([{ state: 'done', saved: 1 + many.length }]);
    expect((await second.copies()).filter(({ state }) => state !== 'confirmed')).toEqual([]);
  });
});

test('a copy that has left the cloud meanwhile is uploaded again', async () => {
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    const first = await home.start({ fate: { call: 'seal', moment: 'before', nth: 2 } });
    void first.saving.save(first.keys(), { kind: 'all' });
    await first.killed;
    await first.quit();
    await home.clock.sleep(3_600_000);
    const second = await home.start();
    await second.idle();
    home.expectAllSaved();
    expect(home.uploads()).toEqual([2, 1]);
  });
});

test('quitting in the middle of a body is no bad arrival, and nothing unfinished stays', async () => {
  const home = await household({ clips: 2, clipKib: { from: 900, to: 900 }, mbps: 0.8 });
  await home.tell(async () => {
    const first = await home.start();
    void first.saving.save(first.keys(), { kind: 'all' });
    await first.until(() => first.saving.lanes().some((lane) => lane.arriving.some(({ part }) => (part ?? 0) > 0.2)));
    const quitAtMs = home.clock.now();
    await first.quit();
    expect(home.clock.now() - quitAtMs).toBeLessThanOrEqual(3000);
    expect(await readdir(home.folder)).toEqual(['.cliptray-folder']);
    const second = await home.start();
    const { items } = await second.library.queue.load();
    expect(items.map(({ attempts }) => attempts)).toEqual([0, 0]);
    await second.idle();
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1]);
  });
});

test('a body that is nearly there when the app quits is still saved', async () => {
  const home = await household({ clips: 1, clipKib: { from: 150, to: 150 }, mbps: 0.8 });
  await home.tell(async () => {
    const app = await home.start();
    void app.saving.save(app.keys(), { kind: 'all' });
    await app.until(() => app.saving.lanes().some((lane) => lane.arriving.length > 0));
    await app.quit();
    home.expectAllSaved();
  });
});

test('what was given up is still known after a restart, and can be tried again', async () => {
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    const [gone] = home.cloud.truth();
    const first = await home.start();
    const saved = first.save();
    if (gone) home.cloud.control({ remove: { sha256: [gone.sha256] } });
    await saved;
    await first.quit();
    const second = await home.start();
    expect(second.saving.failed()).toMatchObject([{ problem: { kind: 'clip-gone' }, nextTryAtMs: null }]);
  });
});

test('starting again and again in the middle of a start leaves one queue', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    const first = await home.start({ fate: { call: 'requested', moment: 'before', nth: 1 } });
    void first.saving.save(first.keys(), { kind: 'all' });
    await first.killed;
    await first.quit();
    const second = await home.start();
    void second.saving.changeAccount();
    await second.saving.save(second.keys(), { kind: 'all' });
    await second.idle();
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1]);
  });
});

test('a kill keeps what a person held and moved, and what was given up', async () => {
  const home = await household({ clips: 6 });
  await home.tell(async () => {
    const [gone] = home.cloud.truth();
    if (!gone) throw new Error('clips were recorded');
    const first = await home.start({ fate: { call: 'moveJob', moment: 'after', nth: 1 } });
    const lost = first.keyOf(gone);
    home.cloud.control({ remove: { sha256: [gone.sha256] } });
    given(await first.saving.save([lost], { kind: 'selection' }));
    await first.idle();

    given(await first.saving.pause(null, 'until-resumed'));
    const [one, two, ...others] = first.keys().filter((key) => key !== lost);
    if (!one || !two) throw new Error('clips are listed');
    const all = given(await first.saving.save(others, { kind: 'all' })).jobId;
    const picked = given(await first.saving.save([one, two], { kind: 'selection' })).jobId;
    if (!all || !picked) throw new Error('there are clips to save');
    given(await first.saving.pause(picked, 'until-resumed'));
    void first.saving.move(all, picked);
    await first.killed;
    await first.quit();

    const second = await home.start();
    expect(second.saving.pausedAll).toEqual({ untilMs: null });
    expect(second.saving.jobs()).toMatchObject([
      { id: all, pause: null, total: 3 },
      { id: picked, pause: { untilMs: null }, total: 2 },
    ]);
    expect(second.saving.failed()).toMatchObject([{ key: lost, problem: { kind: 'clip-gone' } }]);
    given(await second.saving.resume(null));
    await second.until(() => second.saving.jobs().some(({ id, state }) => id === all && state === 'done'));
    expect(second.saving.jobs()[0]).toMatchObject({ id: picked, state: 'paused', saved: 0 });
    given(await second.saving.resume(picked));
    expect(await second.idle()).toMatchObject([
      { id: picked, state: 'done', saved: 2 },
      { id: all, state: 'done', saved: 3 },
    ]);
  });
});
