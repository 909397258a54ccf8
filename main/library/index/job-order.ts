// In which order jobs are worked through.
import type { DatabaseSync } from 'node:sqlite';
import type { JobId, JobTitle } from '../../../preload/contract.ts';
import type { Catalog } from './catalog.ts';
import { prepare } from './statement.ts';

interface Place {
  readonly job: JobId;
  readonly kind: JobTitle['kind'];
}

/** What was chosen by hand does not wait for what is new, nor that for the whole drive. */
const patience = ({ kind }: Place): number => (kind === 'all' ? 2 : kind === 'new' ? 1 : 0);

/** Each method is meant to be part of a transaction. */
export class JobOrder {
  readonly #database: DatabaseSync;
  readonly #catalog: Catalog;

  constructor(database: DatabaseSync, catalog: Catalog) {
    this.#database = database;
    this.#catalog = catalog;
  }

  /** A new job: behind the others, but for those that have more patience. */
  place(jobId: JobId): void {
    const open = this.#open();
    const placed = open.find(({ job }) => job === jobId);
    const morePatient = placed && open.find((other) => patience(other) > patience(placed));
    this.move(jobId, morePatient?.job ?? null);
  }

  /** `before` null, or over by now: behind all others. */
  move(jobId: JobId, before: JobId | null): void {
    const others = this.all().filter((job) => job !== jobId);
    const found = before === null ? -1 : others.indexOf(before);
    const at = found < 0 ? others.length : found;
    const order = [...others.slice(0, at), jobId, ...others.slice(at)];
    const setRank = prepare<[number, JobId]>(this.#database, 'update jobs set rank = ? where job = ?');
    for (const [rank, job] of order.entries()) setRank.run(rank, job);
  }

  /** The open ones, the first one first. */
  all(): readonly JobId[] {
    return this.#open().map(({ job }) => job);
  }

  #open(): readonly Place[] {
    return prepare<[number], Place>(
      this.#database,
      `select job, json_extract(title, '$.kind') as kind from jobs
       where account = ? and state = 'open' order by rank, job`,
    ).all(this.#catalog.mine());
  }
}
