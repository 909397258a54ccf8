import fs, { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Copy, readMp4 } from '../../../../main/library/index.ts';
import { type ChosenFolder, hashOf } from '../../../../main/saving/index.ts';
import { adoptSealed, keep } from '../../../../main/saving/receiving/keep.ts';
import type { ClipKey } from '../../../../preload/contract.ts';
import { virtualClock } from '../../../virtual-clock.ts';
import { folder as folderId, keyAt, openRoom, type Room, row, temporaryFolder } from '../../library/room.ts';

const pair = { manifestId: '5120', clipId: '3050607001' };
const name = 'Front gate/2026-02-03/19.01.mp4';
const video = await readFile(join(import.meta.dirname, '../../../blink-cloud/fixtures/small.mp4'));
const clock = virtualClock();

interface Scene {
  readonly room: Room;
  readonly folder: ChosenFolder;
  readonly key: ClipKey;
  /** Names the unfinished file `wanted`. */
  keep(wanted?: string): ReturnType<typeof keep>;
  copies(): Promise<readonly Copy[]>;
}

/** A clip that has arrived, and a folder for it. */
async function arrived(): Promise<Scene> {
  const room = await openRoom(await temporaryFolder(), clock);
  await room.list('5120', [row(1)]);
  const folder = { id: folderId, path: join(await temporaryFolder(), 'clips') };
  const key = keyAt(room.library, 1);
  await room.library.queue.addJob({ kind: 'selection' }, [key], folder.id, clock.now());
  const file = join(folder.path, '.cliptray-partial', '1.part');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, video);
  const mp4 = await readMp4(async (offset, size) => video.subarray(offset, offset + size), video.length);
  if (!mp4.ok) throw new Error('the fixture is a video');
  const arrival = { file, bytes: video.length, sha256: (await hashOf(file)) ?? '', mp4: mp4.value };
  return {
    room,
    folder,
    key,
    keep: (wanted = name) => keep(arrival, { key, pair, name: wanted }, folder, room.library.queue, clock),
    copies: () => room.library.queue.copiesIn(folder.id),
  };
}

const partials = (folder: ChosenFolder) => readdir(join(folder.path, '.cliptray-partial'));

function withoutHardLinks(): void {
  const link = vi.spyOn(fs, 'link').mockRejectedValue(Object.assign(new Error('EPERM'), { code: 'EPERM' }));
  onTestFinished(() => link.mockRestore());
}

test('a clip gets its name, its unfinished file is gone, and it counts as saved', async () => {
  const { folder, keep, copies } = await arrived();
  expect(await keep()).toBeNull();
  expect(await readFile(join(folder.path, name))).toEqual(video);
  expect(await partials(folder)).toEqual([]);
  expect(await copies()).toMatchObject([{ path: name, state: 'provisional', bytes: video.length, pair }]);
});

test('a name that another file has is left to it', async () => {
  const { folder, keep, copies } = await arrived();
  await mkdir(dirname(join(folder.path, name)), { recursive: true });
  await writeFile(join(folder.path, name), 'mine');
  await mkdir(join(folder.path, name.replace('.mp4', ' (2).mp4')));
  expect(await keep()).toBeNull();
  expect(await readFile(join(folder.path, name), 'utf8')).toBe('mine');
  expect(await copies()).toMatchObject([{ path: name.replace('.mp4', ' (3).mp4') }]);
});

test('a file of that name with the same bytes is the clip, saved before an index was lost', async () => {
  const { folder, keep, copies } = await arrived();
  await mkdir(dirname(join(folder.path, name)), { recursive: true });
  await writeFile(join(folder.path, name), video);
  expect(await keep()).toBeNull();
  expect(await copies()).toMatchObject([{ path: name, state: 'provisional' }]);
  expect(await readdir(dirname(join(folder.path, name)))).toEqual(['19.01.mp4']);
  expect(await partials(folder)).toEqual([]);
});

