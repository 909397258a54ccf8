// The request budget of one account: how many requests may go in a minute, and when none may go at all (§6).
import type { Pace, Problem } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../problem.ts';
import { abortable } from './abortable.ts';
import type { BudgetStore, Urgency } from './index.ts';

// A second more than the minute that Blink may count: on its side two requests can arrive closer than they left.
const WINDOW_MS = 61_000;
// A waiting request looks up at least this often: the pace may have been changed, or it may have gone out of turn.
const LOOK_UP_MS = 2_000;
const STOP_MS = 5 * 60_000;
const LONGEST_STOP_MS = 15 * 60_000;
// Blink cannot have asked for more: the computer's clock was set back since.
const LONGEST_STOP_EVER_MS = 24 * 60 * 60_000;

const requestsInWindow = { gentle: 30, brisk: 60, full: Number.POSITIVE_INFINITY } satisfies Record<Pace, number>;

/** Counts every request of any kind; makes only the bulk ones wait, first come first served. */
export class RequestBudget {
  readonly #clock: Clock;
  readonly #store: BudgetStore;
  readonly #pace: () => Pace;
  #sentAtMs: readonly number[] = [];
  #notBeforeMs: number | null = null;
  /** When the stop in force was last looked at. */
  #lookedAtMs = Number.NEGATIVE_INFINITY;
  #stops = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #loaded: Promise<void> | null = null;
  #stored: Promise<void> = Promise.resolve();
  #storingNext = false;

  constructor(roles: { readonly clock: Clock; readonly store: BudgetStore; readonly pace: () => Pace }) {
    this.#clock = roles.clock;
    this.#store = roles.store;
    this.#pace = roles.pace;
  }

  /**
   * Waits until a request may go, and counts it as sent now. Answers why it may not go at all, if so.
   * Rejects with the reason of `signal`.
   */
  async admit(urgency: Urgency, signal?: AbortSignal): Promise<Problem | null> {
    await this.#load();
    if (urgency === 'interactive') return this.#go(signal);
    const waiter = { hasGone: false };
    const turn = this.#inTurn(async () => {
      await this.#room(waiter, signal);
      return waiter.hasGone ? null : this.#go(signal);
    });
    if (urgency === 'bulk') return turn;
    try {
      return await abortable(turn, urgency.bulkUntil);
    } catch (error) {
      if (!urgency.bulkUntil.aborted) throw error;
      waiter.hasGone = true;
      return this.#go(signal);
    }
  }

  /** The stop in force, if any. */
  async stopped(): Promise<Problem | null> {
    await this.#load();
    return this.#stopped();
  }

  /** Blink says: too fast. Nothing goes for 5, then 10, then 15 minutes, or as long as it asked for (§6). */
  stop(retryAfterMs: number | null): Problem {
    const already = this.#stopped();
    if (!already) this.#stops++;
    const own = Math.min(LONGEST_STOP_MS, STOP_MS * Math.max(1, this.#stops));
    const until = this.#clock.now() + this.#clock.span(Math.max(own, retryAfterMs ?? 0));
    this.#notBeforeMs = Math.max(until, already?.nextTryAtMs ?? 0);
    this.#persist();
    return problem('too-many-requests', { nextTryAtMs: this.#notBeforeMs });
  }

  /** A request was answered: the next stop is a short one again. */
  answered(): void {
    if (!this.#stopped()) this.#stops = 0;
  }

  /** Waits for what is being stored. */
  async close(): Promise<void> {
    await this.#stored;
  }

  async #room(waiter: { readonly hasGone: boolean }, signal?: AbortSignal): Promise<void> {
    while (!waiter.hasGone) {
      signal?.throwIfAborted();
      const limit = requestsInWindow[this.#pace()];
      if (this.#stopped() || limit === Number.POSITIVE_INFINITY) return;
      // So that at most one request is not on record when the process is killed: see #load.
      await this.#stored;
      const recent = this.#recent();
      const blocking = recent[recent.length - limit];
      if (blocking === undefined) return;
      const wait = blocking + this.#clock.span(WINDOW_MS) - this.#clock.now();
      await this.#clock.sleep(Math.min(wait, this.#clock.span(LOOK_UP_MS)), signal);
    }
  }

  #go(signal?: AbortSignal): Problem | null {
    signal?.throwIfAborted();
    const stop = this.#stopped();
    if (stop) return stop;
    this.#sentAtMs = [...this.#recent(), this.#clock.now()];
    this.#persist();
    return null;
  }

  #stopped(): Problem | null {
    const now = this.#clock.now();
    // The computer's clock was set back: what was left of the stop is still left of it, and no more.
    if (this.#notBeforeMs !== null && now < this.#lookedAtMs) this.#notBeforeMs -= this.#lookedAtMs - now;
    this.#lookedAtMs = now;
    if (this.#notBeforeMs === null || now >= this.#notBeforeMs) return null;
    return problem('too-many-requests', { nextTryAtMs: this.#notBeforeMs });
  }

  /** Runs one after the other, whatever became of those before. */
  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #recent(times: readonly number[] = this.#sentAtMs): readonly number[] {
    const now = this.#clock.now();
    // Times in the future are left from before the computer's clock was set back.
    return times.filter((at) => at <= now && at > now - this.#clock.span(WINDOW_MS));
  }

  /** At first use: a process that only shows what is there neither reads nor writes. */
  #load(): Promise<void> {
    const nothing = { sentAtMs: [], notBeforeMs: null };
    this.#loaded ??= this.#clock.busy(this.#store.load().catch(() => nothing)).then(({ sentAtMs, notBeforeMs }) => {
      const now = this.#clock.now();
      this.#notBeforeMs = notBeforeMs !== null && notBeforeMs - now < LONGEST_STOP_EVER_MS ? notBeforeMs : null;
      // The last request of a process that was killed may have left before it was on record: it is taken to have left
      // now, and that is on record before another leaves.
      this.#sentAtMs = [...this.#recent(sentAtMs), now];
      this.#persist();
    });
    return this.#loaded;
  }

  /** Stores the present times in the background; while one write is under way, at most one more waits. */
  #persist(): void {
    if (this.#storingNext) return;
    this.#storingNext = true;
    this.#stored = this.#stored
      .then(() => {
        this.#storingNext = false;
        return this.#clock.busy(this.#store.save({ sentAtMs: this.#recent(), notBeforeMs: this.#notBeforeMs }));
      })
      // Without an index nothing is saved anyway, and whoever lost it says so.
      .catch(() => undefined);
  }
}
