// The folders that clips were ever saved into, and which files of ours are said to stand in them.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey } from '../../../preload/contract.ts';
import type { KnownFolder, SavedFile } from '../index.ts';
import type { Catalog } from './catalog.ts';
import { readCopies } from './queue-rows.ts';
import { prepare } from './statement.ts';

export class Folders {
  readonly #database: DatabaseSync;
  readonly #catalog: Catalog;

  constructor(database: DatabaseSync, catalog: Catalog) {
    this.#database = database;
    this.#catalog = catalog;
  }

  /** A folder that was the app's own once stays one of its own: what was saved there is saved. Meant to be one transaction. */
  put({ id, path, isOwn }: KnownFolder): void {
    const before = readFolders(this.#database).find((folder) => folder.id === id);
    prepare<[string, string, number]>(
      this.#database,
      `insert into folders (folder, path, is_own) values (?, ?, ?)
       on conflict do update set path = excluded.path, is_own = max(is_own, excluded.is_own)`,
    ).run(id, path, isOwn ? 1 : 0);
    // Clips there count as saved now, or do not yet.
    if (!before || before.isOwn !== isOwn) this.#catalog.refresh(this.#keysIn(id));
  }

  /** Of this clip, in all folders whose place is known; the app's own ones first. */
  filesOf(key: ClipKey): readonly SavedFile[] {
    const folders = readFolders(this.#database);
    return readCopies(this.#database, `key = ? and state in ('provisional', 'confirmed')`, key)
      .flatMap((copy) => {
        const folder = folders.find(({ id }) => id === copy.folderId);
        return folder ? [{ folder, path: copy.path, proof: copy.proof }] : [];
      })
      .sort((a, b) => Number(b.folder.isOwn) - Number(a.folder.isOwn));
  }

  #keysIn(folderId: string): readonly ClipKey[] {
    return prepare<[string], { key: ClipKey }>(this.#database, 'select key from copies where folder = ?')
      .all(folderId)
      .map(({ key }) => key);
  }
}

export const readFolders = (database: DatabaseSync): readonly KnownFolder[] =>
  prepare<[], { id: string; path: string; isOwn: number }>(
    database,
    'select folder as id, path, is_own as isOwn from folders',
  )
    .all()
    .map((row) => ({ ...row, isOwn: row.isOwn === 1 }));
