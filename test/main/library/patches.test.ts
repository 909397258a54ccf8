import { describe, expect, test } from 'vitest';
import { ClipFlag, type ClipsPatch } from '../../../preload/contract.ts';
import { keyAt, keys, openRoom, pass, row, temporaryFolder } from './room.ts';

describe('whoever listens', () => {
  test('hears new and changed rows, and only those', async () => {
    const { library, clock, list } = await openRoom(await temporaryFolder());
    const patches: ClipsPatch[] = [];
    library.onPatch((patch) => patches.push(patch));

    await list('5120', [row(1), row(2)]);
    await pass(clock);
    await list('5120', [row(1), row(3)]);

    expect(patches.map(({ rows }) => [...rows.key])).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(patches.map(({ rows }) => [...rows.flags])).toEqual([
      [ClipFlag.onDrive | ClipFlag.seen, ClipFlag.onDrive | ClipFlag.seen],
      [ClipFlag.seen, ClipFlag.onDrive], // what comes after the first list is new
    ]);
    expect(patches.map(({ cameras }) => cameras?.map(({ name }) => name) ?? null)).toEqual([['Frontgate'], null]);
  });

  test('hears at most ten patches a second, and misses nothing', async () => {
    const { library, clock, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1), row(2), row(3)]);
    await pass(clock);
    const patches: ClipsPatch[] = [];
    library.onPatch((patch) => patches.push(patch));
    const before = library.clips().revision;

    await library.markSeen([keyAt(library, 3)], true);
    await library.markSeen([keyAt(library, 2)], true);
    await library.markSeen([keyAt(library, 1)], true);
    await library.markSeen([keyAt(library, 2)], false);
    expect(patches).toHaveLength(1);
    await pass(clock, 100);

    expect(patches.map(({ revision }) => revision - before)).toEqual([1, 2]);
    expect([...(patches[1]?.rows.key ?? [])]).toEqual([1, 2]);
    expect([...(patches[1]?.rows.flags ?? [])]).toEqual([ClipFlag.onDrive | ClipFlag.seen, ClipFlag.onDrive]);
  });

  test('can rebuild the whole list from a snapshot and the patches after it', async () => {
    const { library, clock, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1), row(2)]);
    const { columns, revision } = library.clips();
    const mirror = new Map([...columns.key].map((key, place) => [key, columns.flags[place]]));
    const revisions: number[] = [];
    library.onPatch(({ rows, revision: next }) => {
      revisions.push(next);
      rows.key.forEach((key, place) => void mirror.set(key, rows.flags[place]));
    });

    await pass(clock);
    await list('5120', [row(2), row(3), row(4)]);
    await library.markStarred(keys(library), true);
    await library.markPoster(keyAt(library, 4));
    await pass(clock);

    const now = library.clips().columns;
    expect([...mirror]).toEqual([...now.key].map((key, place) => [key, now.flags[place]]));
    expect(revisions).toEqual([revision + 1, revision + 2]);
  });

  test('hears of a reset when another account is shown, and nothing after unsubscribing', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    const heard: string[] = [];
    const stopPatches = library.onPatch(() => heard.push('patch'));
    const stopResets = library.onReset(() => heard.push('reset'));

    await library.useAccount(13579);
    stopPatches();
    stopResets();
    await list('5120', [row(1)]);
    await library.useAccount(null);

    expect(heard).toEqual(['reset']);
  });
});

describe('marks', () => {
  test('of a played clip in the cache are there after a restart, until it is removed', async () => {
    const profile = await temporaryFolder();
    const before = await openRoom(profile);
    await before.list('5120', [row(1)]);
    const key = keyAt(before.library, 1);
    const clip = { key, bytes: 9, sha256: 'ab', pair: { manifestId: '5120', clipId: '1' }, usedAtMs: 5 };
    await before.library.cache.put(clip);
    await before.library.close();

    const { library } = await openRoom(profile);
    expect(await library.cache.load()).toEqual([clip]);
    expect(library.row(key)?.flags).toBe(ClipFlag.onDrive | ClipFlag.seen | ClipFlag.cached);

    await library.cache.remove(key);
    expect(await library.cache.load()).toEqual([]);
    expect(library.row(key)?.flags).toBe(ClipFlag.onDrive | ClipFlag.seen);
  });
});
