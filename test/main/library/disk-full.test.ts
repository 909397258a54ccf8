import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { indexRoom } from '../../../main/library/index/calls.ts';
import { migrations } from '../../../main/library/index/schema.ts';
import { manifest, moduleId, row } from './room.ts';

test('a disk without room for a list leaves the index as it was, and the next try may succeed', () => {
  const database = new DatabaseSync(':memory:');
  onTestFinished(() => database.close());
  for (const step of migrations) database.exec(step);
  const { calls, catalog } = indexRoom(database, () => undefined);
  calls.useAccount(1, 1);
  calls.merge(moduleId, { bytes: manifest('5120', [row(1)]), readAtMs: 2 }, false);
  const many = Array.from({ length: 5000 }, (_, id) => row(id, { id: String(id), camera_name: `Cam${id % 100}` }));

  // What SQLite says of a full disk, it says of a limit on its pages, too.
  database.exec('pragma max_page_count = 60');
  const full = calls.merge(moduleId, { bytes: manifest('5121', many), readAtMs: 3 }, false);

  expect(full).toMatchObject({ ok: false, problem: { kind: 'disk-full' } });
  expect(catalog.table.length).toBe(1);
  expect(catalog.cameras).toHaveLength(1);

  database.exec('pragma max_page_count = 100000');
  const merged = calls.merge(moduleId, { bytes: manifest('5121', many), readAtMs: 4 }, false);
  expect(merged).toMatchObject({ ok: true, value: { rows: 5000 } });
});
