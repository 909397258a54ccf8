import fs, { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  checkFolder,
  chooseFolder,
  clearPartials,
  findFolder,
  removePartials,
  roomIn,
} from '../../../../main/saving/folder/folder.ts';
import { given } from '../../blink/connected.ts';
import { temporaryFolder } from '../../library/room.ts';

test('a folder that is chosen gets a marker, by which it is known again wherever it is', async () => {
  const place = await temporaryFolder();
  const folder = given(await chooseFolder(join(place, 'new', 'clips')));
  expect((await readFile(join(folder.path, '.cliptray-folder'), 'utf8')).trim()).toBe(folder.id);
  await rename(folder.path, join(place, 'elsewhere'));
  expect(await findFolder(join(place, 'elsewhere'))).toEqual({ id: folder.id, path: join(place, 'elsewhere') });
  expect(given(await chooseFolder(join(place, 'elsewhere'))).id).toBe(folder.id);
});

test('what is in a folder already stays as it is', async () => {
  const place = await temporaryFolder();
  await writeFile(join(place, 'holiday.jpg'), 'a picture');
  given(await chooseFolder(place));
  expect(await readFile(join(place, 'holiday.jpg'), 'utf8')).toBe('a picture');
});

test('a folder without a marker was never chosen', async () => {
  expect(await findFolder(await temporaryFolder())).toBeNull();
  expect(await findFolder('/nowhere/at/all')).toBeNull();
});

test('a file cannot be chosen', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  expect(await chooseFolder(file)).toMatchObject({ ok: false, problem: { kind: 'folder-missing', subject: file } });
});

test('a folder whose marker is gone or another is missing, not empty', async () => {
  const place = await temporaryFolder();
  const folder = given(await chooseFolder(place));
  expect(await checkFolder(folder, 0)).toBeNull();
  await writeFile(join(place, '.cliptray-folder'), 'another\n');
  expect(await checkFolder(folder, 0)).toMatchObject({ kind: 'folder-missing' });
  await rm(join(place, '.cliptray-folder'));
  expect(await checkFolder(folder, 0)).toMatchObject({ kind: 'folder-missing', subject: place });
});

test('a folder that goes away while it is looked at is not made again in its place', async () => {
  const place = join(await temporaryFolder(), 'clips');
  const folder = given(await chooseFolder(place));
  const readFile = vi.spyOn(fs, 'readFile').mockImplementationOnce(async () => {
    await rename(place, `${place} on a shelf`);
    return folder.id;
  });
  onTestFinished(() => readFile.mockRestore());
  expect(await checkFolder(folder, 0)).toMatchObject({ kind: 'folder-missing', subject: place });
  await expect(fs.stat(place)).rejects.toThrow('ENOENT');
});

test('a disk counts as full when its reserve is touched, which is never more than a twentieth of it', async () => {
  const folder = given(await chooseFolder(await temporaryFolder()));
  const room = await fs.statfs(folder.path);
  const statfs = vi.spyOn(fs, 'statfs');
  onTestFinished(() => statfs.mockRestore());
  const volume = { ...room, bsize: 1000, blocks: 1000 }; // a megabyte, of which 50,000 bytes are kept free
  statfs.mockResolvedValue({ ...volume, bavail: 51 });
  expect(await checkFolder(folder, 200_000_000)).toBeNull();
  statfs.mockResolvedValue({ ...volume, bavail: 49 });
  expect(await checkFolder(folder, 200_000_000)).toMatchObject({ kind: 'disk-full' });
  expect(await checkFolder(folder, 40_000)).toBeNull();
});

test('a folder that is yet to be made has the room of the disk it would be made on', async () => {
  const folder = await temporaryFolder();
  const room = await roomIn(join(folder, 'Videos', 'Blink'));
  expect(room?.totalBytes).toBe((await roomIn(folder))?.totalBytes);
  expect(room?.freeBytes).toBeGreaterThan(0);
  expect(await readdir(folder)).toEqual([]);
});

test('unfinished files are cleared, and their folder goes at the end', async () => {
  const folder = given(await chooseFolder(await temporaryFolder()));
  const partials = join(folder.path, '.cliptray-partial');
  await mkdir(partials, { recursive: true });
  await writeFile(join(partials, '7.part'), 'half');
  await clearPartials(folder);
  expect(await readdir(partials)).toEqual([]);
  await removePartials(folder);
  expect(await readdir(folder.path)).toEqual(['.cliptray-folder']);
});