test('where there are no hard links the name is reserved, and nothing is written over', async () => {
  withoutHardLinks();
  const { folder, keep, copies } = await arrived();
  await mkdir(dirname(join(folder.path, name)), { recursive: true });
  await writeFile(join(folder.path, name), 'mine');
  expect(await keep()).toBeNull();
  expect(await readFile(join(folder.path, name), 'utf8')).toBe('mine');
  expect(await copies()).toMatchObject([{ path: name.replace('.mp4', ' (2).mp4') }]);
  expect(await partials(folder)).toEqual([]);
});

test('a reservation that comes to nothing is taken back', async () => {
  withoutHardLinks();
  const rename = vi.spyOn(fs, 'rename').mockRejectedValue(Object.assign(new Error('EIO'), { code: 'EIO' }));
  onTestFinished(() => rename.mockRestore());
  const { folder, keep, copies } = await arrived();
  expect(await keep()).toMatchObject({ kind: 'folder-missing' });
  expect(await readdir(dirname(join(folder.path, name)))).toEqual([]);
  expect(await copies()).toEqual([]);
  expect(await partials(folder)).toEqual([]);
});

test('a name that is too long leaves nothing behind', async () => {
  const { folder, keep, copies } = await arrived();
  expect(await keep(`${'x'.repeat(300)}.mp4`)).toMatchObject({ kind: 'name-too-long' });
  expect(await copies()).toEqual([]);
  expect(await partials(folder)).toEqual([]);
});

/** As a kill leaves it after the seal; `file`: what stands under the name. */
async function sealed(file: Uint8Array | null) {
  const scene = await arrived();
  const { room, folder, key } = scene;
  const sha256 = (await hashOf(join(folder.path, '.cliptray-partial', '1.part'))) ?? '';
  const seal = { key, folderId: folder.id, path: name, taken: [], bytes: video.length, sha256, lengthMs: null, pair };
  await room.library.queue.seal(seal);
  await mkdir(dirname(join(folder.path, name)), { recursive: true });
  if (file) await writeFile(join(folder.path, name), file);
  const [copy] = (await room.library.queue.load()).sealed;
  if (!copy) throw new Error('nothing is sealed');
  return { ...scene, adopt: () => adoptSealed(copy, folder, room.library.queue, clock) };
}

test('a sealed clip that stands under its name is adopted', async () => {
  const { adopt, copies } = await sealed(video);
  expect(await adopt()).toBe(true);
  expect(await copies()).toMatchObject([{ path: name, state: 'provisional' }]);
});

test('an empty file that only reserved the name is removed', async () => {
  const { adopt, copies, folder } = await sealed(new Uint8Array());
  expect(await adopt()).toBe(false);
  expect(await copies()).toEqual([]);
  expect(await readdir(dirname(join(folder.path, name)))).toEqual([]);
});

test('another file under the name is left alone', async () => {
  const { adopt, copies, folder } = await sealed(new TextEncoder().encode('mine'));
  expect(await adopt()).toBe(false);
  expect(await copies()).toEqual([]);
  expect(await readFile(join(folder.path, name), 'utf8')).toBe('mine');
});

test('a folder under the name is no clip', async () => {
  const { adopt, folder } = await sealed(null);
  await mkdir(join(folder.path, name));
  expect(await adopt()).toBe(false);
  expect((await stat(join(folder.path, name))).isDirectory()).toBe(true);
});

test('a folder that goes away while a clip gets its name is not made again in its place', async () => {
  const { folder, keep, copies } = await arrived();
  const access = vi.spyOn(fs, 'access').mockImplementationOnce(() => rename(folder.path, `${folder.path} on a shelf`));
  onTestFinished(() => access.mockRestore());
  expect(await keep()).toMatchObject({ kind: 'folder-missing', subject: folder.path });
  await expect(stat(folder.path)).rejects.toThrow('ENOENT');
  expect(await copies()).toEqual([]);
});
