// Compares folders with what the index says of them: files that the person moved are found again, and those that they
// removed are not fetched again by themselves. Where many are gone at once, the person is asked.
import type { ClipKey, Problem } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import type { Library } from '../../library/index.ts';
import type { Log } from '../../log.ts';
import { problem } from '../../problem.ts';
import { codeOf } from '../../system-error.ts';
import { type ChosenFolder, checkFolder } from './folder.ts';
import type { FolderWatch } from './folder-watch.ts';
import type { Folders } from './folders.ts';
import { findMoved, missingFiles } from './missing-files.ts';

export interface ReconcilingParts {
  readonly library: Pick<Library, 'queue' | 'renames'>;
  readonly folders: Folders;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
}

/** A person may well remove so many on purpose; more of them than a tenth look like a part of a disk that is away. */
const UNASKED = 20;
const againMs = 60_000;

export class Reconciling {
  readonly #parts: ReconcilingParts;
  readonly #lookedAtMs = new Map<string, number>();
  /** Removed, or away: the person has not said yet. By the folder's id. */
  readonly #inQuestion = new Map<
    string,
    { readonly folder: ChosenFolder; readonly gone: number; readonly of: number }
  >();
  #ending = new AbortController();
  #isOwner = false;
  #looking: Promise<void> | null = null;

  constructor(parts: ReconcilingParts) {
    this.#parts = parts;
  }

  /** Asked of the person; null: nothing is. */
  get question(): Problem | null {
    const [first] = this.#inQuestion.values();
    return first
      ? problem('files-missing', { subject: first.folder.path, details: `${first.gone} of ${first.of}` })
      : null;
  }

  /** The profile is ours. */
  resume(): void {
    this.#isOwner = true;
    this.look();
  }

  /** Looks at each folder that can be reached, at most once a minute. */
  look(): void {
    const { clock, log, onChange } = this.#parts;
    if (!this.#isOwner || this.#ending.signal.aborted) return;
    this.#looking ??= clock
      .busy(this.#lookAtAll())
      .catch((error: unknown) => log.error('a folder could not be compared', error))
      .finally(() => {
        this.#looking = null;
        onChange();
      });
  }

  /** What is missing was removed on purpose. */
  async confirmRemoved(): Promise<void> {
    const { folders, clock, onChange } = this.#parts;
    await this.rested();
    for (const folderId of this.#inQuestion.keys()) {
      const watch = folders.get(folderId);
      if (watch) await clock.busy(watch.alone(() => this.#compare(watch, Number.POSITIVE_INFINITY)));
    }
    onChange();
  }

  /** Another account comes: what was found belongs to the one before. */
  async rest(): Promise<void> {
    await this.close();
    this.#ending = new AbortController();
    this.#lookedAtMs.clear();
    this.#inQuestion.clear();
  }

  /** Resolves when no folder is looked at. */
  async rested(): Promise<void> {
    await this.#looking;
  }

  async close(): Promise<void> {
    this.#ending.abort();
    await this.rested();
  }

  async #lookAtAll(): Promise<void> {
    const { folders, clock } = this.#parts;
    for (const watch of folders.all()) {
      const lookedAtMs = this.#lookedAtMs.get(watch.folder.id) ?? Number.NEGATIVE_INFINITY;
      if (!watch.isReady || clock.now() - lookedAtMs < clock.span(againMs)) continue;
      this.#lookedAtMs.set(watch.folder.id, clock.now());
      await watch.alone(() => this.#compare(watch, UNASKED));
    }
  }

  async #compare(watch: FolderWatch, unasked: number): Promise<void> {
    const { library } = this.#parts;
    const { folder } = watch;
    const { signal } = this.#ending;
    // Files that are being renamed are not where the index has them for a moment.
    if ((await library.renames.open()).some(({ folderId }) => folderId === folder.id)) return;
    const copies = await library.queue.copiesIn(folder.id);
    const settled = copies.filter(({ state }) => state === 'provisional' || state === 'confirmed');
    const missing = await missingFiles(settled, folder, signal);
    const found = missing.length > 0 ? await this.#findIn(watch, () => findMoved(missing, copies, folder, signal)) : [];
    if (!found || signal.aborted) return;
    // A volume that went away meanwhile looks like one that was emptied.
    if (missing.length > 0 && (await checkFolder(folder, 0))) return;
    const foundKeys = new Set(found.map(({ key }) => key));
    const gone = missing.map(({ key }) => key).filter((key) => !foundKeys.has(key));
    if (found.length > 0) await library.queue.found(folder.id, found);
    await this.#believe(folder, gone, settled.length, unasked);
  }

  async #believe(folder: ChosenFolder, gone: readonly ClipKey[], of: number, unasked: number): Promise<void> {
    if (gone.length > unasked && gone.length * 10 > of) {
      this.#inQuestion.set(folder.id, { folder, gone: gone.length, of });
      return;
    }
    this.#inQuestion.delete(folder.id);
    if (gone.length === 0) return;
    this.#parts.log.info('files were removed from the folder', { files: gone.length });
    await this.#parts.library.queue.removed(folder.id, gone);
  }

  /** Null: the folder cannot be read just now. */
  async #findIn<Found>(watch: FolderWatch, find: () => Promise<Found>): Promise<Found | null> {
    try {
      return await find();
    } catch (error) {
      if (codeOf(error) === '') throw error; // not the disk: a bug
      this.#lookedAtMs.delete(watch.folder.id);
      return null;
    }
  }
}
