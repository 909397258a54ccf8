// Lets one waiter sleep until somebody rings or a time is over.
import type { Clock } from '../../clock.ts';

export class Bell {
  #waiter: AbortController | null = null;
  #rungBefore = false;

  /** Wakes the waiter, or the next one at once. */
  ring(): void {
    this.#rungBefore = true;
    this.#waiter?.abort();
  }

  /** Resolves at the next ring, or after `ms` of the clock's time (null: only at a ring). */
  async rung(clock: Clock, ms: number | null): Promise<void> {
    if (!this.#rungBefore) {
      this.#waiter = new AbortController();
      await (ms === null ? aborted(this.#waiter.signal) : clock.sleep(ms, this.#waiter.signal).catch(() => undefined));
      this.#waiter = null;
    }
    this.#rungBefore = false;
  }
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
