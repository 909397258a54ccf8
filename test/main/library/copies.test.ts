import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { indexRoom } from '../../../main/library/index/calls.ts';
import { migrations } from '../../../main/library/index/schema.ts';
import { ClipFlag } from '../../../preload/contract.ts';
import {
  account,
  folder,
  keyAt,
  keys,
  manifest,
  moduleId,
  openRoom,
  pass,
  row,
  save,
  temporaryFolder,
} from './room.ts';

const { saved, confirmed, onDrive, seen } = ClipFlag;

describe('a saved file', () => {
  test('is provisional until a list read afterwards still gives its clip the same pair', async () => {
    const room = await openRoom(await temporaryFolder());
    const { library, list } = room;
    await list('5120', [row(1)]);
    const key = keyAt(library, 1);

    await save(room, key);
    expect(library.row(key)?.flags).toBe(onDrive | seen | saved);

    expect(await list('5120', [row(1)])).toMatchObject({ kind: 'unchanged', confirmed: [key], doubtful: [] });
    expect(library.row(key)?.flags).toBe(onDrive | seen | saved | confirmed);
    expect(await list('5120', [row(1)])).toMatchObject({ confirmed: [], doubtful: [] });
  });

  test('is not confirmed by a list whose reading began before it was saved', async () => {
    const room = await openRoom(await temporaryFolder());
    await room.list('5120', [row(1)]);
    const began = room.clock.now();
    await pass(room.clock);
    await save(room, keyAt(room.library, 1));

    const bytes = new TextEncoder().encode(JSON.stringify({ manifest_id: '5121', clips: [row(1, { id: '5' })] }));
    expect(await room.library.merge(moduleId, { bytes, readAtMs: began }, false)).toMatchObject({
      value: { confirmed: [], doubtful: [] },
    });
  });

  test('is in doubt where ids were permuted, in every report until it was put aside', async () => {
    const profile = await temporaryFolder();
    const room = await openRoom(profile);
    await room.list('5120', [row(1), row(2)]);
    const key = keyAt(room.library, 1);
    await save(room, key);

    const permuted = [row(1, { id: '3050607002' }), row(2, { id: '3050607001' })];
    expect(await room.list('5120', permuted)).toMatchObject({ confirmed: [], doubtful: [key] });
    expect(room.library.row(key)?.flags).toBe(onDrive | seen);
    await room.library.close();

    const { library, list, clock } = await openRoom(profile, room.clock);
    expect(await list('5120', permuted)).toMatchObject({ doubtful: [key] });
    await library.queue.doubted(key, clock.now(), folder);
    expect(await list('5120', permuted)).toMatchObject({ doubtful: [] });
  });

  test('is confirmed after the module re-indexed where its bytes fit it alone, else in doubt', async () => {
    const room = await openRoom(await temporaryFolder());
    const [other, alike] = [{ size: '600' }, { size: '700' }];
    await room.list('5120', [row(1), row(2, other), row(3, alike), row(4, alike)]);
    const right = keyAt(room.library, 1);
    const wrong = keyAt(room.library, 2);
    const rivalled = keyAt(room.library, 3);
    await save(room, right);
    await save(room, wrong, 900 * 1024);
    await save(room, rivalled, 700 * 1024);

    const report = await room.list('5121', [
      row(1, { id: '1' }),
      row(2, { ...other, id: '2' }),
      row(3, { ...alike, id: '3' }),
      row(4, { ...alike, id: '4' }),
    ]);

    expect(report).toMatchObject({ confirmed: [right], doubtful: [wrong, rivalled] });
  });

  test('is confirmed together with all others of a big carried drive', () => {
    const database = new DatabaseSync(':memory:');
    onTestFinished(() => database.close());
    for (const migration of migrations) database.exec(migration);
    const { calls } = indexRoom(database, () => undefined);
    calls.useAccount(account, 0);
    const count = 130_000;
    const rows = Array.from({ length: count }, (_, id) =>
      row(id, { size: '400', created_at: `${new Date(id * 60_000).toISOString().slice(0, 19)}+00:00` }),
    );
    calls.merge(moduleId, { bytes: manifest('5120', rows), readAtMs: 1 }, false);
    database.exec(
      `insert into copies (key, folder, account, path, folded, bytes, sha256, state, manifest_id, clip_id, saved_at, proof)
       select key, '${folder}', ${account}, key, key, size * 1024, key, 'provisional', '', '', 2, 'name' from clips`,
    );

    const merged = calls.merge(moduleId, { bytes: manifest('5121', rows), readAtMs: 3 }, false);

    expect(merged.ok && merged.value.confirmed).toHaveLength(count);
  });

  test('that arrives a second time with the same bytes is believed, whatever its size was said to be', async () => {
    const room = await openRoom(await temporaryFolder());
    await room.list('5120', [row(1)]);
    const key = keyAt(room.library, 1);
    await save(room, key, 900 * 1024);
    await room.list('5121', [row(1, { id: '1' })]);
    await room.library.queue.doubted(key, room.clock.now(), folder);

    await save(room, key, 900 * 1024);

    expect(await room.list('5122', [row(1, { id: '2' })])).toMatchObject({ confirmed: [key], doubtful: [] });
  });

  test('is confirmed once, though it is looked at anew while an equal clip has none', async () => {
    const room = await openRoom(await temporaryFolder());
    const twins = (id: number) => [row(1, { id: String(id) }), row(1, { id: String(id + 1) })];
    await room.list('5120', twins(1));
    const [key] = keys(room.library);
    if (key === undefined) throw new Error('two clips are listed');
    await save(room, key, 900 * 1024);
    expect(await room.list('5121', twins(3))).toMatchObject({ doubtful: [key] });
    await room.library.queue.doubted(key, room.clock.now(), folder);
    await save(room, key, 900 * 1024);

    expect(await room.list('5122', twins(5))).toMatchObject({ confirmed: [key], doubtful: [] });
    expect(await room.list('5122', twins(5))).toMatchObject({ confirmed: [], doubtful: [] });
  });

  test('stays provisional where its clip left the drive', async () => {
    const room = await openRoom(await temporaryFolder());
    await room.list('5120', [row(1), row(2)]);
    const key = keyAt(room.library, 1);
    await save(room, key);

    expect(await room.list('5120', [row(2)])).toMatchObject({ gone: 1, confirmed: [], doubtful: [] });
    expect(room.library.row(key)?.flags).toBe(seen | saved);
  });

  test('shows its real size and length from then on', async () => {
    const room = await openRoom(await temporaryFolder());
    await room.list('5120', [row(1)]);
    const key = keyAt(room.library, 1);

    await save(room, key, 411_000);
    await room.list('5120', [row(1)]);

    expect(room.library.row(key)?.sizeKiB).toBe(402);
  });
});

describe('names', () => {
  test('are given once in a folder, whatever their case, and not where the disk has a file already', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1), row(2), row(3)]);
    const seal = (minute: number, path: string, taken: readonly string[] = [], folderId = folder) =>
      library.queue.seal({
        key: keyAt(library, minute),
        folderId,
        path,
        taken,
        bytes: 1,
        sha256: '00',
        lengthMs: null,
        pair: { manifestId: '5120', clipId: String(minute) },
      });

    expect(await seal(1, 'Gate/a.mp4')).toEqual({ path: 'Gate/a.mp4' });
    expect(await seal(2, 'GATE/A.mp4')).toEqual({ path: 'GATE/A (2).mp4' });
    expect(await seal(3, 'Gate/a.mp4', ['Gate/A (3).mp4'])).toEqual({ path: 'Gate/a (4).mp4' });
    expect(await seal(3, 'Gate/a.mp4', ['Gate/A.mp4'], 'another')).toEqual({ path: 'Gate/a (2).mp4' });
  });
});
