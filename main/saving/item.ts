// A clip on its way into the folder, as the queue keeps it in memory.
import type { ClipKey, JobId, ModuleId, Result } from '../../preload/contract.ts';
import type { Pair } from '../blink/index.ts';

export interface Item {
  readonly key: ClipKey;
  readonly jobId: JobId;
  readonly moduleId: ModuleId;
  readonly recordedAtMs: number;
  /** Handles of its last request, whose copy may lie in the cloud. */
  earlierPair: Pair | null;
  /** Failures in a row. */
  attempts: number;
  /** The module's count of listings when one first lacked the clip; null: none did. */
  goneAtListing: number | null;
  /** Unix ms; null: at its turn. */
  dueAtMs: number | null;
  /** A lane has it. */
  inHand: boolean;
  /** Somebody wants to play it now. */
  urgent: boolean;
  /** Who waits to play it. */
  readonly settled: ((outcome: Result<null>) => void)[];
}

/** Shown as failed after this many failures, and still tried (DESIGN: three bad arrivals). */
export const shownAfter = 3;
/** Given up after this many. */
export const givenUpAfter = 8;
/** A clip that a manifest lacks is looked for again in the next one: all clips have been seen to vanish and come back. */
export const goneAgainMs = 60_000;

/** Pause before the next try: 2 s … 5 min. */
export const retryPauseMs = (attempts: number) => Math.min(300_000, 2000 * 2 ** (attempts - 1));

/** The next one due: wanted now, then retries whose time has come, then newest first. */
export function pickNext(waiting: readonly Item[], nowMs: number): Item | null {
  let best: Item | null = null;
  for (const item of waiting) {
    if (item.inHand || (item.dueAtMs !== null && item.dueAtMs > nowMs)) continue;
    if (item.urgent) return item;
    if (item.dueAtMs !== null && best?.dueAtMs == null) best = item;
    best ??= item;
  }
  return best;
}
