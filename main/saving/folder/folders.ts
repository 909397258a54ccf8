// All folders that clips are saved into: the one that is chosen now, and those of jobs that were started before.
import type { Problem } from '../../../preload/contract.ts';
import type { QueueStore } from '../../library/index.ts';
import { problem } from '../../problem.ts';
import { type ChosenFolder, removePartials } from './folder.ts';
import { FolderWatch, type FolderWatchParts } from './folder-watch.ts';

export class Folders {
  readonly #store: Pick<QueueStore, 'putFolder'>;
  readonly #parts: FolderWatchParts;
  readonly #watches = new Map<string, FolderWatch>();
  #chosen: FolderWatch | null = null;

  constructor(store: Pick<QueueStore, 'putFolder'>, parts: FolderWatchParts) {
    this.#store = store;
    this.#parts = parts;
  }

  /** Where new jobs save to; null: none is chosen. */
  get chosen(): FolderWatch | null {
    return this.#chosen;
  }

  /** What keeps clips from being saved into the chosen one; also when there is none. */
  get problem(): Problem | null {
    return this.#chosen ? this.#chosen.problem : problem('folder-missing');
  }

  /** `isOwn`: chosen in the app; what is saved there counts as saved. */
  async choose(folder: ChosenFolder | null, isOwn: boolean): Promise<void> {
    this.#chosen = folder && this.at(folder);
    if (folder && this.#chosen) {
      await this.#store.putFolder({ ...folder, isOwn });
      await this.#chosen.moveTo(folder);
    }
    this.#parts.onChange();
  }

  /** Not chosen, but used by one job; what is saved there does not count as saved, unless the app chose it before. */
  async forOnce(folder: ChosenFolder): Promise<FolderWatch> {
    await this.#store.putFolder({ ...folder, isOwn: false });
    const watch = this.at(folder);
    await watch.moveTo(folder);
    return watch;
  }

  /** Null: no clip was ever saved into a folder with this id. */
  get(folderId: string): FolderWatch | null {
    return this.#watches.get(folderId) ?? null;
  }

  /** The watch of this folder, wherever it was before. */
  at(folder: ChosenFolder): FolderWatch {
    const known = this.#watches.get(folder.id);
    if (known) return known;
    const watch = new FolderWatch(folder, this.#parts);
    this.#watches.set(folder.id, watch);
    return watch;
  }

  all(): readonly FolderWatch[] {
    return [...this.#watches.values()];
  }

  /** What is unfinished in them goes. */
  async close(): Promise<void> {
    await Promise.all(this.all().map((watch) => watch.close()));
    for (const watch of this.all()) await removePartials(watch.folder).catch(() => undefined); // away: at the next start
  }
}
