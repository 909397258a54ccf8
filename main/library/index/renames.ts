// The plan of files that are to bear other names, and how far it has come.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey } from '../../../preload/contract.ts';
import type { Rename, WantedName } from '../index.ts';
import { foldedPath, freePath } from '../names/numbered-path.ts';
import { type PlannedName, planNames } from '../names/plan-names.ts';
import type { Catalog } from './catalog.ts';
import type { Journal } from './journal.ts';
import { readCopies } from './queue-rows.ts';
import { prepare } from './statement.ts';

/** Each method is meant to be one transaction. */
export class Renames {
  readonly #database: DatabaseSync;
  readonly #catalog: Catalog;
  readonly #journal: Journal;

  constructor(database: DatabaseSync, catalog: Catalog, journal: Journal) {
    this.#database = database;
    this.#catalog = catalog;
    this.#journal = journal;
  }

  /** What `plan` would write down. */
  preview(folderId: string, wanted: readonly WantedName[]): readonly PlannedName[] {
    const wantedOf = new Map(wanted.map(({ key, name }) => [key, name]));
    const settled = new Set(['provisional', 'confirmed']);
    const begun = new Map(this.open().flatMap(({ key, folderId: id, to }) => (id === folderId ? [[key, to]] : [])));
    const files = readCopies(this.#database, 'folder = ?', folderId).map(({ key, path, state }) => ({
      key,
      path,
      wanted: settled.has(state) && !begun.has(key) ? (wantedOf.get(key) ?? null) : null,
    }));
    return planNames(files, [...begun.values()]);
  }

  /** Replaces what was planned and not begun. */
  plan(folderId: string, wanted: readonly WantedName[]): number {
    this.stop(folderId);
    const planned = this.preview(folderId, wanted);
    for (const { key, to, wanted: name } of planned) this.#put(key, folderId, name, to);
    return planned.length;
  }

  open(): readonly Rename[] {
    return this.#read('r.account = ?', this.#catalog.account);
  }

  one(key: ClipKey, folderId: string): Rename | null {
    return this.#read('r.key = ? and r.folder = ?', key, folderId)[0] ?? null;
  }

  /** The other file of ours that stands under this name, or under one that some file system takes for it. */
  standingAt(folderId: string, path: string): ClipKey | null {
    const found = prepare<[string, string], { key: ClipKey }>(
      this.#database,
      'select key from copies where folder = ? and folded = ?',
    ).get(folderId, foldedPath(path));
    return found?.key ?? null;
  }

  moved(key: ClipKey, folderId: string, path: string, atMs: number): void {
    prepare<[ClipKey, string]>(
      this.#database,
      `update renames set left_at = (select path from copies c where c.key = renames.key and c.folder = renames.folder)
       where key = ? and folder = ?`,
    ).run(key, folderId);
    prepare<[string, string, ClipKey, string]>(
      this.#database,
      'update copies set path = ?, folded = ? where key = ? and folder = ?',
    ).run(path, foldedPath(path), key, folderId);
    this.#journal.note([key], atMs, { kind: 'renamed', path });
  }

  /** The name before is given up; the rename is over where the file bears its new one. */
  left(key: ClipKey, folderId: string): void {
    prepare<[ClipKey, string]>(this.#database, 'update renames set left_at = null where key = ? and folder = ?').run(
      key,
      folderId,
    );
    prepare<[ClipKey, string]>(
      this.#database,
      `delete from renames where key = ? and folder = ?
       and target = (select path from copies c where c.key = renames.key and c.folder = renames.folder)`,
    ).run(key, folderId);
  }

  avoid(key: ClipKey, folderId: string, taken: readonly string[]): void {
    const rename = prepare<[ClipKey, string], { wanted: string }>(
      this.#database,
      'select wanted from renames where key = ? and folder = ?',
    ).get(key, folderId);
    if (!rename) throw new Error(`clip ${key} is not being renamed`);
    const refused = new Set(taken.map(foldedPath));
    const isStored = prepare<[string, string], { one: number }>(
      this.#database,
      `select 1 as one from copies where folder = ?1 and folded = ?2
       union all select 1 from renames where folder = ?1 and folded = ?2`,
    );
    const isTaken = (folded: string) => refused.has(folded) || isStored.get(folderId, folded) !== undefined;
    this.#put(key, folderId, rename.wanted, freePath(rename.wanted, isTaken));
  }

  drop(key: ClipKey, folderId: string): void {
    prepare<[ClipKey, string]>(this.#database, 'delete from renames where key = ? and folder = ?').run(key, folderId);
  }

  /** One that stands under a passing name, or under two, is brought to its end. */
  stop(folderId: string): void {
    for (const rename of this.open()) {
      if (rename.folderId === folderId && rename.leftAt === null && !isPassing(rename.at))
        this.drop(rename.key, folderId);
    }
  }

  #put(key: ClipKey, folderId: string, wanted: string, target: string): void {
    prepare<[ClipKey, string, number, string, string, string]>(
      this.#database,
      `insert into renames (key, folder, account, wanted, target, folded) values (?, ?, ?, ?, ?, ?)
       on conflict (key, folder) do update set target = excluded.target, folded = excluded.folded`,
    ).run(key, folderId, this.#catalog.mine(), wanted, target, foldedPath(target));
  }

  /** Of files that the index still knows as good. `where` is one of our own conditions. */
  #read(where: string, ...args: readonly (string | number | null)[]): readonly Rename[] {
    return prepare<readonly (string | number | null)[], Rename>(
      this.#database,
      `select r.key, r.folder as folderId, c.path as at, r.target as "to", r.left_at as leftAt, c.sha256
       from renames r join copies c on c.key = r.key and c.folder = r.folder and c.state in ('provisional', 'confirmed')
       where ${where} order by r.key`,
    ).all(...args);
  }
}

/** A name for the time between two others; where two files change places, one of them needs it. */
export const passingName = (key: ClipKey): string => `.cliptray-renaming-${key}.mp4`;
const isPassing = (path: string): boolean => path.startsWith('.cliptray-renaming-');
