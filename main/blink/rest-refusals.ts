// New tokens that REST refused: by itself that ends no session (§2.6), and the token endpoint has just said that it lives.
import type { Problem } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../problem.ts';
import { Hold } from './hold.ts';

/**
 * How long nothing is asked after each in a row; those that come together, to several lanes, prove no more than one.
 * After one more than these the person is asked: a quarter of an hour is longer than a moment's confusion at Blink.
 */
const HELD_MS = [60_000, 120_000, 240_000, 480_000];

export class RestRefusals {
  readonly #clock: Clock;
  #inARow = 0;
  #hold: Hold | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts one, unless nothing should have been asked. `signed-out`: there were enough, and it begins anew. */
  add(): Problem {
    const held = this.held();
    if (held) return held.problem;
    const details = 'HTTP 401 with a new token';
    const heldMs = HELD_MS[this.#inARow];
    if (heldMs !== undefined) {
      this.#inARow += 1;
      this.#hold = new Hold(this.#clock, problem('blink-unavailable', { details }), heldMs);
      return this.#hold.problem;
    }
    this.over();
    return problem('signed-out', { details });
  }

  /** A token was taken. */
  over(): void {
    this.#inARow = 0;
    this.release();
  }

  /** What was put off may be asked at once. */
  release(): void {
    this.#hold = null;
  }

  /** Why nothing is asked now; null: it may be. */
  held(): { readonly ok: false; readonly problem: Problem } | null {
    return this.#hold?.inForce ? { ok: false, problem: this.#hold.problem } : null;
  }
}
