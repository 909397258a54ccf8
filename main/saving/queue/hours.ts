// The hours in which long jobs may run: nobody waits for them, and at night nobody else wants the module.
import type { DayHours, JobTitle } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import { isWithin, timeOfDay } from '../../day-hours.ts';

export class Hours {
  readonly #clock: Clock;
  readonly #current: () => DayHours | null;
  readonly #onBoundary: () => void;
  #waiting = new AbortController();

  /** `current` null: at any time. `onBoundary`: they have just begun or ended. */
  constructor(clock: Clock, current: () => DayHours | null, onBoundary: () => void) {
    this.#clock = clock;
    this.#current = current;
    this.#onBoundary = onBoundary;
  }

  /** When they begin; Unix ms; null: now is one of them. */
  get fromMs(): number | null {
    const hours = this.#current();
    const now = this.#clock.now();
    return hours && !isWithin(hours, now) ? nextAt(hours.fromMinute, now) : null;
  }

  /** When work of this length is done that goes on in them only; Unix ms. */
  endOf(workMs: number): number {
    const hours = this.#current();
    let atMs = this.#clock.now();
    for (let leftMs = workMs; hours; ) {
      if (!isWithin(hours, atMs)) atMs = nextAt(hours.fromMinute, atMs);
      const overMs = nextAt(hours.toMinute, atMs);
      if (atMs + leftMs <= overMs) return atMs + leftMs;
      leftMs -= overMs - atMs;
      atMs = overMs;
    }
    return atMs + workMs;
  }

  /** They may be others than before, or the computer slept: watches for the next time that they begin or end. */
  look(): void {
    this.#waiting.abort();
    this.#waiting = new AbortController();
    const hours = this.#current();
    if (!hours) return;
    const now = this.#clock.now();
    const next = Math.min(nextAt(hours.fromMinute, now), nextAt(hours.toMinute, now));
    this.#clock.sleep(next - now, this.#waiting.signal).then(
      () => {
        this.look();
        this.#onBoundary();
      },
      () => undefined, // another one is watched for
    );
  }

  close(): void {
    this.#waiting.abort();
  }
}

/** Of a job's clips that nobody picked, and that nobody waits for. */
export const hasHours = ({ title }: { readonly title: JobTitle }): boolean =>
  title.kind === 'all' || title.kind === 'new';

/** The next time that this computer's clock shows it. */
function nextAt(minute: number, nowMs: number): number {
  const todayMs = timeOfDay(minute, 0, nowMs);
  return todayMs > nowMs ? todayMs : timeOfDay(minute, 1, nowMs);
}
