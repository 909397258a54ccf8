// Whether a command that saves may wait on. What only a person can end ends it: nobody can sign in beside it.
import type { Problem } from '../../preload/contract.ts';
import type { SessionStatus } from '../blink/index.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../problem.ts';
import { stopwatch } from '../stopwatch.ts';

/** Blink refuses this program, or this network (§7), and is believed when it does nothing else for a while. */
const refusals: ReadonlySet<Problem['kind']> = new Set(['update-required', 'sign-in-refused']);
const believedMs = 600_000;

export class Hope {
  readonly #clock: Clock;
  #saved = 0;
  /** How long it has been refused; null: it is not. */
  #refusedMs: (() => number) | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Why it is of no use to wait on; null: it may be. To be asked whenever something changes. `cause`: what is waited for;
   * null also while it is tried again. `saved`: so many clips are.
   */
  lostTo(session: SessionStatus, cause: Problem | null, saved: number): Problem | null {
    if (session.kind === 'signed-out') return session.problem ?? problem('not-signed-in');
    if (saved !== this.#saved || (cause && !refusals.has(cause.kind))) this.#refusedMs = null;
    this.#saved = saved;
    if (!cause || !refusals.has(cause.kind)) return null;
    this.#refusedMs ??= stopwatch(this.#clock, this.#clock.now());
    return this.#refusedMs() >= this.#clock.span(believedMs) ? cause : null;
  }
}
