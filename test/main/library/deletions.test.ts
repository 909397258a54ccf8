// What the index permits to be deleted, and how it holds what was asked against the next lists.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import type { Pair } from '../../../main/blink/index.ts';
import type { ClipKey } from '../../../preload/contract.ts';
import { folder, keyAt, moduleId, openRoom, pass, type Room, row, save, temporaryFolder } from './room.ts';

/** Three clips are listed, the first is saved; its folder is the app's own. */
async function saved(profile: string): Promise<{ room: Room; key: ClipKey }> {
  const room = await openRoom(profile);
  await room.library.queue.putFolder({ id: folder, path: profile, isOwn: true });
  await room.list('5120', [row(1), row(2), row(3)]);
  const key = keyAt(room.library, 1);
  await save(room, key);
  return { room, key };
}

/** The same, and a later list has confirmed it. */
async function confirmed(): Promise<{ room: Room; key: ClipKey }> {
  const { room, key } = await saved(await temporaryFolder());
  await room.list('5120', [row(1), row(2), row(3)]);
  return { room, key };
}

const pairOf = async ({ library }: Room, key: ClipKey): Promise<Pair> => {
  const answer = await library.pairOf(key);
  if (answer.kind !== 'pair') throw new Error(`clip ${key} is ${answer.kind}`);
  return answer.pair;
};

async function intend(room: Room, key: ClipKey, changes: { sha256?: string; pair?: Pair } = {}) {
  const pair = changes.pair ?? (await pairOf(room, key));
  const sha256 = changes.sha256 ?? key.toString(16).padStart(64, '0');
  const keptFromMs = room.clock.now() + 90_000;
  return room.library.deletions.intend({ key, folderId: folder, sha256, pair, keptFromMs }, room.clock.now());
}

const changedBy = (profile: string, sql: string) => {
  const database = new DatabaseSync(join(profile, 'index.sqlite'));
  database.exec(sql);
  database.close();
};

describe('a deletion is permitted', () => {
  test('of a confirmed clip, by the file with the hash that it was saved with', async () => {
    const { room, key } = await confirmed();
    expect(await room.library.deletions.whyKept([key])).toEqual([null]);
    expect(await intend(room, key)).toEqual(expect.any(Number));
  });

  test('not before a list has confirmed the clip', async () => {
    const { room, key } = await saved(await temporaryFolder());
    expect(await room.library.deletions.whyKept([key])).toEqual(['unconfirmed']);
    expect(await intend(room, key)).toBeNull();
  });

  test('not while the clip is doubtful', async () => {
    const { room, key } = await saved(await temporaryFolder());
    await room.list('5120', [row(1, { id: '9' }), row(2), row(3)]);
    expect(await room.library.deletions.whyKept([key])).toEqual(['unconfirmed']);
  });

  test('not of a clip whose file was matched by its name only', async () => {
    const profile = await temporaryFolder();
    const { room, key } = await saved(profile);
    await room.list('5120', [row(1), row(2), row(3)]);
    changedBy(profile, `update copies set proof = 'name'`);
    expect(await room.library.deletions.whyKept([key])).toEqual(['looks-only']);
    expect(await room.library.deletions.safeCopies(key)).toEqual([]);
    expect(await intend(room, key)).toBeNull();
  });

  test('not of a clip whose file is only the one that fits', async () => {
    const profile = await temporaryFolder();
    const { room, key } = await saved(profile);
    await room.list('5120', [row(1), row(2), row(3)]);
    changedBy(profile, `update copies set proof = 'guess'`);
    expect(await room.library.deletions.whyKept([key])).toEqual(['looks-only']);
    expect(await intend(room, key)).toBeNull();
  });

  test('by a file that was matched by its hash', async () => {
    const profile = await temporaryFolder();
    const { room, key } = await saved(profile);
    await room.list('5120', [row(1), row(2), row(3)]);
    changedBy(profile, `update copies set proof = 'hash'`);
    expect(await intend(room, key)).toEqual(expect.any(Number));
  });

  test('not by another hash than that of the copy', async () => {
    const { room, key } = await confirmed();
    expect(await intend(room, key, { sha256: 'f'.repeat(64) })).toBeNull();
  });

  test('not by the handles of an earlier list', async () => {
    const { room, key } = await confirmed();
    const pair = await pairOf(room, key);
    await pass(room.clock);
    await room.list('5121', [row(1, { id: '7' }), row(2), row(3)]);
    expect(await intend(room, key, { pair })).toBeNull();
    expect(await intend(room, key)).toEqual(expect.any(Number));
  });

  test('not after its pairs were forgotten', async () => {
    const { room, key } = await confirmed();
    const pair = await pairOf(room, key);
    await pass(room.clock);
    room.library.forgetPairs(moduleId);
    expect(await intend(room, key, { pair })).toBeNull();
  });

  test('not by a file in a folder that is not the app’s own', async () => {
    const profile = await temporaryFolder();
    const { room, key } = await saved(profile);
    await room.list('5120', [row(1), row(2), row(3)]);
    changedBy(profile, 'update folders set is_own = 0');
    expect(await room.library.deletions.whyKept([key])).toEqual(['not-saved']);
  });

  test('not of another account’s clip', async () => {
    const { room, key } = await confirmed();
    await room.library.useAccount(1);
    expect(await room.library.deletions.whyKept([key])).toEqual(['not-on-drive']);
  });
});

