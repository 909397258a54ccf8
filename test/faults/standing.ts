// Which clips stand whole in a folder, by their bytes; each file is read once.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../main/saving/index.ts';
import { filesIn } from '../electron/compare-folder.ts';

export class Standing {
  readonly #folder: string;
  readonly #known = new Map<string, string | null>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** SHA-256 of every clip that stands under its name now. */
  async now(): Promise<ReadonlySet<string>> {
    return new Set((await this.files()).map(({ sha256 }) => sha256));
  }

  async files(): Promise<readonly { readonly file: string; readonly sha256: string }[]> {
    const standing: { file: string; sha256: string }[] = [];
    for (const name of filesIn(this.#folder).filter((name) => !name.startsWith('.'))) {
      const file = join(this.#folder, name);
      const found = statSync(file, { throwIfNoEntry: false });
      if (!found) continue;
      const id = `${found.ino} ${found.mtimeMs} ${found.size}`;
      if (!this.#known.has(id)) this.#known.set(id, await hashOf(file));
      const sha256 = this.#known.get(id);
      if (sha256) standing.push({ file, sha256 });
    }
    return standing;
  }
}
