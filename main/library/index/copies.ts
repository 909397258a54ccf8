// Files of ours: their names, and what is known of them from the seal to a doubt.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey, JobId } from '../../../preload/contract.ts';
import type { Doubt } from '../identity/confirm.ts';
import type { Copy, FoundFile, NewCopy, Reopened } from '../index.ts';
import { foldedPath, freePath } from '../names/numbered-path.ts';
import type { Catalog } from './catalog.ts';
import type { Jobs } from './jobs.ts';
import type { Journal } from './journal.ts';
import { readCopies } from './queue-rows.ts';
import { prepare } from './statement.ts';

/** Each method is meant to be one transaction. */
export class Copies {
  readonly #database: DatabaseSync;
  readonly #catalog: Catalog;
  readonly #jobs: Jobs;
  readonly #journal: Journal;

  constructor(database: DatabaseSync, catalog: Catalog, jobs: Jobs, journal: Journal) {
    this.#database = database;
    this.#catalog = catalog;
    this.#jobs = jobs;
    this.#journal = journal;
  }

  seal(copy: NewCopy): { readonly path: string } {
    this.unseal(copy.key, copy.folderId);
    const path = this.#freePath(copy);
    this.#database
      .prepare(
        `insert into copies (key, folder, account, path, folded, bytes, sha256, length_ms, state, manifest_id, clip_id,
         saved_at, settled, job, proof, may_be_old)
       values (:key, :folder, :account, :path, :folded, :bytes, :sha256, :lengthMs, 'sealed', :manifestId, :clipId,
         0, (select doubt from items where key = :key and folder = :folder and put_aside = :sha256 and not :mayBeOld),
         :job, :proof, :mayBeOld)`,
      )
      .run({
        key: copy.key,
        folder: copy.folderId,
        account: this.#catalog.mine(),
        path,
        folded: foldedPath(path),
        bytes: copy.bytes,
        sha256: copy.sha256,
        lengthMs: copy.lengthMs,
        manifestId: copy.pair.manifestId,
        clipId: copy.pair.clipId,
        job: this.#jobs.jobOf(copy.key, copy.folderId),
        proof: copy.proof ?? 'fetched',
        mayBeOld: copy.mayBeOld ? 1 : 0, // the very same old copy settles nothing
      });
    return { path };
  }

  unseal(key: ClipKey, folderId: string): void {
    prepare<[ClipKey, string]>(
      this.#database,
      `delete from copies where key = ? and folder = ? and state = 'sealed'`,
    ).run(key, folderId);
  }

  saved(key: ClipKey, folderId: string, atMs: number): void {
    const [copy] = readCopies(this.#database, `key = ? and folder = ? and state = 'sealed'`, key, folderId);
    if (!copy) throw new Error(`clip ${key} was not sealed`);
    prepare<[number, ClipKey, string]>(
      this.#database,
      `update copies set state = 'provisional', saved_at = ? where key = ? and folder = ?`,
    ).run(atMs, key, folderId);
    this.#jobs.done(key, folderId, copy.bytes);
    this.#journal.note([key], atMs, { kind: 'saved', path: copy.path, bytes: copy.bytes });
    prepare<[ClipKey]>(this.#database, 'delete from removed where key = ?').run(key);
    this.#catalog.refresh([key]);
  }

  /** The person moved these files within the folder, or renamed them. */
  found(folderId: string, files: readonly FoundFile[], atMs: number): void {
    const move = prepare<[string, string, ClipKey, string]>(
      this.#database,
      'update or ignore copies set path = ?, folded = ? where key = ? and folder = ?',
    );
    for (const { key, path } of files) {
      if (move.run(path, foldedPath(path), key, folderId) > 0) this.#journal.note([key], atMs, { kind: 'moved', path });
    }
  }

  /** The person removed these files: their clips are not saved again by themselves. */
  removed(folderId: string, keys: readonly ClipKey[], atMs: number): void {
    const forget = prepare<[ClipKey, string]>(
      this.#database,
      `delete from copies where key = ? and folder = ? and state in ('provisional', 'confirmed')`,
    );
    const remember = prepare<[ClipKey, number, number]>(
      this.#database,
      'insert or replace into removed (key, account, removed_at) values (?, ?, ?)',
    );
    const gone = keys.filter((key) => forget.run(key, folderId) > 0);
    for (const key of gone) remember.run(key, this.#catalog.mine(), atMs);
    this.#journal.note(gone, atMs, { kind: 'removed' });
    this.#catalog.refresh(keys);
  }

  doubted(key: ClipKey, atMs: number, folderId: string): Reopened {
    const where = `key = ? and folder = ? and state = 'doubtful'`;
    const [copy] = readCopies(this.#database, where, key, folderId);
    if (!copy) throw new Error(`clip ${key} has no doubtful copy`);
    const doubt = this.#doubtOf(key, folderId);
    const savedIn = this.#openJobOf(key, folderId);
    prepare<[ClipKey, string]>(this.#database, `delete from copies where ${where}`).run(key, folderId);
    this.#journal.note([key], atMs, { kind: 'doubted' });
    prepare<[ClipKey, string]>(this.#database, 'delete from renames where key = ? and folder = ?').run(key, folderId);
    this.#catalog.refresh([key]);

    const reopened = this.#reopen(key, savedIn, copy, atMs);
    this.#jobs.putAside(key, folderId, copy.sha256, doubt);
    return reopened;
  }

  #reopen(key: ClipKey, savedIn: JobId | null, copy: Copy, atMs: number): Reopened {
    const waitingIn = this.#jobs.jobOf(key, copy.folderId);
    if (waitingIn !== null) return { jobId: waitingIn, newJob: null };
    if (savedIn !== null) {
      this.#jobs.undone(savedIn, key, copy.folderId, copy.bytes);
      return { jobId: savedIn, newJob: null };
    }
    const newJob = this.#jobs.open(this.#catalog.titleOf(key), [key], copy.folderId, atMs);
    return { jobId: newJob.id, newJob };
  }

  #doubtOf(key: ClipKey, folderId: string): Doubt | null {
    const row = prepare<[ClipKey, string], { doubt: Doubt | null }>(
      this.#database,
      'select doubt from copies where key = ? and folder = ?',
    ).get(key, folderId);
    return row?.doubt ?? null;
  }

  /** The job that saved this copy, where it is not over. */
  #openJobOf(key: ClipKey, folderId: string): JobId | null {
    const row = prepare<[ClipKey, string], { job: JobId }>(
      this.#database,
      `select j.job from copies o join jobs j on j.job = o.job
       where o.key = ? and o.folder = ? and j.state = 'open'`,
    ).get(key, folderId);
    return row?.job ?? null;
  }

  #freePath(copy: NewCopy): string {
    const taken = new Set(copy.taken.map(foldedPath));
    const isStored = prepare<[string, string], { one: number }>(
      this.#database,
      `select 1 as one from copies where folder = ?1 and folded = ?2
       union all select 1 from renames where folder = ?1 and folded = ?2`,
    );
    return freePath(copy.path, (folded) => taken.has(folded) || isStored.get(copy.folderId, folded) !== undefined);
  }
}
