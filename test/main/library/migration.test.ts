// An index of an earlier version is brought to this one, and nothing in it is lost.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { migrations } from '../../../main/library/index/schema.ts';
import { account, folder, keyAt, moduleId, openRoom, row, temporaryFolder } from './room.ts';

/** As the first version left it: one clip waits, requested once, one was given up. */
function writeFirstVersion(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(migrations[0] ?? '');
  database.exec(`
    pragma user_version = 1;
    insert into accounts values (${account}, '{"networks":[],"modules":[],"cameras":[]}', 1);
    insert into cameras values (1, ${account}, ${moduleId}, 'frontgate', 'Frontgate');
    insert into clips (key, account, camera, recorded_s, ordinal, size, length_ms, first_seen_at)
      values (7, ${account}, 1, ${Date.UTC(2026, 1, 3, 18, 1, 31) / 1000}, 0, 401, 0, 1),
             (8, ${account}, 1, ${Date.UTC(2026, 1, 3, 18, 2, 31) / 1000}, 0, 402, 0, 1),
             (9, ${account}, 1, ${Date.UTC(2026, 1, 3, 18, 3, 31) / 1000}, 0, 403, 0, 1);
    insert into copies (key, folder, account, path, folded, bytes, sha256, state, manifest_id, clip_id, saved_at)
      values (9, '${folder}', ${account}, 'Frontgate/a.mp4', 'frontgate/a.mp4', 6, '', 'confirmed', '5120', '78', 1);
    insert into jobs values (3, ${account}, '${folder}', '{"kind":"all"}', 'open', 2, 0, 1, 0, 5, null);
    insert into items (key, account, job, manifest_id, clip_id, place, attempts)
      values (7, ${account}, 3, '5120', '77', 0, 2);
    insert into items (key, account, job, place, attempts, shown, problem, ended_at)
      values (8, ${account}, 3, 1, 8, 1, '{"kind":"clip-damaged"}', 9);
  `);
  database.close();
}

test('a queue of the first version goes on, each clip in the folder of its job', async () => {
  const profile = await temporaryFolder();
  writeFirstVersion(join(profile, 'index.sqlite'));
  const room = await openRoom(profile);
  const { queue } = room.library;
  const loaded = await queue.load();
  expect(loaded.jobs).toMatchObject([{ id: 3, folderId: folder, total: 2, failed: 1, pause: null }]);
  expect(loaded.items).toEqual([
    { jobId: 3, key: 7, folderId: folder, pair: { manifestId: '5120', clipId: '77' }, attempts: 2 },
  ]);
  expect(loaded.failures).toMatchObject([{ jobId: 3, key: 8, folderId: folder, problem: { kind: 'clip-damaged' } }]);
  expect(await queue.jobOrder()).toEqual([3]);

  expect(await queue.copiesIn(folder)).toMatchObject([{ key: 9, path: 'Frontgate/a.mp4', proof: 'fetched' }]);
  await room.list('5120', [row(1), row(2), row(3)]);
  const { added } = await queue.addJob({ kind: 'selection' }, [keyAt(room.library, 1)], 'another', 6);
  expect(added).toEqual([7]);
});
