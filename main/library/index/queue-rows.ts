// Reads jobs, items and copies as the door's types.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey, JobId, JobTitle, Pause, Problem } from '../../../preload/contract.ts';
import type { Copy, CopyProof, CopyState, StoredFailure, StoredItem, StoredJob, StoredQueue } from '../index.ts';
import { readFolders } from './folders.ts';
import { prepare } from './statement.ts';

/** Nobody's queue is empty. */
export function readQueue(database: DatabaseSync, account: number | null): StoredQueue {
  const folders = readFolders(database);
  if (account === null) return { jobs: [], ended: [], items: [], sealed: [], failures: [], folders, pause: null };
  return {
    folders,
    pause: readPause(database, account),
    jobs: prepare<[number], JobRow>(database, `${JOBS} where j.account = ? and j.state = 'open' order by j.rank, j.job`)
      .all(account)
      .map(job),
    ended: prepare<[number], JobRow>(
      database,
      `${JOBS} where j.account = ? and j.state <> 'open'
       and exists (select 1 from items i where i.job = j.job and i.problem is not null) order by j.ended_at desc, j.job desc`,
    )
      .all(account)
      .map(job),
    items: readItems(database, account),
    sealed: readCopies(database, `account = ? and state = 'sealed'`, account),
    failures: readFailures(database, account),
  };
}

export function readJob(database: DatabaseSync, jobId: JobId): StoredJob | null {
  const row = prepare<[JobId], JobRow>(database, `${JOBS} where j.job = ?`).get(jobId);
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
    `select key, folder, path, bytes, sha256, length_ms, state, manifest_id, clip_id, proof, saved_at
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
      proof: row.proof,
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
  readonly proof: CopyProof;
  readonly saved_at: number;
}

interface JobRow extends Omit<StoredJob, 'title' | 'pause'> {
  readonly title: string;
  readonly isPaused: number;
  readonly untilMs: number | null;
}

const JOBS = `
  select j.job as id, j.folder as folderId, j.title, j.total, j.saved, j.failed, j.bytes, j.started_at as startedAtMs,
    p.job is not null as isPaused, p.until_at as untilMs
  from jobs j left join pauses p on p.account = j.account and p.job = j.job`;

const job = ({ title, isPaused, untilMs, ...row }: JobRow): StoredJob => ({
  ...row,
  title: JSON.parse(title) as JobTitle, // written by `addJob` and by nobody else
  pause: isPaused ? { untilMs } : null,
});

/** Of everything. */
const readPause = (database: DatabaseSync, account: number): Pause | null =>
  prepare<[number], Pause>(database, 'select until_at as untilMs from pauses where account = ? and job = 0').get(
    account,
  ) ?? null;

interface ItemRow extends Omit<StoredItem, 'pair'> {
  readonly manifestId: string | null;
  readonly clipId: string | null;
}

const readItems = (database: DatabaseSync, account: number): readonly StoredItem[] =>
  prepare<[number], ItemRow>(
    database,
    `select job as jobId, key, folder as folderId, manifest_id as manifestId, clip_id as clipId, attempts
     from items where account = ? and problem is null order by job, place`,
  )
    .all(account)
    .map(({ manifestId, clipId, ...item }) => ({
      ...item,
      pair: manifestId === null || clipId === null ? null : { manifestId, clipId },
    }));

const readFailures = (database: DatabaseSync, account: number): readonly StoredFailure[] =>
  prepare<[number], Omit<StoredFailure, 'problem'> & { readonly problem: string }>(
    database,
    `select job as jobId, key, folder as folderId, problem, attempts, ended_at as atMs
     from items where account = ? and problem is not null order by ended_at desc`,
  )
    .all(account)
    // Written by `givenUp` and by nobody else.
    .map((row) => ({ ...row, problem: JSON.parse(row.problem) as Problem }));
