// The durable queue: jobs, and their items that are not saved yet.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey, JobId, JobTitle, ModuleId, Pause, Problem } from '../../../preload/contract.ts';
import type { Pair } from '../../blink/index.ts';
import type { Doubt } from '../identity/confirm.ts';
import type { LeftOut, StoredJob } from '../index.ts';
import type { Catalog } from './catalog.ts';
import { JobOrder } from './job-order.ts';
import type { Journal } from './journal.ts';
import { readJob } from './queue-rows.ts';
import { prepare, type Statement } from './statement.ts';

/** In table `pauses`: not one job, but all of them. */
const EVERYTHING = 0;

/** Each method is meant to be one transaction, or part of one. */
export class Jobs {
  readonly #database: DatabaseSync;
  readonly #catalog: Catalog;
  readonly #order: JobOrder;
  readonly #journal: Journal;
  /** Asked for each of many clips. */
  readonly #removed: Statement<[ClipKey], { one: number }>;

  constructor(database: DatabaseSync, catalog: Catalog, journal: Journal) {
    this.#database = database;
    this.#catalog = catalog;
    this.#order = new JobOrder(database, catalog);
    this.#journal = journal;
    this.#removed = prepare(database, 'select 1 as one from removed where key = ?');
  }

  addJob(title: JobTitle, keys: readonly ClipKey[], folderId: string, atMs: number) {
    const wanted = this.#wantedIn(title, keys);
    const added = this.#notTaken(wanted, folderId);
    const leftOut = this.#leftOut(keys, wanted, folderId);
    return { job: added.length === 0 ? null : this.open(title, added, folderId, atMs), added, leftOut };
  }

