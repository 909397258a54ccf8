// A clip on its way into the folder, as the queue keeps it in memory.
import type { ClipKey, JobId, ModuleId, Result } from '../../../preload/contract.ts';
import type { Pair } from '../../blink/index.ts';
import type { ClipRow, StoredItem } from '../../library/index.ts';

export interface Item {
  readonly key: ClipKey;
  readonly folderId: string;
  /** Changes where a clip on its way for a cancelled job is wanted again. */
  jobId: JobId;
  readonly moduleId: ModuleId;
  readonly recordedAtMs: number;
  /** Blink's estimate. */
  readonly sizeBytes: number;
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
  /** Somebody waits to play it. */
  urgent: boolean;
  /** Who waits to play it. */
  readonly settled: ((outcome: Result<null>) => void)[];
}

/** An item at its start, or as the index kept it. */
export const newItem = (row: ClipRow, { jobId, key, folderId, pair, attempts }: StoredItem): Item => ({
  key,
  folderId,
  jobId,
  moduleId: row.moduleId,
  recordedAtMs: row.recordedAtMs,
  sizeBytes: row.sizeKiB * 1024,
  earlierPair: pair,
  attempts,
  goneAtListing: null,
  dueAtMs: null,
  inHand: false,
  urgent: false,
  settled: [],
});

/** Answers all who wait to play it. */
export function settle(item: Item, outcome: Result<null>): void {
  for (const answer of item.settled.splice(0)) answer(outcome);
}

/** Shown as failed after this many failures, and still tried. */
export const shownAfter = 3;
/** Given up after this many. */
export const givenUpAfter = 8;
/** A clip that a manifest lacks is looked for again: all clips have been seen to vanish and come back. */
export const goneAgainMs = 60_000;

export const longestPauseMs = 300_000;
/** Pause before the next try: 2 s … 5 min. */
export const retryPauseMs = (attempts: number) => Math.min(longestPauseMs, 2000 * 2 ** (attempts - 1));
