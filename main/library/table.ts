// Clips as growable typed columns, sorted by key: small to keep, quick to search, free to hand to another thread.

type Column = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
type Columns = { readonly key: Uint32Array<ArrayBuffer> } & Readonly<Record<string, Column>>;

/** The columns of the contract's `ClipColumns`, with room for `length` clips. */
export const clipColumns = (length: number) => ({
  key: new Uint32Array(length),
  camera: new Uint16Array(length),
  recordedAtS: new Uint32Array(length),
  sizeKiB: new Uint32Array(length),
  lengthMs: new Uint32Array(length),
  flags: new Uint16Array(length),
});

/** `allocate(length)` makes the columns; rows come only in ascending order of their keys, and none is ever removed. */
export class Table<Of extends Columns> {
  /** Longer than the table: only the first `length` places count. Replaced when it grows. */
  columns: Of;
  length = 0;
  readonly #allocate: (length: number) => Of;

  constructor(allocate: (length: number) => Of) {
    this.#allocate = allocate;
    this.columns = allocate(0);
  }

  /** Place of a clip, or -1. `from`: no place before this one can hold it. */
  find(key: number, from = 0): number {
    const keys = this.columns.key;
    return from < this.length && keys[from] === key ? from : placeOfKey(keys, key, from, this.length);
  }

  /** Adds a row with zeros behind the last one and answers its place. */
  append(key: number): number {
    this.#reserve(this.length + 1);
    this.columns.key[this.length] = key;
    return this.length++;
  }

  /** Takes over whole rows, sorted by key: known ones are replaced, the others appended. */
  put(rows: Of): void {
    const names = Object.keys(rows);
    const last = this.columns.key[this.length - 1] ?? 0;
    if ((rows.key[0] ?? 0) > last) {
      // Nothing but new ones, as after a first list: five times faster at once than one by one.
      this.#reserve(this.length + rows.key.length);
      for (const name of names) this.columns[name]?.set(rows[name] ?? [], this.length);
      this.length += rows.key.length;
      return;
    }
    this.#reserve(this.length + rows.key.length);
    let from = 0;
    for (let row = 0; row < rows.key.length; row++) {
      const key = rows.key[row] ?? 0;
      const found = this.find(key, from);
      const place = found < 0 ? this.append(key) : found;
      for (const name of names) copyCell(rows[name], row, this.columns[name], place);
      from = place + 1;
    }
  }

  /** These clips' rows as columns of their own, in the order of `places`. */
  pick<Part extends Columns>(places: ArrayLike<number>, allocate: (length: number) => Part): Part {
    const part = allocate(places.length);
    for (const name of Object.keys(part)) {
      for (let row = 0; row < places.length; row++) copyCell(this.columns[name], places[row] ?? 0, part[name], row);
    }
    return part;
  }

  /** All rows as columns of their own. */
  copy<Part extends Columns>(allocate: (length: number) => Part): Part {
    const part = allocate(this.length);
    for (const name of Object.keys(part)) {
      const source = this.columns[name];
      if (source) part[name]?.set(source.subarray(0, this.length));
    }
    return part;
  }

  #reserve(length: number): void {
    if (length <= this.columns.key.length) return;
    const larger = this.#allocate(Math.max(length, Math.ceil(this.columns.key.length * 1.25)));
    for (const name of Object.keys(larger)) {
      const source = this.columns[name];
      if (source) larger[name]?.set(source.subarray(0, this.length));
    }
    this.columns = larger;
  }
}

/** Place of `key` among ascending `keys` from `from` on and before `end`, or -1. */
export function placeOfKey(keys: Uint32Array, key: number, from = 0, end = keys.length): number {
  let low = from;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function copyCell(from: Column | undefined, place: number, to: Column | undefined, at: number): void {
  if (from && to) to[at] = from[place] ?? 0;
}
