// A profile that is to be forgotten is deleted whole, by whoever starts next, and never under another process.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forgetIfMarked, markForgotten } from '../../main/forget.ts';
import { takeOwnership } from '../../main/owner.ts';
import { given } from './blink/connected.ts';

let profile: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'cliptray-forget-'));
  for (const folder of ['played', 'Local Storage/leveldb']) mkdirSync(join(profile, folder), { recursive: true });
  for (const file of ['settings.json', 'index.sqlite', 'index.sqlite-wal', 'played/7.mp4', 'Local Storage/leveldb/LOG'])
    writeFileSync(join(profile, file), 'x');
});
afterEach(() => rmSync(profile, { recursive: true }));

test('a profile that was not marked stays as it is', async () => {
  const before = readdirSync(profile);
  await forgetIfMarked(profile);
  expect(readdirSync(profile)).toEqual(before);
});

test('a marked one is empty afterwards, but for the lock of the app that is starting', async () => {
  writeFileSync(join(profile, 'SingletonLock'), '');
  await markForgotten(profile);
  await forgetIfMarked(profile);
  expect(readdirSync(profile)).toEqual(['SingletonLock']);
});

test('killed in the middle, the next start goes on: the mark goes last', async () => {
  await markForgotten(profile);
  rmSync(join(profile, 'index.sqlite')); // that far the first one came
  await forgetIfMarked(profile);
  expect(readdirSync(profile)).toEqual([]);
});

test('nothing is deleted under another process; it is when that has ended', async () => {
  await markForgotten(profile);
  const other = given(takeOwnership(profile));
  await forgetIfMarked(profile);
  expect(readdirSync(profile)).toContain('index.sqlite');
  other.release();
  await forgetIfMarked(profile);
  expect(readdirSync(profile)).toEqual([]);
});
