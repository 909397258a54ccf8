// Folders change: a job belongs to the one it was started for, and each folder knows its own copies.
import { mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseFolder } from '../../../../main/saving/index.ts';
import { given } from '../../blink/connected.ts';
import { type Household, household, saveUntil } from '../household.ts';
import { isSaved, type Run } from '../run.ts';

const otherOf = (home: Household) => join(dirname(home.folder), 'other clips');

/** As a person does in the settings. */
async function changeFolder(home: Household, app: Run, to: string): Promise<void> {
  await app.saving.useFolder(given(await home.clock.busy(chooseFolder(to))));
}

test('a clip that waits for one folder can be saved to another one, too', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const app = await home.start();
    void app.save();
    await changeFolder(home, app, otherOf(home));
    expect(await app.saving.save(app.keys(), { kind: 'all' })).toMatchObject({ ok: true, value: { added: 4 } });
    await app.idle();
    home.expectAllSaved();
    home.expectAllSaved(otherOf(home));
  });
});

test('a job goes on saving to the folder that it was started for when another one is chosen', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 3);
    await changeFolder(home, app, otherOf(home));
    expect(await saved).toMatchObject([{ state: 'done', saved: 8, folderPath: home.folder }]);
    home.expectAllSaved();
    expect(await readdir(otherOf(home))).toEqual(['.cliptray-folder', '.cliptray-partial']);
  });
});

test('it does so after a restart as well', async () => {
  const home = await household();
  await home.tell(async () => {
    const first = await home.start({ fate: { call: 'saved', moment: 'after', nth: 3 } });
    void first.save();
    await first.killed;
    await first.quit();
    const second = await home.start({ folder: otherOf(home) });
    expect(await second.idle()).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    home.expectAllSaved();
    await second.quit();
    expect(await readdir(otherOf(home))).toEqual(['.cliptray-folder']);
    expect(await readdir(home.folder)).not.toContain('.cliptray-partial');
  });
});

test('while its folder is away a job waits and says why, and jobs of other folders go on', async () => {
  const home = await household({ clips: 4 });
  const away = join(dirname(home.folder), 'away');
  await home.tell(async () => {
    const first = await home.start({ fate: { call: 'saved', moment: 'after', nth: 1 } });
    void first.save();
    await first.killed;
    await first.quit();
    await home.clock.busy(rename(home.folder, away));

    const second = await home.start({ folder: otherOf(home) });
    await second.saving.save(second.keys(), { kind: 'all' });
    await second.until(() => second.saving.jobs().some(({ state }) => state === 'done'));
    home.expectAllSaved(otherOf(home));
    expect(second.saving.folderProblem).toBeNull();
    expect(second.saving.jobs()[0]).toMatchObject({
      state: 'running',
      saved: 1,
      folderPath: home.folder,
      problem: { kind: 'folder-missing', subject: home.folder },
    });

    await home.clock.busy(rename(away, home.folder));
    await second.idle();
    home.expectAllSaved();
  });
});

test('a clip that stood under its name when the app was killed is adopted when its folder is back', async () => {
  const home = await household({ clips: 3 });
  const away = join(dirname(home.folder), 'away');
  await home.tell(async () => {
    const first = await home.start({ fate: { call: 'saved', moment: 'before', nth: 3 } });
    void first.save();
    await first.killed;
    await first.quit();
    await home.clock.busy(rename(home.folder, away));
    const second = await home.start({ folder: otherOf(home) });
    await second.until(() => second.saving.jobs()[0]?.problem?.kind === 'folder-missing');
    await home.clock.busy(rename(away, home.folder));
    expect(await second.idle()).toMatchObject([{ state: 'done', saved: 3 }]);
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1]);
  });
});

test('a folder that stands elsewhere when it is chosen again is the same one', async () => {
  const home = await household({ clips: 4 });
  const moved = join(dirname(home.folder), 'moved');
  await home.tell(async () => {
    const first = await home.start({ fate: { call: 'saved', moment: 'after', nth: 2 } });
    void first.save();
    await first.killed;
    await first.quit();
    await home.clock.busy(rename(home.folder, moved));
    const second = await home.start({ folder: moved });
    await second.idle();
    home.expectAllSaved(moved);
  });
});

test('somebody who plays a clip that waits for a folder which is away is not kept waiting', async () => {
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    const app = await home.start();
    const saved = app.save();
    await home.clock.busy(rename(home.folder, otherOf(home)));
    await home.clock.busy(mkdir(home.folder));
    await app.until(() => app.saving.folderProblem !== null);
    const [newest] = app.keys();
    expect(newest && (await app.saving.fetch(newest))).toEqual({ ok: true, value: null });
    await home.clock.busy(rename(otherOf(home), home.folder));
    await saved;
    home.expectAllSaved();
  });
});

test('what was saved into a folder for once does not count as saved, until that folder is chosen', async () => {
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    const app = await home.start();
    const other = given(await home.clock.busy(chooseFolder(otherOf(home))));
    await app.saving.useFolder(other, false);
    await app.save();
    home.expectAllSaved(otherOf(home));
    const areSaved = () => app.keys().map((key) => isSaved(app, key));
    expect(areSaved()).toEqual([false, false]);
    await app.saving.useFolder(other);
    expect(areSaved()).toEqual([true, true]);
  });
});

test('clips saved elsewhere lie there, and the next ones in the chosen folder again', async () => {
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    const app = await home.start();
    const other = given(await home.clock.busy(chooseFolder(otherOf(home))));
    const saved = app.saving.save(app.keys(), { kind: 'selection' }, other);
    expect(await saved).toMatchObject({ ok: true, value: { added: 2 } });
    expect(await app.idle()).toMatchObject([{ state: 'done', saved: 2, folderPath: otherOf(home) }]);
    home.expectAllSaved(otherOf(home));
    expect(app.keys().map((key) => isSaved(app, key))).toEqual([false, false]);
    expect(await app.saving.save(app.keys(), { kind: 'selection' }, other)).toMatchObject({ value: { added: 0 } });
    await app.save();
    home.expectAllSaved();
  });
});

test('what was saved before another folder was chosen stays saved', async () => {
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    const app = await home.start();
    await app.save();
    await changeFolder(home, app, otherOf(home));
    expect(app.keys().every((key) => isSaved(app, key))).toBe(true);
    const [key] = app.keys();
    const files = key ? await app.library.queue.filesOf(key) : [];
    expect(files).toMatchObject([{ folder: { path: home.folder } }]);
  });
});