describe('what was asked', () => {
  test('is deleted as soon as a later list lacks it', async () => {
    const { room, key } = await confirmed();
    await intend(room, key);
    await pass(room.clock);
    expect(await room.list('5120', [row(2), row(3)])).toMatchObject({
      deletions: { deleted: [key], kept: [], strangers: [] },
    });
    expect(await room.library.deletions.unsettled(moduleId)).toEqual([]);
  });

  test('is open while the list may lag behind, and kept when it no longer can', async () => {
    const { room, key } = await confirmed();
    await intend(room, key);
    await pass(room.clock, 60_000);
    expect(await room.list('5120', [row(1), row(2), row(3)])).toMatchObject({ deletions: { deleted: [], kept: [] } });
    expect(await room.library.deletions.unsettled(moduleId)).toEqual([key]);
    await pass(room.clock, 30_000);
    expect(await room.list('5120', [row(1), row(2), row(3)])).toMatchObject({
      deletions: { deleted: [], kept: [key] },
    });
  });

  test('is settled at once by a busy answer', async () => {
    const { room, key } = await confirmed();
    await room.library.deletions.answered((await intend(room, key)) ?? 0, 'busy', 0);
    expect(await room.library.deletions.unsettled(moduleId)).toEqual([]);
  });

  test('is not told by a list whose row may be one that cannot be read', async () => {
    const { room, key } = await confirmed();
    await intend(room, key);
    await pass(room.clock);
    expect(await room.list('5120', [{ id: 'x' }, row(2), row(3)])).toMatchObject({
      deletions: { deleted: [], kept: [], strangers: [] },
    });
    expect(await room.library.deletions.unsettled(moduleId)).toEqual([key]);
  });

  test('makes a stranger of every other clip that leaves meanwhile', async () => {
    const { room, key } = await confirmed();
    await intend(room, key);
    await pass(room.clock);
    const { deletions } = await room.list('5120', [row(3)], true);
    expect(deletions).toEqual({ deleted: [key], kept: [], strangers: [keyAt(room.library, 2)] });
  });

  test('is no stranger’s reason once it is settled', async () => {
    const { room, key } = await confirmed();
    await intend(room, key);
    await pass(room.clock);
    await room.list('5120', [row(2), row(3)]);
    await pass(room.clock);
    expect(await room.list('5120', [row(3)])).toMatchObject({ gone: 1, deletions: { strangers: [] } });
  });
});
