// Files that leave the app, on a real disk.
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClipFile } from '../../../main/media/clip-files.ts';
import { openHandedOut } from '../../../main/media/handed-out.ts';
import type { ClipKey } from '../../../preload/contract.ts';
import { virtualClock } from '../../virtual-clock.ts';

const key = (value: number) => value as ClipKey; // as the index would give it
const clock = virtualClock();
const name = '2026-11-23 13.58.04 Front gate.mp4';
const hourMs = 3_600_000;

let profile: string;
let files: Map<ClipKey, ClipFile>;
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'cliptray-handed-out-'));
  files = new Map();
  await mkdir(join(profile, 'played'));
});
afterEach(() => rm(profile, { recursive: true }));

const open = () =>
  openHandedOut({
    profile,
    fileOf: async (clip) => files.get(clip) ?? null,
    nameOf: () => `Front gate/2026-11-23/${name}`,
    clock,
  });
async function cache(clip: ClipKey, content: string): Promise<string> {
  const path = join(profile, 'played', `${clip}.mp4`);
  await writeFile(path, content);
  files.set(clip, { path, savedAs: null, isGuess: false });
  return path;
}

test('a saved clip goes out as it stands in the folder', async () => {
  files.set(key(1), { path: '/videos/Front gate/a.mp4', savedAs: 'Front gate/a.mp4', isGuess: false });
  expect(await (await open())(key(1))).toBe('/videos/Front gate/a.mp4');
});

test('a clip on no disk of this computer does not go out', async () => {
  expect(await (await open())(key(1))).toBeNull();
});

test('a cached clip goes out under the name it would be saved as, and outlives the cache', async () => {
  const handOut = await open();
  const cached = await cache(key(7), 'film');
  const out = await handOut(key(7));
  expect(out).toBe(join(profile, 'handed-out', '7', name));
  expect((await stat(out ?? '')).ino).toBe((await stat(cached)).ino);
  await rm(cached);
  expect(await readFile(out ?? '', 'utf8')).toBe('film');
});

test('two clips of one name go out as two files, and one that goes out again as itself', async () => {
  const handOut = await open();
  await cache(key(7), 'film');
  await cache(key(8), 'other film');
  const both = [await handOut(key(7)), await handOut(key(8))];
  expect(await Promise.all(both.map((file) => readFile(file ?? '', 'utf8')))).toEqual(['film', 'other film']);
  expect(await handOut(key(7))).toBe(both[0]);
});

test('what was handed out is kept for a day', async () => {
  const handOut = await open();
  await cache(key(7), 'film');
  await cache(key(8), 'other film');
  await handOut(key(7));
  await handOut(key(8));
  const folder = join(profile, 'handed-out');
  await utimes(join(folder, '7'), new Date(), new Date(clock.now() - 25 * hourMs));
  await utimes(join(folder, '8'), new Date(), new Date(clock.now() - 23 * hourMs));
  await open();
  expect(await readdir(folder)).toEqual(['8']);
});
