// Whose turn it is: what is played, then what waits in the first job that may go on; and what needs no module at all.
import { ClipFlag, type ClipKey, type ModuleId, type Result } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import type { Library } from '../../library/index.ts';
import type { Log } from '../../log.ts';
import { failed } from '../../problem.ts';
import type { Folders } from '../folder/folders.ts';
import type { Wish, Wishes } from '../lane/wish.ts';
import type { Shelf } from '../receiving/shelf.ts';
import { type Item, settle } from './item.ts';
import type { Line } from './line.ts';
import { Plays } from './plays.ts';
import { type ItemEnds, SaveWish } from './save-wish.ts';

export interface TurnParts {
  readonly line: Line;
  /** Its job is paused, or its hours have not come. */
  readonly isHeld: (item: Item) => boolean;
  readonly folders: Folders;
  readonly ends: ItemEnds;
  readonly library: Library;
  readonly shelf: Shelf;
  readonly clock: Clock;
  readonly log: Log;
  /** The module has something to do; `now`: also if it waits for something. */
  readonly wake: (moduleId: ModuleId, now: boolean) => void;
}

export class Turns {
  readonly #parts: TurnParts;
  readonly #plays: Plays;

  constructor(parts: TurnParts) {
    this.#parts = parts;
    this.#plays = new Plays(parts.shelf.put);
  }

  /** What a lane works through. */
  of(moduleId: ModuleId): Wishes {
    const { line, clock } = this.#parts;
    const mayGo = (item: Item) => this.#mayGo(item);
    const nextItem = () => line.next(moduleId, clock.now(), mayGo);
    const nextToSave = (): Wish | null => {
      const item = nextItem();
      return item && this.#wishFor(item);
    };
    return {
      next: () => this.#plays.next(moduleId) ?? nextToSave(),
      isWaitedFor: () => this.#plays.waitsFor(moduleId) || nextItem()?.urgent === true,
      dueAtMs: () => line.dueAtMs(moduleId, mayGo),
    };
  }

  /** Resolves when the clip lies on this computer; `release` where nobody waits any more. */
  play(key: ClipKey, moduleId: ModuleId): Promise<Result<null>> {
    const { line, wake } = this.#parts;
    const item = line.of(key).find((one) => one.inHand || this.#mayGo(one));
    if (item) item.urgent = true;
    const outcome = item
      ? new Promise<Result<null>>((answer) => item.settled.push(answer))
      : this.#plays.ask(key, moduleId);
    wake(moduleId, true);
    return outcome;
  }

  release(key: ClipKey): void {
    this.#plays.release(key);
  }

  /** Somebody may wait to play a clip that is not saved for now: it is fetched for them alone. */
  playInstead(item: Item): void {
    item.urgent = false;
    if (item.settled.length === 0) return;
    void this.#plays.ask(item.key, item.moduleId).then((outcome) => settle(item, outcome));
    this.#parts.wake(item.moduleId, true);
  }

  /** A folder, a pause or an order is another one. Resolves when what had been played before is saved. */
  goOn(): Promise<void> {
    const { line, wake } = this.#parts;
    for (const item of line.all()) if (!item.inHand && !this.#mayGo(item)) this.playInstead(item);
    const saved = this.#saveFromShelf();
    for (const moduleId of line.modules()) wake(moduleId, false);
    return saved;
  }

  /** The app ends, or another account comes: nobody who waits is left without an answer. */
  close(): void {
    this.#plays.close();
    for (const item of this.#parts.line.all()) settle(item, failed('offline', { details: 'given up' }));
  }

  #mayGo(item: Item): boolean {
    const { folders, isHeld } = this.#parts;
    return folders.get(item.folderId)?.isReady === true && !isHeld(item);
  }

  #wishFor(item: Item): SaveWish {
    item.inHand = true;
    return new SaveWish(item, this.#parts);
  }

  /** Clips that were played before cost the module nothing. */
  async #saveFromShelf(): Promise<void> {
    const { line, library, shelf, ends, wake } = this.#parts;
    const isCached = ({ key }: Item) => ((library.row(key)?.flags ?? 0) & ClipFlag.cached) !== 0;
    const cached = line
      .all()
      .filter((item) => !item.inHand && item.dueAtMs === null && this.#mayGo(item) && isCached(item))
      .map((item) => ({ item, wish: this.#wishFor(item) }));
    for (const { item, wish } of cached) {
      const shelved = await shelf.take(item.key);
      // It came before the last list perhaps: its ids may mean another clip since.
      const copy = shelved && { pair: shelved.pair, mayBeOld: true };
      if (copy && (await wish.take(shelved.incoming, copy)) === 'kept') continue;
      ends.backInLine(item);
      wake(item.moduleId, false);
    }
  }
}
