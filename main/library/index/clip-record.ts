// A clip as the tables know it, with its files and its place in the queue counted in. What was saved into a folder that
// is not the app's own, as the command line can, is not missing from the app's list of what is to be saved.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipMarks } from '../identity/place-flags.ts';
import { prepare, type Statement } from './statement.ts';

export interface ClipRecord extends ClipMarks {
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
}

const SELECT = `
  select c.key, c.account, c.camera, c.recorded_s as recordedAtS, c.ordinal, c.size, c.length_ms as lengthMs,
    c.gone_at is not null as gone, c.starred_at is not null as starred, c.seen_at is not null as seen,
    c.poster_at is not null as poster, c.excluded_at is not null as excluded,
    count(o.key) > 0 as saved, coalesce(max(o.state = 'confirmed'), 0) as confirmed,
    coalesce(max(o.bytes), l.bytes) as bytes, max(o.length_ms) as copyLengthMs,
    l.key is not null as cached, r.key is not null as removed, coalesce(max(i.key is not null and i.problem is null), 0) as queued,
    coalesce(max(i.shown), 0) as failed
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
