// In which order jobs are worked through.
import type { DatabaseSync } from 'node:sqlite';
import type { JobId } from '../../../preload/contract.ts';
import type { Catalog } from './catalog.ts';
import { prepare } from './statement.ts';

interface Place {
  readonly job: JobId;
  readonly isAll: number;
}

/** Each method is meant to be part of a transaction. */
export class JobOrder {
  readonly #database: DatabaseSync;
  readonly #catalog: Catalog;

  constructor(database: DatabaseSync, catalog: Catalog) {
    this.#database = database;
    this.#catalog = catalog;
  }

  /** A new job: behind the others, but what was chosen by hand does not wait for the whole drive. */
  place(jobId: JobId): void {
    const others = this.#open().filter(({ job }) => job !== jobId);
    const isAll = this.#open().some(({ job, isAll }) => job === jobId && isAll);
    const wholeDrive = isAll ? undefined : others.find((other) => other.isAll);
    this.move(jobId, wholeDrive?.job ?? null);
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
      `select job, json_extract(title, '$.kind') = 'all' as isAll from jobs
       where account = ? and state = 'open' order by rank, job`,
    ).all(this.#catalog.mine());
  }
}
