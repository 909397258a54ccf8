// Steps of saving that the profile's disk refuses are tried again until it takes them: saving holds, and loses nothing.
import type { Problem } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import { IndexFailure } from './index/index-failure.ts';

const againMs = 10_000;

export class Perseverance {
  readonly #clock: Clock;
  readonly #onTrouble: (problem: Problem | null) => void;
  readonly #ending = new AbortController();
  #waiting = 0;

  /** `onTrouble`: what the disk refuses a step for; null: it takes all of them again. */
  constructor(clock: Clock, onTrouble: (problem: Problem | null) => void) {
    this.#clock = clock;
    this.#onTrouble = onTrouble;
  }

  /** Each try is one transaction of its own. Rejects for bugs, and for what is refused once the app ends. */
  async until<Value>(step: () => Promise<Value>): Promise<Value> {
    try {
      return await step();
    } catch (error) {
      this.#waiting += 1;
      try {
        return await this.#again(step, error);
      } finally {
        this.#waiting -= 1;
        if (this.#waiting === 0) this.#onTrouble(null);
      }
    }
  }

  /** The app ends: what is refused now is for the next start. */
  end(): void {
    this.#ending.abort();
  }

  async #again<Value>(step: () => Promise<Value>, refusal: unknown): Promise<Value> {
    for (let last = refusal; ; ) {
      const cause = last instanceof IndexFailure ? last.problem : null;
      if (!cause || this.#ending.signal.aborted) throw last;
      this.#onTrouble(cause);
      await this.#clock.sleep(this.#clock.span(againMs), this.#ending.signal).catch(() => undefined);
      try {
        return await step();
      } catch (error) {
        last = error;
      }
    }
  }
}
