// The durable part of saving: jobs, their items, and the files that came of them.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey, JobId, JobTitle, Problem } from '../../../preload/contract.ts';
import type { Pair } from '../../blink/index.ts';
import type { Copy, NewCopy, Reopened } from '../index.ts';
import { foldedPath, numberedPath } from '../names/numbered-path.ts';
import type { Catalog } from './catalog.ts';
import { readCopies, readJob } from './queue-rows.ts';
import { prepare } from './statement.ts';

/** Each method is meant to be one transaction. */
export class Queue {
  readonly #database: DatabaseSync;
  readonly #catalog: Catalog;

  constructor(database: DatabaseSync, catalog: Catalog) {
    this.#database = database;
    this.#catalog = catalog;
  }

  addJob(title: JobTitle, keys: readonly ClipKey[], folderId: string, atMs: number) {
    const isTaken = prepare<[ClipKey, string, ClipKey], { one: number }>(
      this.#database,
      `select 1 as one from copies where key = ? and folder = ? and state <> 'doubtful'
       union all select 1 from items where key = ? and problem is null`,
    );
    const added = [...new Set(keys)].filter((key) => !isTaken.get(key, folderId, key));
    if (added.length === 0) return { job: null, added };
    const jobId = this.#openJob(title, folderId, atMs);
    this.#openItems(jobId, added);
    return { job: readJob(this.#database, jobId), added };
  }

  requested(key: ClipKey, pair: Pair): void {
    prepare<[string, string, ClipKey]>(
      this.#database,
      'update items set manifest_id = ?, clip_id = ? where key = ?',
    ).run(pair.manifestId, pair.clipId, key);
  }

  attempted(key: ClipKey, attempts: number, shown: boolean): void {
    prepare<[number, number, ClipKey]>(this.#database, 'update items set attempts = ?, shown = ? where key = ?').run(
      attempts,
      shown ? 1 : 0,
      key,
    );
    this.#catalog.refresh([key]);
  }

  seal(copy: NewCopy): { readonly path: string } {
    // A file of this clip that was in doubt has been put aside; one that was sealed never came to stand.
    prepare<[ClipKey, string]>(this.#database, 'delete from copies where key = ? and folder = ?').run(
      copy.key,
      copy.folderId,
    );
    const path = this.#freePath(copy);
    prepare<[ClipKey, string, number, string, string, number, string, number | null, string, string, ClipKey]>(
      this.#database,
      `insert into copies (key, folder, account, path, folded, bytes, sha256, length_ms, state, manifest_id, clip_id,
         saved_at, job)
       values (?, ?, ?, ?, ?, ?, ?, ?, 'sealed', ?, ?, 0, (select job from items where key = ?))`,
    ).run(
      copy.key,
      copy.folderId,
      this.#catalog.mine(),
      path,
      foldedPath(path),
      copy.bytes,
      copy.sha256,
      copy.lengthMs,
      copy.pair.manifestId,
      copy.pair.clipId,
      copy.key,
    );
    this.#catalog.refresh([copy.key]);
    return { path };
  }

  saved(key: ClipKey, atMs: number): void {
    const [copy] = this.#copiesOf(key, 'sealed');
    if (!copy) throw new Error(`clip ${key} was not sealed`);
    prepare<[number, ClipKey]>(
      this.#database,
      `update copies set state = 'provisional', saved_at = ? where key = ? and state = 'sealed'`,
    ).run(atMs, key);
    this.#count(key, 'saved = saved + 1, bytes = bytes + ?', copy.bytes);
    prepare<[ClipKey]>(this.#database, 'delete from items where key = ?').run(key);
    this.#catalog.refresh([key]);
  }

  unseal(key: ClipKey): void {
    prepare<[ClipKey]>(this.#database, `delete from copies where key = ? and state = 'sealed'`).run(key);
    this.#catalog.refresh([key]);
  }

  /** Opens the clip again in the job that had saved it, or in a new one where that is over. */
  doubted(key: ClipKey, atMs: number, folderId?: string): Reopened {
    const [copy] = this.#copiesOf(key, 'doubtful').filter((one) => folderId === undefined || one.folderId === folderId);
    if (!copy) throw new Error(`clip ${key} has no doubtful copy`);
    const job = prepare<[ClipKey, string], { id: JobId; isOpen: number }>(
      this.#database,
      `select j.job as id, j.state = 'open' as isOpen from copies o join jobs j on j.job = o.job
       where o.key = ? and o.folder = ?`,
    ).get(key, copy.folderId);
    prepare<[ClipKey, string | null]>(
      this.#database,
      `delete from copies where key = ? and state = 'doubtful' and folder = coalesce(?, folder)`,
    ).run(key, folderId ?? null);
    if (job?.isOpen) {
      this.#openItems(job.id, [key]);
      // It was counted when it was asked for first, and as saved when its file came to stand.
      prepare<[number, JobId]>(
        this.#database,
        'update jobs set total = total - 1, saved = saved - 1, bytes = bytes - ? where job = ?',
      ).run(copy.bytes, job.id);
      return { jobId: job.id, newJob: null };
    }
    const jobId = this.#openJob(this.#catalog.titleOf(key), copy.folderId, atMs);
    this.#openItems(jobId, [key]);
    return { jobId, newJob: readJob(this.#database, jobId) };
  }

  givenUp(key: ClipKey, problem: Problem, atMs: number): void {
    prepare<[string, number, ClipKey]>(
      this.#database,
      'update items set problem = ?, ended_at = ?, shown = 1 where key = ?',
    ).run(JSON.stringify(problem), atMs, key);
    this.#count(key, 'failed = failed + ?', 1);
    this.#catalog.refresh([key]);
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

  #copiesOf(key: ClipKey, state: Copy['state']): readonly Copy[] {
    return readCopies(this.#database, 'key = ? and state = ?', key, state);
  }

  #openJob(title: JobTitle, folderId: string, atMs: number): JobId {
    const row = prepare<[number, string, string, number], { job: JobId }>(
      this.#database,
      `insert into jobs (account, folder, title, state, total, started_at) values (?, ?, ?, 'open', 0, ?)
       returning job`,
    ).get(this.#catalog.mine(), folderId, JSON.stringify(title), atMs);
    if (!row) throw new Error('a new job got no id');
    return row.job;
  }

  #openItems(jobId: JobId, keys: readonly ClipKey[]): void {
    const account = this.#catalog.mine();
    const insert = prepare<[ClipKey, number, JobId, number]>(
      this.#database,
      'insert or replace into items (key, account, job, place) values (?, ?, ?, ?)',
    );
    for (const [place, key] of keys.entries()) insert.run(key, account, jobId, place);
    prepare<[number, JobId]>(this.#database, 'update jobs set total = total + ? where job = ?').run(keys.length, jobId);
    this.#catalog.refresh(keys);
  }

  /** `change` is one of our own texts with one place for `amount`. */
  #count(key: ClipKey, change: string, amount: number): void {
    prepare<[number, ClipKey]>(
      this.#database,
      `update jobs set ${change} where job = (select job from items where key = ?)`,
    ).run(amount, key);
  }

  #freePath(copy: NewCopy): string {
    const taken = new Set(copy.taken.map(foldedPath));
    const isStored = prepare<[string, string], { one: number }>(
      this.#database,
      'select 1 as one from copies where folder = ? and folded = ?',
    );
    for (let number = 1; ; number++) {
      const path = numberedPath(copy.path, number);
      const folded = foldedPath(path);
      if (!taken.has(folded) && !isStored.get(copy.folderId, folded)) return path;
    }
  }
}
