// Which jobs hold because a person said so, until when, and whether everything does.
import type { JobId, Pause } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import { isInForce } from './pause-end.ts';

/** Null: everything. */
type Scope = JobId | null;

export class Pauses {
  readonly #clock: Clock;
  readonly #onOver: () => void;
  readonly #pauses = new Map<Scope, Pause>();
  #waiting = new AbortController();

  /** `onOver`: a pause has come to its end. */
  constructor(clock: Clock, onOver: () => void) {
    this.#clock = clock;
    this.#onOver = onOver;
  }

  /** In force now. */
  of(scope: Scope): Pause | null {
    const pause = this.#pauses.get(scope);
    return pause && isInForce(pause, this.#clock.now()) ? pause : null;
  }

  holds(jobId: JobId): boolean {
    return this.of(null) !== null || this.of(jobId) !== null;
  }

  /** `pause` null: it goes on. */
  set(scope: Scope, pause: Pause | null): void {
    if (pause) this.#pauses.set(scope, pause);
    else this.#pauses.delete(scope);
    this.#waitForNext();
  }

  clear(): void {
    this.#pauses.clear();
    this.#waiting.abort();
  }

  /** One may have come to its end while the computer slept. */
  look(): void {
    this.#waitForNext();
    this.#onOver();
  }

  #waitForNext(): void {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    const now = this.#clock.now();
    const ends = [...this.#pauses.values()].flatMap(({ untilMs }) =>
      untilMs !== null && untilMs > now ? [untilMs] : [],
    );
    if (ends.length === 0) return;
    this.#clock.sleep(Math.min(...ends) - now, this.#waiting.signal).then(
      () => this.look(),
      () => undefined, // another one is waited for
    );
  }
}
