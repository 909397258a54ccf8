// A time limit on the other side, which our own standstill is not counted against.
import type { Clock } from '../clock.ts';

/** A timer that is later than this was held up by ourselves: a drag stops main's JavaScript until the drop, sleep everything. */
const lateMs = 1_000;

/** Resolves when `limitMs` have passed in which this process could have heard an answer; rejects when aborted. */
export async function limitPassed(clock: Clock, limitMs: number, signal: AbortSignal): Promise<void> {
  const spanMs = clock.span(limitMs);
  for (;;) {
    const endMs = clock.now() + spanMs;
    await clock.sleep(spanMs, signal);
    if (clock.now() - endMs < lateMs) return;
  }
}
