// When lists of clips, or drives, are looked at by themselves: every so many minutes, sooner after a failure, and when it
// seems right.
import type { Result } from '../preload/contract.ts';
import type { Clock } from './clock.ts';
import { Patience } from './patience.ts';

export interface RegularCheckParts {
  readonly clock: Clock;
  readonly random: () => number;
  readonly everyMinutes: () => number;
  /** Looks at all modules; where somebody is signed in, `checked` hears how that went. */
  readonly check: () => Promise<unknown>;
  readonly signal: AbortSignal;
}

/** After one that failed, and the least between two: the network may come back a while after the computer. */
const againMs = 30_000;

export class RegularCheck {
  readonly #parts: RegularCheckParts;
  readonly #trouble: Patience;
  #checkedAtMs: number;
  #nextAtMs: number;
  #waiting = new AbortController();

  constructor(parts: RegularCheckParts) {
    const { clock, random, signal } = parts;
    this.#parts = parts;
    this.#trouble = new Patience(clock, random, againMs, 600_000);
    this.#checkedAtMs = clock.now();
    this.#nextAtMs = this.#oneLater();
    signal.addEventListener('abort', () => this.#waiting.abort(), { once: true });
  }

  /** Checks until the signal aborts. */
  async run(): Promise<void> {
    const { clock, check, signal } = this.#parts;
    while (!signal.aborted) {
      const waiting = this.#waiting.signal;
      await clock.sleep(Math.max(0, this.#nextAtMs - clock.now()), waiting).catch(() => undefined);
      this.#waiting = new AbortController();
      if (signal.aborted || (waiting.aborted && clock.now() < this.#nextAtMs)) continue; // the clock may be set back
      this.#nextAtMs = this.#oneLater();
      await check();
    }
  }

  /** A check has ended, whoever asked for it: answers when the next one is; Unix ms. */
  checked(outcome: Result<unknown>): number {
    const { clock } = this.#parts;
    this.#checkedAtMs = clock.now();
    if (outcome.ok) this.#trouble.over();
    this.#nextAtMs = outcome.ok ? this.#oneLater() : this.#trouble.next(outcome.problem);
    this.#waiting.abort();
    return this.#nextAtMs;
  }

  /** Somebody is there again, or the network may be: checks now, unless it did less than half a minute ago. */
  soon(): void {
    const { clock } = this.#parts;
    if (Math.abs(clock.now() - this.#checkedAtMs) < clock.span(againMs)) return;
    this.#nextAtMs = clock.now();
    this.#waiting.abort();
  }

  /** The number of minutes is another one. */
  reconsider(): void {
    this.#nextAtMs = Math.min(this.#nextAtMs, this.#oneLater());
    this.#waiting.abort();
  }

  #oneLater(): number {
    const { clock, everyMinutes } = this.#parts;
    return clock.now() + clock.span(everyMinutes() * 60_000);
  }
}
