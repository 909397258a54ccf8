// A while in which something is not tried again; it ends in time, however the computer's clock is set.
import type { Problem } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';

export class Hold {
  /** Says until when. */
  readonly problem: Problem;
  readonly #clock: Clock;
  readonly #fromMs: number;
  readonly #untilMs: number;

  /** `ms`: as the protocol or a constant has it; the clock spans it. */
  constructor(clock: Clock, why: Problem, ms: number) {
    this.#clock = clock;
    this.#fromMs = clock.now();
    this.#untilMs = this.#fromMs + clock.span(ms);
    this.problem = { ...why, nextTryAtMs: this.#untilMs };
  }

  /** A clock that was set back is before its beginning: nobody knows how much of it is over, and it is taken for all. */
  get inForce(): boolean {
    const now = this.#clock.now();
    return now >= this.#fromMs && now < this.#untilMs;
  }
}
