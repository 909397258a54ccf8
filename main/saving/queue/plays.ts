// Clips that somebody waits to play: in memory only, before everything else.
import type { ClipKey, ModuleId, Result } from '../../../preload/contract.ts';
import { PlayWish, type Shelve } from './play-wish.ts';

export class Plays {
  readonly #shelve: Shelve;
  #wishes: readonly PlayWish[] = [];

  constructor(shelve: Shelve) {
    this.#shelve = shelve;
  }

  /** One wish for all who wait for this clip. */
  ask(key: ClipKey, moduleId: ModuleId): Promise<Result<null>> {
    const open = this.#wishes.filter((wish) => !wish.over);
    const known = open.find((wish) => wish.key === key);
    const wish = known ?? new PlayWish(key, moduleId, this.#shelve);
    this.#wishes = known ? open : [...open, wish];
    return wish.outcome;
  }

  release(key: ClipKey): void {
    for (const wish of this.#wishes) if (wish.key === key) wish.release();
  }

  /** Taken in hand by the lane that asks. */
  next(moduleId: ModuleId): PlayWish | null {
    const wish = this.#first(moduleId);
    if (!wish) return null;
    wish.inHand = true;
    return wish;
  }

  waitsFor(moduleId: ModuleId): boolean {
    return this.#first(moduleId) !== undefined;
  }

  close(): void {
    for (const wish of this.#wishes) wish.release();
  }

  #first(moduleId: ModuleId): PlayWish | undefined {
    return this.#wishes.find((one) => one.moduleId === moduleId && !one.inHand && !one.over);
  }
}
