// Keeps the truth in a file that is whole at every moment: written beside it, then renamed over it.
import { rename, writeFile } from 'node:fs/promises';
import type { TruthRow } from './truth.ts';

export class TruthFile {
  readonly #path: string;
  readonly #rows: () => readonly TruthRow[];
  #writing: Promise<void> | null = null;
  #stale = false;

  constructor(path: string, rows: () => readonly TruthRow[]) {
    this.#path = path;
    this.#rows = rows;
  }

  /** Resolves when the file says what is true now; calls that come while it is written share the next writing. */
  write(): Promise<void> {
    this.#stale = true;
    this.#writing ??= this.#writeWhileStale();
    return this.#writing;
  }

  async #writeWhileStale(): Promise<void> {
    // Reading the rows may lead back to `write`, which by then has to know that it is under way.
    await Promise.resolve();
    while (this.#stale) {
      this.#stale = false;
      const lines = this.#rows().map((row) => JSON.stringify(row));
      await writeFile(`${this.#path}.new`, `[${lines.join(',\n')}]\n`);
      await rename(`${this.#path}.new`, this.#path);
    }
    this.#writing = null;
  }
}
