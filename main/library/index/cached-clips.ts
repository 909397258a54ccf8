// Which played clips lie in the cache.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey } from '../../../preload/contract.ts';
import type { CachedClip } from '../index.ts';
import type { Catalog } from './catalog.ts';
import { prepare } from './statement.ts';

interface Row {
  readonly key: ClipKey;
  readonly bytes: number;
  readonly sha256: string;
  readonly manifestId: string;
  readonly clipId: string;
  readonly usedAtMs: number;
}

/** Those of all accounts, which share one cache; least recently used first. */
export const readCached = (database: DatabaseSync): readonly CachedClip[] =>
  prepare<[], Row>(
    database,
    `select key, bytes, sha256, manifest_id as manifestId, clip_id as clipId, used_at as usedAtMs
     from cached_clips order by used_at`,
  )
    .all()
    .map(({ manifestId, clipId, ...clip }) => ({ ...clip, pair: { manifestId, clipId } }));

export function putCached(database: DatabaseSync, catalog: Catalog, clip: CachedClip): void {
  prepare<[ClipKey, number, number, string, string, string, number]>(
    database,
    `insert or replace into cached_clips (key, account, bytes, sha256, manifest_id, clip_id, used_at)
     values (?, ?, ?, ?, ?, ?, ?)`,
  ).run(clip.key, catalog.mine(), clip.bytes, clip.sha256, clip.pair.manifestId, clip.pair.clipId, clip.usedAtMs);
  catalog.refresh([clip.key]);
}

export function removeCached(database: DatabaseSync, catalog: Catalog, key: ClipKey): void {
  prepare<[ClipKey]>(database, 'delete from cached_clips where key = ?').run(key);
  catalog.refresh([key]);
}
