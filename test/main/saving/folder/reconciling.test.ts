// The folder as the person left it: what they moved is found, what they removed stays removed, what is away is not.
import { mkdir, readdir, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ClipFlag, type ClipKey } from '../../../../preload/contract.ts';
import { given } from '../../blink/connected.ts';
import { type Household, household } from '../household.ts';
import { isSaved, type Run } from '../run.ts';

const isRemoved = (app: Run, key: ClipKey) => ((app.library.row(key)?.flags ?? 0) & ClipFlag.removedByYou) !== 0;

/** All clips are saved; then the app is not running while `meanwhile` happens, and starts again. */
async function afterwards(
  home: Household,
  meanwhile: (files: readonly string[]) => Promise<unknown>,
  then: (app: Run, files: readonly string[]) => Promise<void>,
): Promise<void> {
  await home.tell(async () => {
    const first = await home.start();
    await first.save();
    const files = (await first.copies()).map(({ path }) => join(home.folder, path));
    await first.quit();
    await home.clock.busy(meanwhile(files));
    const app = await home.start();
    await looked(app);
    await then(app, files);
  });
}

/** A look is over when the one after it would begin. */
async function looked(app: Run): Promise<void> {
  app.saving.reconciling.look();
  await app.saving.reconciling.rested();
}

test('a file that was removed is not fetched by saving everything, and is by asking for it', async () => {
  const home = await household({ clips: 4 });
  await afterwards(
    home,
    ([first = '']) => unlink(first),
    async (app) => {
      const [key] = app.keys().filter((one) => isRemoved(app, one));
      if (key === undefined) throw new Error('no clip counts as removed');
      expect(isSaved(app, key)).toBe(false);
      expect(given(await app.saving.save(app.keys(), { kind: 'all' })).added).toBe(0);
      expect(given(await app.saving.save([key], { kind: 'selection' })).added).toBe(1);
      await app.idle();
      expect([isSaved(app, key), isRemoved(app, key)]).toEqual([true, false]);
      home.expectAllSaved();
    },
  );
});

test('files that were moved and renamed are found again, and none is fetched twice', async () => {
  const home = await household({ clips: 4 });
  await afterwards(
    home,
    async (files) => {
      await mkdir(join(home.folder, 'Best of'));
      for (const [index, file] of files.entries()) await rename(file, join(home.folder, 'Best of', `${index}.mp4`));
    },
    async (app) => {
      expect((await app.copies()).map(({ path }) => dirname(path))).toEqual(Array(4).fill('Best of'));
      expect(app.keys().every((key) => isSaved(app, key))).toBe(true);
      expect(given(await app.saving.save(app.keys(), { kind: 'all' })).added).toBe(0);
    },
  );
});

test('another file of the same size in its place is not the clip', async () => {
  const home = await household({ clips: 2 });
  await afterwards(
    home,
    async ([first = '']) => {
      const { size } = await stat(first);
      await unlink(first);
      await writeFile(join(home.folder, 'mine.mp4'), Buffer.alloc(size));
    },
    async (app) => {
      expect(app.keys().filter((key) => isRemoved(app, key))).toHaveLength(1);
    },
  );
});

test('a folder that is away says nothing of its files', async () => {
  const home = await household({ clips: 3 });
  await afterwards(
    home,
    async () => {
      await rename(home.folder, `${home.folder} away`);
      await mkdir(home.folder);
      await writeFile(join(home.folder, '.cliptray-folder'), 'another\n');
    },
    async (app) => {
      expect(app.saving.reconciling.question).toBeNull();
      expect(app.keys().some((key) => isRemoved(app, key))).toBe(false);
    },
  );
});

test('where many are gone at once, nothing is believed until the person says so', async () => {
  const home = await household({ clips: 40 });
  await afterwards(
    home,
    (files) => Promise.all(files.slice(0, 25).map((file) => unlink(file))),
    async (app) => {
      expect(app.saving.reconciling.question).toMatchObject({ kind: 'files-missing', subject: home.folder });
      expect(app.keys().every((key) => isSaved(app, key))).toBe(true);
      await app.saving.reconciling.confirmRemoved();
      expect(app.saving.reconciling.question).toBeNull();
      expect(app.keys().filter((key) => isRemoved(app, key))).toHaveLength(25);
    },
  );
});

test('many that come back end the question', async () => {
  const home = await household({ clips: 30 });
  const away = join(dirname(home.folder), 'away');
  await afterwards(
    home,
    async () => {
      await mkdir(away);
      for (const name of await readdir(home.folder))
        if (!name.startsWith('.')) await rename(join(home.folder, name), join(away, name));
    },
    async (app) => {
      expect(app.saving.reconciling.question?.kind).toBe('files-missing');
      for (const name of await readdir(away)) await rename(join(away, name), join(home.folder, name));
      await rm(away, { recursive: true });
      await home.clock.sleep(60_000);
      await looked(app);
      expect(app.saving.reconciling.question).toBeNull();
      home.expectAllSaved();
    },
  );
});
