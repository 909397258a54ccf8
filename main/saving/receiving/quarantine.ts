// Where doubtful files are kept for a month, and never counted as saved.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import type { Copy } from '../../library/index.ts';
import { syncFolder } from '../../sync-folder.ts';
import { codeOf } from '../../system-error.ts';
import { type ChosenFolder, folderProblem } from '../folder/folder.ts';
import { hashOf } from '../folder/hash-of.ts';
import { makeLastingFolders } from '../folder/make-folders.ts';

/** By then both clips concerned were fetched again many times over, or nobody misses them. */
const keptMs = 30 * 86_400_000;
const lookEveryMs = 86_400_000;

export class Quarantine {
  readonly #place: string;
  readonly #clock: Clock;
  #lookedAtMs = Number.NEGATIVE_INFINITY;

  /** `place`: a folder of the profile, made when it is needed. */
  constructor(place: string, clock: Clock) {
    this.#place = place;
    this.#clock = clock;
  }

  /**
   * Moves the copy's file into a folder of its own: copied, synced, its hash checked, and only then removed from the
   * clips. A file that the person changed or removed meanwhile is left alone. Null: the clip may be fetched again.
   */
  async putAside(copy: Copy, folder: ChosenFolder): Promise<Problem | null> {
    const file = path.join(folder.path, copy.path);
    try {
      if ((await hashOf(file)) !== copy.sha256) return null;
      const aside = path.join(this.#place, `${copy.key} ${copy.sha256.slice(0, 12)}`, path.basename(copy.path));
      await makeLastingFolders(path.dirname(aside));
      await fs.copyFile(file, aside);
      await sync(aside);
      const nowS = this.#clock.now() / 1000;
      await fs.utimes(path.dirname(aside), nowS, nowS);
      await syncFolder(path.dirname(aside));
      if ((await hashOf(aside)) === copy.sha256) await fs.rm(file, { force: true });
      return null;
    } catch (error) {
      if (codeOf(error) === '') throw error; // not the disk: a bug
      return folderProblem(error, folder.path);
    }
  }

  /** Once a day at most: what was put aside a month ago goes. */
  async forgetOld(): Promise<void> {
    const now = this.#clock.now();
    if (now - this.#lookedAtMs < lookEveryMs) return;
    this.#lookedAtMs = now;
    for (const name of await fs.readdir(this.#place).catch(() => [])) {
      const one = path.join(this.#place, name);
      const found = await fs.stat(one).catch(() => null);
      if (found && now - found.mtimeMs > keptMs)
        await fs.rm(one, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

async function sync(file: string): Promise<void> {
  const handle = await fs.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
