// What happens on a disk, as a power cut sees it: names and bytes, and what was made to last.

/** What a name stands for: a file by its number (hard links share it), a folder, or nothing any more. */
export type Entry = number | 'folder' | null;

export type DiskEvent =
  /** One step of the file system's journal, whole or not at all; lasts once the folder `of` is synced. */
  | { readonly kind: 'names'; readonly names: ReadonlyMap<string, Entry>; readonly of: string; readonly step: string }
  | { readonly kind: 'bytes'; readonly file: number; readonly content: Content }
  | { readonly kind: 'file synced'; readonly file: number; readonly content: Content }
  | { readonly kind: 'folder synced'; readonly path: string };

export interface Content {
  readonly bytes: Buffer;
  /** Unix ms. */
  readonly modifiedAtMs: number;
}

/** All below one folder, which is always there. Paths are absolute. */
export interface DiskState {
  readonly place: string;
  readonly names: ReadonlyMap<string, Entry>;
  readonly files: ReadonlyMap<number, Content>;
}
