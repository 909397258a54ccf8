// What a lane shows of itself, and how it waits out what goes wrong: longer each time, until something goes well.
import type { LaneActivity, Problem } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import { Patience } from '../../patience.ts';
import { problem } from '../../problem.ts';
import { Bell } from './bell.ts';

export interface WaitParts {
  readonly clock: Clock;
  readonly random: () => number;
  /** The lane closes: nothing is waited out any more. */
  readonly signal: AbortSignal;
  readonly onPause: (cause: Problem) => void;
  readonly onChange: () => void;
}

/** A busy answer that lasts longer makes every pair doubtful. */
const longBusyMs = 60_000;

export class Waits {
  readonly #parts: WaitParts;
  readonly #trouble: Patience;
  readonly #busy: Patience;
  readonly #retry = new Bell();
  #activity: LaneActivity = { kind: 'idle' };

  constructor(parts: WaitParts) {
    const { clock, random, signal } = parts;
    this.#parts = parts;
    this.#trouble = new Patience(clock, random, 2000, 300_000);
    this.#busy = new Patience(clock, random, 3000, 24_000);
    signal.addEventListener('abort', () => this.#retry.ring(), { once: true });
  }

  get activity(): LaneActivity {
    return this.#activity;
  }

  get isBusyForLong(): boolean {
    return this.#busy.lastingMs > this.#parts.clock.span(longBusyMs);
  }

  show(activity: LaneActivity): void {
    this.#activity = activity;
    this.#parts.onChange();
  }

  /** The module took a request: nobody else uses it now. */
  taken(): void {
    this.#busy.over();
  }

  /** A list was read, or a clip was found. */
  recovered(): void {
    this.#trouble.over();
    this.#busy.over();
  }

  /** Returns when it may be tried again. */
  async pause(cause: Problem, patience = cause.kind === 'module-busy' ? this.#busy : this.#trouble): Promise<void> {
    const { clock, signal, onPause } = this.#parts;
    if (signal.aborted) return;
    const untilMs = patience.next(cause);
    onPause(cause);
    this.show({ kind: 'waiting', problem: { ...cause, nextTryAtMs: untilMs }, untilMs });
    await this.#retry.rung(clock, Math.max(0, untilMs - clock.now()));
  }

  /** What is waited out may be over. */
  retryNow(): void {
    if (this.#activity.kind === 'waiting') this.#retry.ring();
  }
}

/** While the module does something else. */
export const busyUntil = (untilMs: number): LaneActivity => ({
  kind: 'waiting',
  problem: problem('module-busy', { nextTryAtMs: untilMs }),
  untilMs,
});
