// The durable part of giving saved files other names: what it promises.
import type { ClipKey } from '../../preload/contract.ts';
import type { PlannedName } from './names/plan-names.ts';

/** What a file should be called: `Library.wantedName`. */
export interface WantedName {
  readonly key: ClipKey;
  readonly name: string;
}

/** A file that is on its way to another name. */
export interface Rename {
  readonly key: ClipKey;
  readonly folderId: string;
  /** Where it stands; relative to the folder, with `/`. */
  readonly at: string;
  readonly to: string;
  /** A name before, which it may still bear besides; null: none. */
  readonly leftAt: string | null;
  readonly sha256: string;
}

/** Files that are to bear other names; each call is one transaction, synced to disk when it resolves. */
export interface RenameStore {
  /** Which files of this folder do not bear the names that they should, and which they would get. */
  preview(folderId: string, wanted: readonly WantedName[]): Promise<readonly PlannedName[]>;
  /** Writes that down, in place of an earlier plan; answers how many there are. No name in it is given to a new file. */
  plan(folderId: string, wanted: readonly WantedName[]): Promise<number>;
  /** Of the account that is shown, in all folders. */
  open(): Promise<readonly Rename[]>;
  one(key: ClipKey, folderId: string): Promise<Rename | null>;
  /** Whose file of ours stands under this name, without regard to case. */
  standingAt(folderId: string, path: string): Promise<ClipKey | null>;
  /** The file stands, fsynced, at `path`, and may still stand where it did. */
  moved(key: ClipKey, folderId: string, path: string): Promise<void>;
  /** It stands nowhere else any more. */
  left(key: ClipKey, folderId: string): Promise<void>;
  /** The disk has other files of these names: it gets another number. */
  avoid(key: ClipKey, folderId: string, taken: readonly string[]): Promise<void>;
  /** The file keeps the name that it has. */
  drop(key: ClipKey, folderId: string): Promise<void>;
  /** All files that were not begun with keep the names that they have. */
  stop(folderId: string): Promise<void>;
}
