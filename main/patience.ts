// How long to wait after what went wrong: longer each time.
import type { Problem } from '../preload/contract.ts';
import type { Clock } from './clock.ts';

/** Growing pauses with jitter: first, twice that, … up to the last; Unix ms of the end is known while it lasts. */
export class Patience {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #firstMs: number;
  readonly #lastMs: number;
  #tries = 0;
  #since: number | null = null;

  constructor(clock: Clock, random: () => number, firstMs: number, lastMs: number) {
    this.#clock = clock;
    this.#random = random;
    this.#firstMs = firstMs;
    this.#lastMs = lastMs;
  }

  /** When to try again; Unix ms. Longer each time, and never before the problem's own time. */
  next(problem: Problem | null): number {
    const now = this.#clock.now();
    this.#since ??= now;
    const pauseMs = Math.min(this.#lastMs, this.#firstMs * 2 ** this.#tries) * (1 + 0.2 * this.#random());
    this.#tries += 1;
    return Math.max(now + this.#clock.span(pauseMs), problem?.nextTryAtMs ?? 0);
  }

  /** How long it has gone wrong without a break; ms of this clock. */
  get lastingMs(): number {
    return this.#since === null ? 0 : this.#clock.now() - this.#since;
  }

  over(): void {
    this.#tries = 0;
    this.#since = null;
  }
}
