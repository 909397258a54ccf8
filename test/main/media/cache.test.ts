// Played clips on a real disk; the index is a map here.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CachedClip, CacheStore } from '../../../main/library/index.ts';
import { ClipCache } from '../../../main/media/cache.ts';
import type { ClipKey } from '../../../preload/contract.ts';
import { virtualClock } from '../../virtual-clock.ts';

const key = (value: number) => value as ClipKey; // as the index would give it
const pair = { manifestId: '5120', clipId: '1' };

let profile: string;
let video: Uint8Array<ArrayBuffer>;
let rows: Map<ClipKey, CachedClip>;
let store: CacheStore;
const clock = virtualClock();
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'cliptray-cache-'));
  video = new Uint8Array(await readFile(join(import.meta.dirname, '../../blink-cloud/fixtures/small.mp4')));
  rows = new Map();
  store = {
    load: async () => [...rows.values()],
    put: async (clip) => void rows.set(clip.key, clip),
    remove: async (gone) => void rows.delete(gone),
  };
});
afterEach(() => rm(profile, { recursive: true }));

/** Room for two clips unless said otherwise. */
const open = (clips = 2) => ClipCache.open({ profile, store, maxBytes: clips * video.byteLength, clock });
const incoming = (bytes: Uint8Array) => ({
  body: new Blob([new Uint8Array(bytes)]).stream(),
  length: bytes.byteLength,
});
const shelve = (cache: ClipCache, number: number, bytes: Uint8Array = video) =>
  cache.put(key(number), incoming(bytes), pair);
const files = async () => (await readdir(join(profile, 'played'))).sort();
const pass = (ms: number) => clock.run(clock.sleep(ms));

test('a clip that was played is found again, also after a restart', async () => {
  const cache = await open();
  expect(await shelve(cache, 1)).toMatchObject({ kind: 'arrived', arrival: { bytes: video.byteLength } });
  const found = await (await open()).find(key(1));
  expect(found).toMatchObject({ key: 1, pair, file: join(profile, 'played', '1.mp4') });
  expect(new Uint8Array(await readFile(found?.file ?? ''))).toEqual(video);
});

test('a cached clip can be saved without asking the module: it comes as it came from the cloud', async () => {
  const cache = await open();
  await shelve(cache, 1);
  const taken = await cache.take(key(1));
  expect(taken).toMatchObject({ pair, incoming: { length: video.byteLength } });
  expect(new Uint8Array(await new Response(taken?.incoming.body).arrayBuffer())).toEqual(video);
  expect(await cache.take(key(2))).toBeNull();
});

test('what is no whole video is not kept, and leaves nothing', async () => {
  const cache = await open();
  expect(await shelve(cache, 1, video.subarray(0, 1000))).toMatchObject({ kind: 'bad' });
  expect(await cache.find(key(1))).toBeNull();
  expect(await files()).toEqual([]);
});

test('when it is full, the clip that was used longest ago goes', async () => {
  const cache = await open();
  await shelve(cache, 1);
  await pass(60_000);
  await shelve(cache, 2);
  await pass(60_000);
  await cache.find(key(1));
  await shelve(cache, 3);
  expect(await files()).toEqual(['1.mp4', '3.mp4']);
  expect([...rows.keys()].sort()).toEqual([1, 3]);
  expect(await cache.find(key(2))).toBeNull();
});

test('a clip larger than the cache can be played all the same', async () => {
  const cache = await open(0);
  await shelve(cache, 1);
  await shelve(cache, 2);
  expect(await files()).toEqual(['2.mp4']);
});

test('seeking in a clip does not write to the index each time', async () => {
  const cache = await open();
  await shelve(cache, 1);
  const written = rows.get(key(1));
  await cache.find(key(1));
  await cache.find(key(1));
  expect(rows.get(key(1))).toBe(written);
});

test('after a crash files without a row, partial ones, and rows without their file go', async () => {
  await shelve(await open(), 1);
  await mkdir(join(profile, 'played', 'folder'));
  await writeFile(join(profile, 'played', 'x.partial'), 'half');
  await writeFile(join(profile, 'played', '8.mp4'), video);
  await writeFile(join(profile, 'played', '9.mp4'), 'short');
  rows.set(key(9), { key: key(9), bytes: 10, sha256: '', pair, usedAtMs: clock.now() });
  rows.set(key(7), { key: key(7), bytes: 10, sha256: '', pair, usedAtMs: clock.now() });
  await open();
  expect(await files()).toEqual(['1.mp4']);
  expect([...rows.keys()]).toEqual([1]);
});

test('a clip that somebody deleted from the folder is not found, and not said to be cached any more', async () => {
  const cache = await open();
  await shelve(cache, 1);
  await rm(join(profile, 'played', '1.mp4'));
  expect(await cache.find(key(1))).toBeNull();
  expect(rows.size).toBe(0);
});
