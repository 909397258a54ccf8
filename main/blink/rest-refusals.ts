// New tokens that REST refused: by itself that ends no session (§2.6).
import type { Problem } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../problem.ts';
import { Hold } from './hold.ts';

/** So many in a row before the person is asked. */
const BELIEVED = 3;
/** How long nothing is asked after one: those that came together, to several lanes, prove no more than one. */
const HELD_MS = 60_000;

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
    this.#inARow += 1;
    if (this.#inARow < BELIEVED) {
      this.#hold = new Hold(this.#clock, problem('blink-unavailable', { details }), HELD_MS);
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
