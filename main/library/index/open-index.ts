// Opens index.sqlite, brings it to this version, and sets a damaged one aside under a dated name.
import { existsSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Result } from '../../../preload/contract.ts';
import { failed, succeeded } from '../../problem.ts';
import { migrations } from './schema.ts';
import { sqliteError } from './sqlite-error.ts';
import { prepare, transaction } from './statement.ts';

export interface OpenIndex {
  readonly database: DatabaseSync;
  /** Where a damaged index lies now; null where there was none. */
  readonly setAside: string | null;
}

/**
 * Opens or makes the index. A damaged one is renamed, never deleted, and an empty one begun; one from a newer version
 * of the app is left as it is (`index-newer`). Other failures, such as a folder that cannot be written, are
 * `index-damaged` with their details, and nothing is renamed.
 */
export function openIndex(file: string, nowMs: number): Result<OpenIndex> {
  try {
    return opened(file, null);
  } catch (error) {
    if (sqliteError(error) !== 'damaged') return unusable(error);
  }
  try {
    return opened(file, setAside(file, nowMs));
  } catch (error) {
    return unusable(error);
  }
}

function opened(file: string, setAside: string | null): Result<OpenIndex> {
  const database = new DatabaseSync(file);
  try {
    // The app may show what the command line is saving: each waits for the other's short transactions.
    database.exec('pragma busy_timeout = 5000');
    const version = versionOf(database);
    if (version > migrations.length) {
      database.close();
      return failed('index-newer', { details: `version ${version}, this app knows ${migrations.length}` });
    }
    if (!isSound(database)) throw Object.assign(new Error('quick_check found damage'), { errcode: 11 });
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
    if (version < migrations.length) transaction(database, () => migrate(database));
    return succeeded({ database, setAside });
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Reads the version again: another process may have migrated before this transaction began. */
function migrate(database: DatabaseSync): void {
  for (const step of migrations.slice(versionOf(database))) database.exec(step);
  database.exec(`pragma user_version = ${migrations.length}`);
}

const versionOf = (database: DatabaseSync): number =>
  prepare<[], { user_version: number }>(database, 'pragma user_version').get()?.user_version ?? 0;

const isSound = (database: DatabaseSync): boolean =>
  prepare<[], { quick_check: string }>(database, 'pragma quick_check(1)').get()?.quick_check === 'ok';

function setAside(file: string, nowMs: number): string {
  const moment = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '.');
  const dated = (number: number) =>
    `${file.replace(/\.sqlite$/, '')}.damaged-${moment}${number > 1 ? `-${number}` : ''}.sqlite`;
  let number = 1;
  while (existsSync(dated(number))) number++;
  const aside = dated(number);
  // The log belongs to the file: it may hold what the file lacks, and a new index must not meet it.
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  return aside;
}

const unusable = (error: unknown) =>
  failed('index-damaged', { details: error instanceof Error ? error.message : String(error) });
