// The tour's last word is only good when everything is.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TruthRow } from '../blink-cloud/index.ts';
import { prove } from './prove.ts';

const recordedAt = ['2026-11-22T12:58:04+00:00', '2026-11-22T13:10:00+00:00'];
const files = ['2026-11-22 13.58.04 Front gate.mp4', '2026-11-22 14.10.00 Front gate.mp4']; // in Vienna
const clips = recordedAt.map(
  (created_at): TruthRow => ({
    network_id: 1,
    sync_module_id: 2,
    camera: 'Front gate',
    camera_name: 'Frontgate',
    created_at,
    size: 1,
    bytes: created_at.length,
    sha256: createHash('sha256').update(created_at).digest('hex'),
  }),
);
const wanted = { camera: 'Front gate', day: '2026-11-22', timeZone: 'Europe/Vienna', clips };

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cliptray-prove-'));
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function put(file: string, bytes: string, at: string): void {
  const path = join(folder, 'clips/Front gate/2026-11-22', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  utimesSync(path, new Date(at), new Date(at));
}

function putAll(names: readonly string[] = files): void {
  for (const [at, { created_at }] of clips.entries()) put(names[at] ?? '', created_at, created_at);
}

/** What comes of it when `save` does what it does, and says that it saved so many. */
async function proved(save: () => void, says: number): Promise<{ isProven: boolean; lastLine: unknown }> {
  const places = { out: join(folder, 'clips'), shots: null };
  const isProven = await prove(places, '45.4.1', wanted, async () => {
    save();
    return says;
  });
  return { isProven, lastLine: JSON.parse(said.at(-1) ?? '') };
}

test('all that was wanted, and nothing else, is a proof', async () => {
  expect(await proved(() => putAll(), 2)).toEqual({
    isProven: true,
    lastLine: { saved: 2, verified: 2, failed: 0, electron: '45.4.1', seconds: expect.any(Number) },
  });
});

test('of two clips under each other’s names, both files are wrong and both clips are missing', async () => {
  expect(await proved(() => putAll(files.toReversed()), 2)).toMatchObject({
    isProven: false,
    lastLine: { verified: 0, failed: 4 },
  });
});

test('a file of the wrong time is none', async () => {
  const save = () => {
    putAll();
    put(files[0] ?? '', recordedAt[0] ?? '', '2026-11-22T12:58:05Z');
  };
  expect(await proved(save, 2)).toMatchObject({ isProven: false, lastLine: { verified: 1, failed: 1 } });
});

test('what is left beside the clips is told', async () => {
  const save = () => {
    putAll();
    mkdirSync(join(folder, 'clips/.cliptray-partial'));
  };
  expect(await proved(save, 2)).toMatchObject({ isProven: false, lastLine: { verified: 2, failed: 1 } });
});

test('an app that says something else than what lies there is not believed', async () => {
  expect((await proved(() => putAll(), 1)).isProven).toBe(false);
});

test('nothing wanted and nothing saved is no proof', async () => {
  const isProven = await prove(
    { out: join(folder, 'clips'), shots: null },
    null,
    { ...wanted, clips: [] },
    async () => 0,
  );
  expect(isProven).toBe(false);
});
