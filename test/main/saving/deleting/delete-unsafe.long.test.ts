// Clips that are not safely saved stay on the drive, whoever wants them deleted.
import { appendFile, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseFolder } from '../../../../main/saving/index.ts';
import type { Deletion, KeptWhy } from '../../../../preload/contract.ts';
import { given } from '../../blink/connected.ts';
import { household } from '../household.ts';
import { deleting, expectOnlySafeOnesGone, fileOf, otherFolder } from './deleting.ts';

const keptFor = (why: KeptWhy, clips = 1): Partial<Deletion> => ({ state: 'done', deleted: 0, kept: [{ why, clips }] });

/** No clip was asked for: the drive has what it had. */
function expectNoRequest({ requests, gone }: { requests(): number; gone(): readonly unknown[] }): void {
  expect({ requests: requests(), gone: gone() }).toEqual({ requests: 0, gone: [] });
}

test('a clip that was never saved stays', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const app = await home.start();
    expect(await app.delete(app.keys())).toMatchObject(keptFor('not-saved', 4));
  });
  expect(home.cloud.log.filter(({ route }) => route === 'delete')).toEqual([]);
});

test('of saved and unsaved clips only the saved ones leave', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const app = await home.start();
    await app.save(app.keys().slice(0, 3));
    expect(await app.delete(app.keys())).toMatchObject({ deleted: 3, kept: [{ why: 'not-saved', clips: 1 }] });
  });
  expectOnlySafeOnesGone(home);
});

test('before anything is asked, the person is told what stays and why', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const app = await home.start();
    const saved = app.keys().slice(0, 3);
    await app.save(saved);
    expect(given(await app.saving.deletions.look(app.keys()))).toEqual({
      deletable: saved,
      kept: [{ why: 'not-saved', clips: 1 }],
    });
  });
});

test('a clip whose file the person deleted stays', () =>
  deleting(async (at) => {
    const key = at.first;
    await rm(await fileOf(at.app, key, at.home.folder));
    expect(await at.app.delete([key])).toMatchObject(keptFor('file-missing'));
    expectNoRequest(at);
  }));

test('a clip whose file has grown stays', () =>
  deleting(async (at) => {
    const key = at.first;
    await appendFile(await fileOf(at.app, key, at.home.folder), 'a note');
    expect(await at.app.delete([key])).toMatchObject(keptFor('file-changed'));
    expectNoRequest(at);
  }));

test('a clip whose file was cut short stays', () =>
  deleting(async (at) => {
    const key = at.first;
    await truncate(await fileOf(at.app, key, at.home.folder), 1000);
    expect(await at.app.delete([key])).toMatchObject(keptFor('file-changed'));
    expectNoRequest(at);
  }));

test('a clip whose file has one other byte stays', () =>
  deleting(async (at) => {
    const key = at.first;
    const file = await fileOf(at.app, key, at.home.folder);
    const bytes = await readFile(file);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(file, bytes);
    expect(await at.app.delete([key])).toMatchObject(keptFor('file-changed'));
    expectNoRequest(at);
  }));

test('a clip stays whose name in the folder only leads to a file elsewhere', () =>
  deleting(async (at) => {
    const key = at.first;
    const file = await fileOf(at.app, key, at.home.folder);
    const elsewhere = join(at.home.profile, 'elsewhere.mp4');
    await rename(file, elsewhere);
    await symlink(elsewhere, file);
    expect(await at.app.delete([key])).toMatchObject(keptFor('file-missing'));
    expectNoRequest(at);
  }));

test('a clip stays where a folder stands under the name of its file', () =>
  deleting(async (at) => {
    const key = at.first;
    const file = await fileOf(at.app, key, at.home.folder);
    await rm(file);
    await mkdir(file);
    expect(await at.app.delete([key])).toMatchObject(keptFor('file-missing'));
    await rm(file, { recursive: true });
    expectNoRequest(at);
  }));

test('while the folder is away nothing leaves the drive', () =>
  deleting(async (at) => {
    const away = `${at.home.folder} unplugged`;
    await rename(at.home.folder, away);
    expect(await at.app.delete(at.keys)).toMatchObject(keptFor('folder-away', 4));
    await rename(away, at.home.folder);
    expectNoRequest(at);
  }));

