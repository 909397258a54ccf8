// The window's copy of all clips: growing columns, and where each key stands in them.
import {
  type ClipCamera,
  type ClipColumns,
  ClipFlag,
  type ClipKey,
  type Clips,
  type ClipsPatch,
} from '../../preload/contract.ts';

type MutableColumns = { -readonly [Name in keyof ClipColumns]: ClipColumns[Name] };

/** One clip as the views ask for it; times in Unix seconds, UTC. */
export interface Clip {
  readonly key: ClipKey;
  readonly camera: number;
  readonly recordedAtS: number;
  readonly sizeKiB: number;
  readonly lengthMs: number;
  readonly flags: number;
}

/** How many clips there are, and how many of them are not saved yet. */
export interface ClipCounts {
  readonly total: number;
  readonly unsaved: number;
  readonly starred: number;
  /** Saved, and gone from the drive. */
  readonly onlyHere: number;
  readonly bytes: number;
  /** By camera index. */
  readonly unsavedOf: Uint32Array;
  readonly savedOf: Uint32Array;
  readonly totalOf: Uint32Array;
}

/** It can still be had, from the drive or the cache, and no file of ours stands in the folder. */
export const canBeSaved = (flags: number) =>
  (flags & ClipFlag.saved) === 0 && (flags & (ClipFlag.onDrive | ClipFlag.cached)) !== 0;

/** The same, and saving many clips would save it too. */
export const isUnsaved = (flags: number) =>
  canBeSaved(flags) && (flags & (ClipFlag.excluded | ClipFlag.removedByYou)) === 0;

export class ClipTable {
  length = 0;
  cameras: readonly ClipCamera[] = [];
  #columns: MutableColumns;
  readonly #rowOf = new Map<number, number>();

  constructor(clips: Clips) {
    this.#columns = clips.columns;
    this.cameras = clips.cameras;
    this.length = clips.columns.key.length;
    clips.columns.key.forEach((key, row) => {
      this.#rowOf.set(key, row);
    });
  }

  static empty(): ClipTable {
    return new ClipTable({ revision: 0, cameras: [], columns: columnsOf(0) });
  }

  /** Up to `length` entries of each column count; the rest is room to grow. */
  get columns(): ClipColumns {
    return this.#columns;
  }

  /** `true`: the order of clips may have changed; `false`: only facts of known clips did. */
  apply(patch: ClipsPatch): boolean {
    let reordered = false;
    if (patch.cameras) {
      this.cameras = patch.cameras;
      reordered = true;
    }
    patch.rows.key.forEach((key, from) => {
      let row = this.#rowOf.get(key);
      if (row === undefined) {
        row = this.#append(key);
        reordered = true;
      } else if (
        this.#columns.recordedAtS[row] !== patch.rows.recordedAtS[from] ||
        this.#columns.camera[row] !== patch.rows.camera[from]
      ) {
        reordered = true;
      }
      this.#columns.camera[row] = patch.rows.camera[from] ?? 0;
      this.#columns.recordedAtS[row] = patch.rows.recordedAtS[from] ?? 0;
      this.#columns.sizeKiB[row] = patch.rows.sizeKiB[from] ?? 0;
      this.#columns.lengthMs[row] = patch.rows.lengthMs[from] ?? 0;
      this.#columns.flags[row] = patch.rows.flags[from] ?? 0;
    });
    return reordered;
  }

  rowOf(key: ClipKey): number | undefined {
    return this.#rowOf.get(key);
  }

  /** Null: a key that main did not send. */
  clip(key: ClipKey): Clip | null {
    const row = this.#rowOf.get(key);
    return row === undefined ? null : this.at(row);
  }

  at(row: number): Clip {
    const { key, camera, recordedAtS, sizeKiB, lengthMs, flags } = this.#columns;
    return {
      key: (key[row] ?? 0) as ClipKey, // the column holds what main sent as keys
      camera: camera[row] ?? 0,
      recordedAtS: recordedAtS[row] ?? 0,
      sizeKiB: sizeKiB[row] ?? 0,
      lengthMs: lengthMs[row] ?? 0,
      flags: flags[row] ?? 0,
    };
  }

  counts(): ClipCounts {
    const { flags, camera, sizeKiB } = this.#columns;
    const unsavedOf = new Uint32Array(this.cameras.length);
    const savedOf = new Uint32Array(this.cameras.length);
    const totalOf = new Uint32Array(this.cameras.length);
    let unsaved = 0;
    let starred = 0;
    let onlyHere = 0;
    let allKiB = 0;
    for (let row = 0; row < this.length; row++) {
      const index = camera[row] ?? 0;
      totalOf[index] = (totalOf[index] ?? 0) + 1;
      allKiB += sizeKiB[row] ?? 0;
      const flag = flags[row] ?? 0;
      if (flag & ClipFlag.starred) starred++;
      if ((flag & (ClipFlag.saved | ClipFlag.onDrive)) === ClipFlag.saved) onlyHere++;
      if (flag & ClipFlag.saved) savedOf[index] = (savedOf[index] ?? 0) + 1;
      if (!isUnsaved(flag)) continue;
      unsaved++;
      unsavedOf[index] = (unsavedOf[index] ?? 0) + 1;
    }
    return { total: this.length, unsaved, starred, onlyHere, bytes: allKiB * 1024, unsavedOf, savedOf, totalOf };
  }

  #append(key: number): number {
    const row = this.length++;
    if (row >= this.#columns.key.length) this.#columns = grown(this.#columns, Math.max(256, row * 2));
    this.#columns.key[row] = key;
    this.#rowOf.set(key, row);
    return row;
  }
}

function columnsOf(room: number): MutableColumns {
  return {
    key: new Uint32Array(room),
    camera: new Uint16Array(room),
    recordedAtS: new Uint32Array(room),
    sizeKiB: new Uint32Array(room),
    lengthMs: new Uint32Array(room),
    flags: new Uint16Array(room),
  };
}

function grown(columns: ClipColumns, room: number): MutableColumns {
  const larger = columnsOf(room);
  larger.key.set(columns.key);
  larger.camera.set(columns.camera);
  larger.recordedAtS.set(columns.recordedAtS);
  larger.sizeKiB.set(columns.sizeKiB);
  larger.lengthMs.set(columns.lengthMs);
  larger.flags.set(columns.flags);
  return larger;
}
