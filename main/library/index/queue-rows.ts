// Reads jobs, items and copies as the door's types.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey, JobId, JobTitle, Problem } from '../../../preload/contract.ts';
import type { Copy, CopyState, StoredFailure, StoredItem, StoredJob, StoredQueue } from '../index.ts';
import { prepare } from './statement.ts';

/** Nobody's queue is empty. */
export function readQueue(database: DatabaseSync, account: number | null): StoredQueue {
  if (account === null) return { jobs: [], items: [], sealed: [], failures: [] };
  return {
    jobs: prepare<[number], JobRow>(database, `${JOBS} where account = ? and state = 'open' order by job`)
      .all(account)
      .map(job),
    items: readItems(database, account),
    sealed: readCopies(database, `account = ? and state = 'sealed'`, account),
    failures: readFailures(database, account),
  };
}

export function readJob(database: DatabaseSync, jobId: JobId): StoredJob | null {
  const row = prepare<[JobId], JobRow>(database, `${JOBS} where job = ?`).get(jobId);
  return row ? job(row) : null;
}

/** `where` is one of our own conditions, never text from outside. */
export const readCopies = (
  database: DatabaseSync,
  where: string,
  ...args: readonly (string | number | null)[]
): readonly Copy[] =>
  prepare<readonly (string | number | null)[], CopyRow>(
    database,
    `select key, folder, path, bytes, sha256, length_ms, state, manifest_id, clip_id, saved_at
     from copies where ${where} order by key`,
  )
    .all(...args)
    .map((row) => ({
      key: row.key,
      folderId: row.folder,
      path: row.path,
      bytes: row.bytes,
      sha256: row.sha256,
      lengthMs: row.length_ms,
      state: row.state,
      pair: { manifestId: row.manifest_id, clipId: row.clip_id },
      savedAtMs: row.saved_at,
    }));

interface CopyRow {
  readonly key: ClipKey;
  readonly folder: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly length_ms: number | null;
  readonly state: CopyState;
  readonly manifest_id: string;
  readonly clip_id: string;
  readonly saved_at: number;
}

interface JobRow extends Omit<StoredJob, 'title'> {
  readonly title: string;
}

const JOBS =
  'select job as id, folder as folderId, title, total, saved, failed, bytes, started_at as startedAtMs from jobs';

// The title is written by `addJob` and by nobody else.
const job = (row: JobRow): StoredJob => ({ ...row, title: JSON.parse(row.title) as JobTitle });

const readItems = (database: DatabaseSync, account: number): readonly StoredItem[] =>
  prepare<[number], { jobId: JobId; key: ClipKey; manifestId: string | null; clipId: string | null; attempts: number }>(
    database,
    `select job as jobId, key, manifest_id as manifestId, clip_id as clipId, attempts
     from items where account = ? and problem is null order by job, place`,
  )
    .all(account)
    .map(({ jobId, key, manifestId, clipId, attempts }) => ({
      jobId,
      key,
      attempts,
      pair: manifestId === null || clipId === null ? null : { manifestId, clipId },
    }));

const readFailures = (database: DatabaseSync, account: number): readonly StoredFailure[] =>
  prepare<[number], { key: ClipKey; problem: string; attempts: number; atMs: number }>(
    database,
    `select key, problem, attempts, ended_at as atMs
     from items where account = ? and problem is not null order by ended_at desc`,
  )
    .all(account)
    // Written by `givenUp` and by nobody else.
    .map((row) => ({ ...row, problem: JSON.parse(row.problem) as Problem }));
