// What an index says that the disk does not keep: read before any start has put it right.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { filesIn } from '../../../electron/compare-folder.ts';
import type { Household } from '../household.ts';

/**
 * In words: clips called saved whose files are not whole under their names, files put aside that are nowhere, folders
 * that cannot be known again.
 */
export function brokenClaims({ profile, folder }: Pick<Household, 'profile' | 'folder'>): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), 'cliptray index '));
  try {
    for (const suffix of ['', '-wal']) {
      const file = join(profile, `index.sqlite${suffix}`);
      if (existsSync(file)) cpSync(file, join(copy, `index.sqlite${suffix}`));
    }
    const database = new DatabaseSync(join(copy, 'index.sqlite'));
    try {
      return database.prepare("select 1 from sqlite_schema where name = 'renames'").get()
        ? [...lostFolders(database, folder), ...lostCopies(database, folder), ...lostAside(database, profile)]
        : [];
    } finally {
      database.close();
    }
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const lostFolders = (database: DatabaseSync, folder: string) =>
  database
    .prepare('select folder from folders')
    .all()
    .filter(({ folder: id }) => contentOf(join(folder, '.cliptray-folder')) !== `${id}\n`)
    .map(({ folder: id }) => `${id} has no marker`);

const lostCopies = (database: DatabaseSync, folder: string) =>
  database
    .prepare("select path, sha256 from copies where state in ('provisional', 'confirmed')")
    .all()
    .filter(({ path, sha256 }) => hashOf(join(folder, String(path))) !== sha256)
    .map(({ path }) => `${path} is called saved`);

const lostAside = (database: DatabaseSync, profile: string) => {
  const place = join(profile, 'quarantine');
  const aside = existsSync(place) ? filesIn(place).map((file) => hashOf(join(place, file))) : [];
  return database
    .prepare('select put_aside from items where put_aside is not null')
    .all()
    .filter(({ put_aside }) => !aside.includes(String(put_aside)))
    .map(({ put_aside }) => `${put_aside} was put aside`);
};

const contentOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null);
const hashOf = (file: string) =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : null;
