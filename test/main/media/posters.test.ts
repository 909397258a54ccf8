import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPosters } from '../../../main/media/posters.ts';
import type { ClipKey } from '../../../preload/contract.ts';

const key = (value: number) => value as ClipKey; // as the index would give it
const jpeg = (size: number) => new Uint8Array(size).fill(7).fill(0xff, 0, 3).fill(0xd8, 1, 2);

let profile: string;
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'cliptray-posters-'));
});
afterEach(() => rm(profile, { recursive: true }));

test('a poster is kept, and replaced by a later one', async () => {
  const posters = await openPosters(profile);
  expect(await posters.store(key(12_345), jpeg(10))).toEqual({ ok: true, value: null });
  expect(await posters.store(key(12_345), jpeg(20))).toEqual({ ok: true, value: null });
  expect(posters.fileOf(key(12_345))).toBe(join(profile, 'posters', '12', '12345.jpg'));
  expect(await readFile(posters.fileOf(key(12_345)))).toHaveLength(20);
  expect(await readdir(join(profile, 'posters', 'partial'))).toEqual([]);
});

test('what is no JPEG, or too large, is refused and not kept', async () => {
  const posters = await openPosters(profile);
  const refused = { ok: false, problem: { kind: 'unexpected-answer' } };
  expect(await posters.store(key(1), new TextEncoder().encode('<svg onload=alert(1)>'))).toMatchObject(refused);
  expect(await posters.store(key(1), new Uint8Array(0))).toMatchObject(refused);
  expect(await posters.store(key(1), jpeg(200_001))).toMatchObject(refused);
  expect(await posters.store(key(1), jpeg(200_000))).toMatchObject({ ok: true });
});

test('what a killed process left half written is gone after the next start', async () => {
  const partials = join(profile, 'posters', 'partial');
  await mkdir(partials, { recursive: true });
  await writeFile(join(partials, '1.jpg.x.partial'), 'half');
  await openPosters(profile);
  expect(await readdir(partials)).toEqual([]);
});
