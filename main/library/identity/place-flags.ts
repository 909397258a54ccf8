// The bits that tell where a clip is, from what the index knows of it.
import { ClipFlag } from '../../../preload/contract.ts';

/** A clip's marks as the index counts them: 0 is no. */
export interface ClipMarks {
  readonly gone: number;
  readonly saved: number;
  readonly confirmed: number;
  readonly cached: number;
  /** The person removed its file. */
  readonly removed: number;
  readonly starred: number;
  readonly seen: number;
  readonly poster: number;
  readonly queued: number;
  readonly failed: number;
  readonly excluded: number;
}

export const flagsOf = (marks: ClipMarks): number =>
  (marks.gone ? 0 : ClipFlag.onDrive) |
  (marks.saved ? ClipFlag.saved : 0) |
  (marks.confirmed ? ClipFlag.confirmed : 0) |
  (marks.cached ? ClipFlag.cached : 0) |
  (marks.removed && !marks.saved ? ClipFlag.removedByYou : 0) |
  (marks.starred ? ClipFlag.starred : 0) |
  (marks.seen ? ClipFlag.seen : 0) |
  (marks.poster ? ClipFlag.poster : 0) |
  (marks.queued ? ClipFlag.queued : 0) |
  (marks.failed ? ClipFlag.failed : 0) |
  (marks.excluded ? ClipFlag.excluded : 0);
