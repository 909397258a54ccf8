// The folder goes away, cannot be written to, or is full: saving holds, and goes on by itself when that is over.
import fs, { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { ProblemKind } from '../../../../preload/contract.ts';
import { type Household, household, saveUntil } from '../household.ts';
import type { Run } from '../run.ts';

const fileError = (code: string) => Object.assign(new Error(code), { code });

/** Saves all while `trouble` lasts from the third clip on; `over` ends it. */
async function expectToHold(
  home: Household,
  app: Run,
  kind: ProblemKind,
  trouble: () => Promise<unknown>,
  over: () => Promise<unknown>,
): Promise<void> {
  const { saved } = await saveUntil(app, 2);
  await home.clock.busy(trouble());
  await app.until(() => app.saving.folderProblem?.kind === kind);
  const asked = home.answered('post').length;
  await home.clock.sleep(3_600_000);
  expect(home.answered('post').length - asked).toBeLessThanOrEqual(1);
  expect(app.saving.folderProblem).toMatchObject({ kind, subject: home.folder });
  await home.clock.busy(over());
  expect(await saved).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
  expect(app.saving.folderProblem).toBeNull();
  expect(app.saving.failed()).toEqual([]);
  home.expectAllSaved();
}

test('a folder that goes away, as with its drive, is waited for', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const away = join(dirname(home.folder), 'away');
    await expectToHold(
      home,
      app,
      'folder-missing',
      () => rename(home.folder, away),
      () => rename(away, home.folder),
    );
  });
});

test('an empty place where the folder was is not the folder, and nothing is written to it', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const away = join(dirname(home.folder), 'away');
    await expectToHold(
      home,
      app,
      'folder-missing',
      async () => {
        await rename(home.folder, away);
        await mkdir(home.folder);
      },
      async () => {
        expect(await readdir(home.folder)).toEqual([]);
        await rm(home.folder, { recursive: true });
        await rename(away, home.folder);
      },
    );
  });
});

test('a folder that becomes read-only is waited for', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    // As a drive does that was mounted again after an error; root may write to any other folder.
    const access = vi.spyOn(fs, 'access');
    onTestFinished(() => access.mockRestore());
    await expectToHold(
      home,
      app,
      'folder-read-only',
      async () => access.mockRejectedValue(fileError('EROFS')),
      async () => access.mockRestore(),
    );
  });
});

test('the reserve of a disk that fills up is left alone', async () => {
  const home = await household();
  await home.tell(async () => {
    const app = await home.start({ reserveBytes: 200_000_000 });
    const room = await fs.statfs(home.folder);
    const statfs = vi.spyOn(fs, 'statfs');
    onTestFinished(() => statfs.mockRestore());
    await expectToHold(
      home,
      app,
      'disk-full',
      async () => statfs.mockResolvedValue({ ...room, bavail: 1000 }),
      async () => statfs.mockRestore(),
    );
  });
});

test('a disk that is full in the middle of a clip fails no clip', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    const app = await home.start();
    const { open } = fs;
    const full = vi.spyOn(fs, 'open').mockImplementation((file, flags) => {
      return flags === 'wx+' ? open('/dev/full', 'r+') : open(file, flags);
    });
    onTestFinished(() => full.mockRestore());
    const saved = app.save();
    await app.until(() => app.saving.folderProblem?.kind === 'disk-full');
    full.mockRestore();
    expect(await saved).toMatchObject([{ state: 'done', saved: 3, failed: 0 }]);
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1, 1, 1]);
  });
});

test('a name that the folder does not take costs this clip and no other', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    let nameOf = (key: number) => `${key}.mp4`;
    const app = await home.start({ odd: { wantedName: (key) => nameOf(key) } });
    const [newest] = app.keys();
    nameOf = (key) => (key === newest ? `${'x'.repeat(300)}.mp4` : `${key}.mp4`);
    expect(await app.save()).toMatchObject([{ state: 'done', saved: 2, failed: 1 }]);
    expect(app.saving.failed()).toMatchObject([{ key: newest, problem: { kind: 'name-too-long' } }]);
  });
});

test('a file that is there already is left alone, and the clip gets a number', async () => {
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    const app = await home.start();
    const [newest] = app.keys();
    const name = newest === undefined ? '' : app.library.nameOf(newest);
    await mkdir(dirname(join(home.folder, name)), { recursive: true });
    await writeFile(join(home.folder, name), 'mine');
    await app.save();
    const copies = await app.copies();
    expect(copies.map((copy) => copy.path)).toContain(name.replace('.mp4', ' (2).mp4'));
    expect(await fs.readFile(join(home.folder, name), 'utf8')).toBe('mine');
  });
});

test('nothing is saved before a folder is chosen', async () => {
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    const app = await home.start();
    await app.saving.useFolder(null);
    const refused = await app.saving.save(app.keys(), { kind: 'all' });
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'folder-missing' } });
    const [newest] = app.keys();
    expect(newest && (await app.saving.fetch(newest))).toMatchObject({ ok: true }); // playing needs none
  });
});
