// The durable queue: jobs, and their items that are not saved yet.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey, JobId, JobTitle, Problem } from '../../../preload/contract.ts';
import type { Pair } from '../../blink/index.ts';
import type { Doubt } from '../identity/confirm.ts';
import type { StoredJob } from '../index.ts';
import type { Catalog } from './catalog.ts';
import { readJob } from './queue-rows.ts';
import { prepare } from './statement.ts';

/** Each method is meant to be one transaction, or part of one. */
export class Jobs {
  readonly #database: DatabaseSync;
  readonly #catalog: Catalog;

  constructor(database: DatabaseSync, catalog: Catalog) {
    this.#database = database;
    this.#catalog = catalog;
  }

  addJob(title: JobTitle, keys: readonly ClipKey[], folderId: string, atMs: number) {
    // A clip with a doubtful copy is left out too: it is opened again when that was put aside.
    const isTaken = prepare<[ClipKey, string, ClipKey], { one: number }>(
      this.#database,
      `select 1 as one from copies where key = ? and folder = ?
       union all select 1 from items where key = ? and problem is null`,
    );
    const added = [...new Set(keys)].filter((key) => !isTaken.get(key, folderId, key));
    return { job: added.length === 0 ? null : this.open(title, added, folderId, atMs), added };
  }

  open(title: JobTitle, keys: readonly ClipKey[], folderId: string, atMs: number): StoredJob {
    const row = prepare<[number, string, string, number], { job: JobId }>(
      this.#database,
      `insert into jobs (account, folder, title, state, total, started_at) values (?, ?, ?, 'open', 0, ?)
       returning job`,
    ).get(this.#catalog.mine(), folderId, JSON.stringify(title), atMs);
    if (row) this.addItems(row.job, keys);
    const job = row ? readJob(this.#database, row.job) : null;
    if (!job) throw new Error('a new job is not there');
    return job;
  }

  /** Those that were given up in another job are tried again in this one. */
  addItems(jobId: JobId, keys: readonly ClipKey[]): void {
    const insert = prepare<[ClipKey, number, JobId, number]>(
      this.#database,
      'insert or replace into items (key, account, job, place) values (?, ?, ?, ?)',
    );
    for (const [place, key] of keys.entries()) insert.run(key, this.#catalog.mine(), jobId, place);
    prepare<[number, JobId]>(this.#database, 'update jobs set total = total + ? where job = ?').run(keys.length, jobId);
    this.#catalog.refresh(keys);
  }

  /** The open job that this clip waits in. */
  jobOf(key: ClipKey): JobId | null {
    const item = prepare<[ClipKey], { job: JobId }>(
      this.#database,
      'select job from items where key = ? and problem is null',
    ).get(key);
    return item?.job ?? null;
  }

  requested(key: ClipKey, pair: Pair): void {
    prepare<[string, string, ClipKey]>(
      this.#database,
      'update items set manifest_id = ?, clip_id = ? where key = ?',
    ).run(pair.manifestId, pair.clipId, key);
  }

  attempted(key: ClipKey, attempts: number, shown: boolean): void {
    const update = prepare<[number, number, ClipKey]>(
      this.#database,
      'update items set attempts = ?, shown = ? where key = ?',
    );
    update.run(attempts, shown ? 1 : 0, key);
    this.#catalog.refresh([key]);
  }

  givenUp(key: ClipKey, problem: Problem, atMs: number): void {
    const jobId = this.jobOf(key);
    if (jobId === null) return;
    prepare<[string, number, ClipKey]>(
      this.#database,
      'update items set problem = ?, ended_at = ?, shown = 1 where key = ?',
    ).run(JSON.stringify(problem), atMs, key);
    prepare<[JobId]>(this.#database, 'update jobs set failed = failed + 1 where job = ?').run(jobId);
    this.#catalog.refresh([key]);
  }

  /** Remembers what was in a doubtful file: the same bytes once more settle the doubt. */
  putAside(key: ClipKey, sha256: string, doubt: Doubt | null): void {
    prepare<[string, Doubt | null, ClipKey]>(
      this.#database,
      'update items set put_aside = ?, doubt = ? where key = ?',
    ).run(sha256, doubt, key);
  }

  /** The clip is no longer waited for; one that was given up is forgiven. */
  done(key: ClipKey, bytes: number): void {
    const jobId = this.jobOf(key);
    prepare<[ClipKey]>(this.#database, 'delete from items where key = ?').run(key);
    prepare<[number, JobId | null]>(
      this.#database,
      'update jobs set saved = saved + 1, bytes = bytes + ? where job = ?',
    ).run(bytes, jobId);
  }

  /** Takes back what `done` counted, and waits for the clip again. */
  undone(jobId: JobId, key: ClipKey, bytes: number): void {
    this.addItems(jobId, [key]);
    prepare<[number, JobId]>(
      this.#database,
      'update jobs set total = total - 1, saved = saved - 1, bytes = bytes - ? where job = ?',
    ).run(bytes, jobId);
  }

  endJob(jobId: JobId, state: 'done' | 'cancelled', atMs: number): void {
    const open = prepare<[JobId], { key: ClipKey }>(
      this.#database,
      'select key from items where job = ? and problem is null',
    ).all(jobId);
    prepare<[JobId]>(this.#database, 'delete from items where job = ? and problem is null').run(jobId);
    prepare<[string, number, JobId]>(this.#database, 'update jobs set state = ?, ended_at = ? where job = ?').run(
      state,
      atMs,
      jobId,
    );
    this.#catalog.refresh(open.map(({ key }) => key));
  }
}
