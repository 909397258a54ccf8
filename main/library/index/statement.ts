// Prepared statements with the types of their arguments and rows.
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';

export interface Statement<Args extends readonly SQLInputValue[], Row> {
  all(...args: Args): readonly Row[];
  iterate(...args: Args): Iterable<Row>;
  get(...args: Args): Row | undefined;
  /** Answers how many rows changed. */
  run(...args: Args): number;
}

/** `Row` says what the schema's strict tables guarantee; nothing checks it again. */
export function prepare<Args extends readonly SQLInputValue[], Row = never>(
  database: DatabaseSync,
  sql: string,
): Statement<Args, Row> {
  const statement = database.prepare(sql);
  return {
    // The tables are strict and ours alone: a row has the types that the schema says.
    all: (...args) => statement.all(...args) as Row[],
    iterate: (...args) => statement.iterate(...args) as Iterable<Row>,
    get: (...args) => statement.get(...args) as Row | undefined,
    run: (...args) => Number(statement.run(...args).changes),
  };
}

/** Everything in `work` is on disk when this returns, or nothing of it. */
export function transaction<Value>(database: DatabaseSync, work: () => Value): Value {
  database.exec('begin immediate');
  try {
    const value = work();
    database.exec('commit');
    return value;
  } catch (error) {
    try {
      database.exec('rollback');
    } catch {
      // SQLite has rolled back by itself after some failures, a full disk among them.
    }
    throw error;
  }
}
