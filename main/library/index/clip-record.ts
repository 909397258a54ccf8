// A clip as the tables know it, with its files and its place in the queue counted in. What was saved into a folder that
// is not the app's own, as the command line can, is not missing from the app's list of what is to be saved.
import type { DatabaseSync } from 'node:sqlite';
import { ClipFlag } from '../../../preload/contract.ts';
import { prepare, type Statement } from './statement.ts';

export interface ClipRecord {
  readonly key: number;
  readonly account: number;
  readonly camera: number;
  readonly recordedAtS: number;
  readonly ordinal: number;
  readonly size: number;
  readonly lengthMs: number;
  /** Of a file of ours; null: there is none, or its length is unknown. */
  readonly bytes: number | null;
  readonly copyLengthMs: number | null;
  /** ClipFlag bits. */
  readonly flags: number;
}

/** When each flag is set. They are counted in SQL: a column for each would double the time that 50,000 clips take. */
const HOLDS: Readonly<Record<keyof typeof ClipFlag, string>> = {
  onDrive: 'c.gone_at is null',
  saved: 'count(o.key) > 0',
  confirmed: `coalesce(max(o.state = 'confirmed'), 0)`,
  cached: 'l.key is not null',
  removedByYou: 'r.key is not null and count(o.key) = 0',
  starred: 'c.starred_at is not null',
  seen: 'c.seen_at is not null',
  queued: 'coalesce(max(i.key is not null and i.problem is null), 0)',
  failed: 'coalesce(max(i.shown), 0)',
  poster: 'c.poster_at is not null',
  excluded: 'c.excluded_at is not null',
};
const FLAGS = Object.entries(ClipFlag)
  .map(([flag, bit]) => `(${HOLDS[flag as keyof typeof ClipFlag]}) * ${bit}`) // Object.entries forgets the names
  .join(' + ');

const SELECT = `
  select c.key, c.account, c.camera, c.recorded_s as recordedAtS, c.ordinal, c.size, c.length_ms as lengthMs,
    coalesce(max(o.bytes), l.bytes) as bytes, max(o.length_ms) as copyLengthMs, ${FLAGS} as flags
  from clips c
  left join copies o on o.key = c.key and o.state in ('provisional', 'confirmed')
    and o.folder not in (select folder from folders where not is_own)
  left join items i on i.key = c.key
  left join cached_clips l on l.key = c.key
  left join removed r on r.key = c.key`;

export const clipsByKey = (database: DatabaseSync): Statement<[number], ClipRecord> =>
  prepare(database, `${SELECT} where c.key = ? group by c.key`);

export const clipsByAccount = (database: DatabaseSync): Statement<[number], ClipRecord> =>
  prepare(database, `${SELECT} where c.account = ? group by c.key order by c.key`);