test('an empty mount point in the place of the folder permits nothing', () =>
  deleting(async (at) => {
    const away = `${at.home.folder} unplugged`;
    await rename(at.home.folder, away);
    await mkdir(at.home.folder);
    expect(await at.app.delete(at.keys)).toMatchObject(keptFor('folder-away', 4));
    await rm(at.home.folder, { recursive: true });
    await rename(away, at.home.folder);
    expectNoRequest(at);
  }));

test('another folder of ours in its place permits nothing, even with the same files', () =>
  deleting(async (at) => {
    await writeFile(join(at.home.folder, '.cliptray-folder'), 'another\n');
    expect(await at.app.delete(at.keys)).toMatchObject(keptFor('folder-away', 4));
    expectNoRequest(at);
  }));

test('what was saved into a folder for one run alone does not count as saved', async () => {
  const home = await household({ clips: 4 });
  await home.tell(async () => {
    const app = await home.start();
    const once = given(await home.clock.busy(chooseFolder(join(home.profile, 'once'))));
    await app.saving.useFolder(once, false);
    await app.save();
    expect(await app.delete(app.keys())).toMatchObject(keptFor('not-saved', 4));
  });
  expect(home.cloud.log.filter(({ route }) => route === 'delete')).toEqual([]);
});

test('a clip that waits to be saved into another folder stays', () =>
  deleting(async (at) => {
    await at.app.quit();
    const again = await at.home.start({ folder: otherFolder(at.home) });
    await again.saving.pause(null, 'until-resumed');
    await again.saving.save(at.keys.slice(0, 2), { kind: 'selection' });
    expect(await again.delete(at.keys)).toMatchObject({ deleted: 2, kept: [{ why: 'waits', clips: 2 }] });
  }));

test('where one of two files is broken, the other one permits the deletion', () =>
  deleting(async (at) => {
    const key = at.first;
    await appendFile(await fileOf(at.app, key, at.home.folder), 'a note');
    await at.app.quit();
    const again = await at.home.start({ folder: otherFolder(at.home) });
    await again.save();
    expect(await again.delete([key])).toMatchObject({ deleted: 1 });
  }));

test('a clip that has left the drive by itself is not asked for', () =>
  deleting(async (at) => {
    const [row] = at.home.cloud.truth();
    if (!row) throw new Error('no clip');
    const key = at.app.keyOf(row);
    at.home.cloud.control({ remove: { sha256: [row.sha256] } });
    expect(await at.app.delete([key])).toMatchObject(keptFor('not-on-drive'));
    expect(at.requests()).toBe(0);
  }));

test('a drive that cannot be read is not asked to delete anything', () =>
  deleting(async (at) => {
    at.home.cloud.control({ drive: { state: 'format_required' } });
    at.app.saving.deletions.start(at.keys);
    await at.app.until(() => at.app.saving.deletions.shown()?.problem !== null);
    expect(at.app.saving.deletions.shown()).toMatchObject({
      state: 'running',
      deleted: 0,
      problem: { kind: 'manifest-not-ready' },
    });
    at.app.saving.deletions.stop('person');
    expect(at.app.saving.deletions.shown()).toMatchObject({ state: 'stopped', kept: [{ why: 'not-asked', clips: 4 }] });
    expectNoRequest(at);
  }));

test('of two clips of one camera in one second the right one leaves', () =>
  deleting(
    async ({ home, app, gone }) => {
      const [elder, twin] = home.cloud.truth().slice(14);
      expect(twin).toMatchObject({ camera: elder?.camera, created_at: elder?.created_at });
      const copy = (await app.copies()).find(({ sha256 }) => sha256 === twin?.sha256);
      if (!copy) throw new Error('the twin is not saved');
      expect(await app.delete([copy.key])).toMatchObject({ deleted: 1 });
      expect(gone().map(({ sha256 }) => sha256)).toEqual([twin?.sha256]);
    },
    { clips: 16, odd: ['equal-seconds'] },
  ));

test('of two cameras with one name in the list, the right clip leaves', () =>
  deleting(
    async ({ home, app, gone }) => {
      const [chosen] = home.cloud.truth();
      const copy = (await app.copies()).find(({ sha256 }) => sha256 === chosen?.sha256);
      if (!copy) throw new Error('the clip is not saved');
      expect(await app.delete([copy.key])).toMatchObject({ deleted: 1 });
      expect(gone().map(({ sha256 }) => sha256)).toEqual([chosen?.sha256]);
    },
    { odd: ['collide'] },
  ));
