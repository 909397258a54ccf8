// Groups rows by camera and second without an array for each group: almost every one has a single row.

const END = -1;

/** Row numbers below `size`, chained by moment. */
export class Moments {
  readonly #first = new Map<number, number>();
  readonly #next: Int32Array;

  constructor(size: number) {
    this.#next = new Int32Array(size).fill(END);
  }

  add(camera: number, second: number, row: number): void {
    const moment = camera * 2 ** 32 + second;
    this.#next[row] = this.#first.get(moment) ?? END;
    this.#first.set(moment, row);
  }

  moments(): IterableIterator<number> {
    return this.#first.keys();
  }

  /** The row of this moment where there is exactly one, null where there is none, or all of them. */
  at(moment: number): number | null | readonly number[] {
    const first = this.#first.get(moment);
    if (first === undefined) return null;
    if (this.#next[first] === END) return first;
    const rows: number[] = [];
    for (let row = first; row !== END; row = this.#next[row] ?? END) rows.push(row);
    return rows.reverse();
  }
}
