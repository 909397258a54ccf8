// Marks that the person or the app puts on clips.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey } from '../../../preload/contract.ts';
import type { Catalog } from './catalog.ts';
import { prepare } from './statement.ts';

/** `atMs`: since when; null takes the mark away. */
export function mark(
  database: DatabaseSync,
  catalog: Catalog,
  column: 'seen_at' | 'starred_at' | 'poster_at' | 'excluded_at',
  keys: readonly ClipKey[],
  atMs: number | null,
): void {
  const update = prepare<[number | null, ClipKey, number]>(
    database,
    `update clips set ${column} = ? where key = ? and account = ?`,
  );
  for (const key of keys) update.run(atMs, key, catalog.mine());
  catalog.refresh(keys);
}