  open(title: JobTitle, keys: readonly ClipKey[], folderId: string, atMs: number): StoredJob {
    const row = prepare<[number, string, string, number], { job: JobId }>(
      this.#database,
      `insert into jobs (account, folder, title, state, total, started_at) values (?, ?, ?, 'open', 0, ?)
       returning job`,
    ).get(this.#catalog.mine(), folderId, JSON.stringify(title), atMs);
    if (row) this.addItems(row.job, folderId, keys);
    this.#journal.note(keys, atMs, { kind: 'queued', job: title });
    if (row) this.#order.place(row.job);
    return this.#read(row?.job);
  }

  /** Opens a job again with some of its clips; those that are saved or waited for by now are no longer part of it. */
  reopen(jobId: JobId, keys: readonly ClipKey[], atMs: number) {
    const { folderId, title } = this.#read(jobId);
    const added = this.#notTaken(keys, folderId);
    const isGivenUp = prepare<[ClipKey, JobId], { one: number }>(
      this.#database,
      'select 1 as one from items where key = ? and job = ? and problem is not null',
    );
    const forgiven = added.filter((key) => isGivenUp.get(key, jobId)).length;
    prepare<[number, number, JobId]>(
      this.#database,
      `update jobs set state = 'open', ended_at = null, total = total - ?, failed = failed - ? where job = ?`,
    ).run(keys.length, forgiven, jobId);
    this.addItems(jobId, folderId, added);
    this.#journal.note(added, atMs, { kind: 'queued', job: title });
    return { job: this.#read(jobId), added };
  }

  /** Puts more clips into an open job. */
  extend(jobId: JobId, keys: readonly ClipKey[], atMs: number) {
    const { folderId, title } = this.#read(jobId);
    const added = this.#notTaken(this.#wantedIn(title, keys), folderId);
    this.addItems(jobId, folderId, added);
    this.#journal.note(added, atMs, { kind: 'queued', job: title });
    return { job: this.#read(jobId), added };
  }

  /** Those that were given up in another job are tried again in this one. */
  addItems(jobId: JobId, folderId: string, keys: readonly ClipKey[]): void {
    const insert = prepare<[ClipKey, string, number, JobId, number]>(
      this.#database,
      'insert or replace into items (key, folder, account, job, place) values (?, ?, ?, ?, ?)',
    );
    for (const [place, key] of keys.entries()) insert.run(key, folderId, this.#catalog.mine(), jobId, place);
    prepare<[number, JobId]>(this.#database, 'update jobs set total = total + ? where job = ?').run(keys.length, jobId);
    this.#catalog.refresh(keys);
  }

  /** The open job that this clip waits in for this folder. */
  jobOf(key: ClipKey, folderId: string): JobId | null {
    const item = prepare<[ClipKey, string], { job: JobId }>(
      this.#database,
      'select job from items where key = ? and folder = ? and problem is null',
    ).get(key, folderId);
    return item?.job ?? null;
  }

  requested(key: ClipKey, folderId: string, pair: Pair, atMs: number): void {
    prepare<[string, string, ClipKey, string]>(
      this.#database,
      'update items set manifest_id = ?, clip_id = ? where key = ? and folder = ?',
    ).run(pair.manifestId, pair.clipId, key, folderId);
    this.#journal.note([key], atMs, { kind: 'asked-for' });
  }

  attempted(key: ClipKey, folderId: string, attempts: number, shown: boolean, atMs: number): void {
    prepare<[number, number, ClipKey, string]>(
      this.#database,
      'update items set attempts = ?, shown = ? where key = ? and folder = ?',
    ).run(attempts, shown ? 1 : 0, key, folderId);
    this.#journal.note([key], atMs, { kind: 'arrived-badly', attempts });
    this.#catalog.refresh([key]);
  }

  givenUp(key: ClipKey, folderId: string, problem: Problem, atMs: number): void {
    const jobId = this.jobOf(key, folderId);
    if (jobId === null) return;
    prepare<[string, number, ClipKey, string]>(
      this.#database,
      'update items set problem = ?, ended_at = ?, shown = 1 where key = ? and folder = ?',
    ).run(JSON.stringify(problem), atMs, key, folderId);
    this.#journal.note([key], atMs, { kind: 'given-up', problem });
    prepare<[JobId]>(this.#database, 'update jobs set failed = failed + 1 where job = ?').run(jobId);
    this.#catalog.refresh([key]);
  }

  /** Remembers what was in a doubtful file: the same bytes once more settle the doubt. */
  putAside(key: ClipKey, folderId: string, sha256: string, doubt: Doubt | null): void {
    prepare<[string, Doubt | null, ClipKey, string]>(
      this.#database,
      'update items set put_aside = ?, doubt = ? where key = ? and folder = ?',
    ).run(sha256, doubt, key, folderId);
  }

  /** The clip is no longer waited for; one that was given up is forgiven. */
  done(key: ClipKey, folderId: string, bytes: number): void {
    const jobId = this.jobOf(key, folderId);
    prepare<[ClipKey, string]>(this.#database, 'delete from items where key = ? and folder = ?').run(key, folderId);
    prepare<[number, JobId | null]>(
      this.#database,
      'update jobs set saved = saved + 1, bytes = bytes + ? where job = ?',
    ).run(bytes, jobId);
  }

  /** Takes back what `done` counted, and waits for the clip again. */
  undone(jobId: JobId, key: ClipKey, folderId: string, bytes: number): void {
    this.addItems(jobId, folderId, [key]);
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
    this.pause(jobId, null);
    const keys = open.map(({ key }) => key);
    this.#journal.note(keys, atMs, { kind: 'cancelled' });
    this.#catalog.refresh(keys);
  }

  /** Nobody wants to see any more what this job gave up. */
  forgetFailures(jobId: JobId): void {
    const keys = prepare<[JobId], { key: ClipKey }>(
      this.#database,
      'delete from items where job = ? and problem is not null returning key',
    ).all(jobId);
    this.#catalog.refresh(keys.map(({ key }) => key));
  }

  /** `before` null: behind all others. */
  move(jobId: JobId, before: JobId | null): void {
    this.#order.move(jobId, before);
  }

  order(): readonly JobId[] {
    return this.#order.all();
  }

  /** `jobId` null: everything. `pause` null: it goes on. */
  pause(jobId: JobId | null, pause: Pause | null): void {
    const scope = jobId ?? EVERYTHING;
    if (!pause) {
      prepare<[number, number]>(this.#database, 'delete from pauses where account = ? and job = ?').run(
        this.#catalog.mine(),
        scope,
      );
      return;
    }
    prepare<[number, number, number | null]>(
      this.#database,
      'insert or replace into pauses (account, job, until_at) values (?, ?, ?)',
    ).run(this.#catalog.mine(), scope, pause.untilMs);
  }

  /** Modules of clips that this job saved and that no manifest has confirmed. */
  unconfirmedModules(jobId: JobId): readonly ModuleId[] {
    return prepare<[number, JobId], { module: ModuleId }>(
      this.#database,
      `select distinct m.module from copies o join clips c on c.key = o.key join cameras m on m.camera = c.camera
       where o.account = ? and o.state = 'provisional' and o.job = ?`,
    )
      .all(this.#catalog.mine(), jobId)
      .map(({ module }) => module);
  }

  /** A clip with a doubtful copy is left out too: it is opened again when that was put aside. */
  #notTaken(keys: readonly ClipKey[], folderId: string): readonly ClipKey[] {
    const isTaken = prepare<[ClipKey, string, ClipKey, string], { one: number }>(
      this.#database,
      `select 1 as one from copies where key = ? and folder = ?
       union all select 1 from items where key = ? and folder = ? and problem is null`,
    );
    return [...new Set(keys)].filter((key) => !isTaken.get(key, folderId, key, folderId));
  }

  /** Excluded clips, and those whose files somebody removed, are meant only where they were picked. */
  #wantedIn({ kind }: JobTitle, keys: readonly ClipKey[]): readonly ClipKey[] {
    const isPicked = kind === 'one' || kind === 'selection' || kind === 'clips';
    const isExcluded = prepare<[ClipKey], { one: number }>(
      this.#database,
      'select 1 as one from clips where key = ? and excluded_at is not null',
    );
    const isAlone = isPicked && keys.length === 1;
    return keys.filter((key) => (isAlone || !isExcluded.get(key)) && (isPicked || !this.#isRemoved(key)));
  }

  #leftOut(keys: readonly ClipKey[], wanted: readonly ClipKey[], folderId: string): LeftOut {
    const isWanted = new Set(wanted);
    const others = this.#notTaken(
      keys.filter((key) => !isWanted.has(key)),
      folderId,
    );
    const removed = others.filter((key) => this.#isRemoved(key)).length;
    return { removed, excluded: others.length - removed };
  }

  #isRemoved(key: ClipKey): boolean {
    return this.#removed.get(key) !== undefined;
  }

  #read(jobId: JobId | undefined): StoredJob {
    const job = jobId === undefined ? null : readJob(this.#database, jobId);
    if (!job) throw new Error(`job ${jobId} is not there`);
    return job;
  }
}
