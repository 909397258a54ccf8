// An item of the queue on its way through a lane: asked for, received, named and kept, or why not.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { ModuleId, Problem } from '../../../preload/contract.ts';
import type { Pair } from '../../blink/index.ts';
import type { Clock } from '../../clock.ts';
import type { Library } from '../../library/index.ts';
import type { Log } from '../../log.ts';
import { problem } from '../../problem.ts';
import { partialsOf } from '../folder/folder.ts';
import type { FolderWatch } from '../folder/folder-watch.ts';
import type { Folders } from '../folder/folders.ts';
import type { CloudCopy, Miss, Taken, Wish } from '../lane/wish.ts';
import { keep } from '../receiving/keep.ts';
import { type Incoming, receive } from '../receiving/receive.ts';
import { givenUpAfter, goneAgainMs, type Item, retryPauseMs, shownAfter } from './item.ts';

/** The queue, as an item on its way sees it. */
export interface ItemEnds {
  /** Not taken back meanwhile. */
  isWanted(item: Item): boolean;
  saved(item: Item, bytes: number): void;
  givenUp(item: Item, cause: Problem): Promise<void>;
  /** It will be tried again; `shown`: a person should know. */
  failed(item: Item, cause: Problem, shown: boolean): Promise<void>;
  backInLine(item: Item): void;
  /** The app ends: what fails now says nothing of a clip. */
  readonly ending: AbortSignal;
  /** How many manifests of the module were merged since the start. */
  listings(moduleId: ModuleId): number;
}

export interface SaveWishParts {
  readonly library: Library;
  readonly folders: Folders;
  readonly clock: Clock;
  readonly log: Log;
  readonly ends: ItemEnds;
}

export class SaveWish implements Wish {
  readonly #item: Item;
  readonly #parts: SaveWishParts;

  constructor(item: Item, parts: SaveWishParts) {
    this.#item = item;
    this.#parts = parts;
  }

  /** Of its job's folder; null: it is not known where that is. */
  get #watch(): FolderWatch | null {
    return this.#parts.folders.get(this.#item.folderId);
  }

  get key() {
    return this.#item.key;
  }

  get urgency() {
    return this.#item.urgent ? 'interactive' : 'bulk';
  }

  get earlierPair() {
    return this.#item.earlierPair;
  }

  async isWanted(): Promise<boolean> {
    const { ends } = this.#parts;
    return ends.isWanted(this.#item) && ((await this.#watch?.usable()) ?? null) !== null;
  }

  asked(pair: Pair): Promise<void> {
    this.#item.earlierPair = pair;
    this.#item.goneAtListing = null;
    return this.#parts.library.queue.requested(this.#item.key, this.#item.folderId, pair);
  }

  async take(incoming: Incoming, copy: CloudCopy): Promise<Taken> {
    const { library, clock, ends } = this.#parts;
    const { key, recordedAtMs } = this.#item;
    const watch = this.#watch;
    if (!watch || !ends.isWanted(this.#item)) {
      await incoming.body.cancel().catch(() => undefined);
      ends.backInLine(this.#item);
      return 'stopped';
    }
    const { folder } = watch;
    const file = path.join(partialsOf(folder), `${key}-${randomUUID()}.part`);
    const receipt = await receive(incoming, file, recordedAtMs, clock);
    if (receipt.kind === 'bad') return this.#arrivedBadly(receipt.problem);
    if (receipt.kind === 'refused') return this.#refused({ ...receipt.problem, subject: folder.path }, watch);
    const clip = { key, ...copy, name: library.wantedName(key, receipt.arrival.mp4.lengthMs) };
    const refusal = await keep(receipt.arrival, clip, folder, library.queue, clock);
    if (refusal) return this.#refused(refusal, watch);
    watch.took();
    ends.saved(this.#item, receipt.arrival.bytes);
    return 'kept';
  }

  async missed(miss: Miss): Promise<void> {
    const { ends } = this.#parts;
    switch (miss.kind) {
      case 'later':
        return ends.backInLine(this.#item);
      case 'spoilt':
        this.#item.earlierPair = null;
        return ends.backInLine(this.#item);
      case 'failed':
        if (await this.#failedOnce(miss.problem)) ends.backInLine(this.#item);
        return;
      case 'too-large':
        return ends.givenUp(this.#item, problem('clip-too-large'));
      case 'gone':
        return this.#gone();
    }
  }

  async #arrivedBadly(cause: Problem): Promise<Taken> {
    const { log, ends } = this.#parts;
    if (ends.ending.aborted) {
      ends.backInLine(this.#item);
      return 'stopped';
    }
    if (cause.kind === 'clip-too-large') {
      await ends.givenUp(this.#item, cause);
      return 'stopped';
    }
    log.warn('a clip arrived badly', { key: this.#item.key, details: cause.details });
    return (await this.#failedOnce(cause)) ? 'again' : 'stopped';
  }

  /** Nothing is wrong with the clip: it waits until the folder takes it, unless it never will. */
  async #refused(cause: Problem, watch: FolderWatch): Promise<Taken> {
    const { ends } = this.#parts;
    if (cause.kind === 'name-too-long') {
      await ends.givenUp(this.#item, cause);
    } else {
      watch.report(cause);
      ends.backInLine(this.#item);
    }
    return 'stopped';
  }

  /** Counts a failure; false: it was the last. */
  async #failedOnce(cause: Problem): Promise<boolean> {
    const { clock, ends } = this.#parts;
    const item = this.#item;
    item.attempts += 1;
    if (item.attempts >= givenUpAfter) {
      await ends.givenUp(item, cause);
      return false;
    }
    item.dueAtMs = clock.now() + clock.span(retryPauseMs(item.attempts));
    await ends.failed(item, cause, item.attempts >= shownAfter);
    return true;
  }

  /** Believed when a manifest read a minute later lacks it too. */
  async #gone(): Promise<void> {
    const { clock, library, ends } = this.#parts;
    const item = this.#item;
    const listings = ends.listings(item.moduleId);
    if (item.goneAtListing === null) {
      item.goneAtListing = listings;
      item.dueAtMs = clock.now() + clock.span(goneAgainMs);
    } else if (listings > item.goneAtListing) {
      return ends.givenUp(item, problem('clip-gone'));
    } else library.forgetPairs(item.moduleId); // so that a newer one is read
    ends.backInLine(item);
  }
}
