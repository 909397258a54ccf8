// How long something takes, also while somebody sets the computer's clock back.
import type { Clock } from './clock.ts';

/** Answers how long ago `startMs` was, ms of this clock; what had passed before the clock was set back is kept. */
export function stopwatch(clock: Pick<Clock, 'now'>, startMs: number): () => number {
  let originMs = startMs;
  let lastMs = startMs;
  return () => {
    const nowMs = clock.now();
    if (nowMs < lastMs) originMs -= lastMs - nowMs;
    lastMs = nowMs;
    return nowMs - originMs;
  };
}
