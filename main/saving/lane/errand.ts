// Work for a module beside the clips that it sends: done by its lane between two of them.
import type { Problem, Result } from '../../../preload/contract.ts';
import type { ModuleAddress, Urgency } from '../../blink/index.ts';
import type { MergeReport } from '../../library/index.ts';

/** The lane, as long as the module does nothing else. */
export interface LaneHand {
  readonly module: ModuleAddress;
  /** Reads the module's manifest and merges it. */
  list(urgency: Urgency): Promise<Result<MergeReport>>;
  /** Somebody waits to play a clip: the errand ends soon. */
  isWaitedFor(): boolean;
  /** The lane closes. */
  readonly signal: AbortSignal;
}

/** What the lane has to wait out before it goes on; null: nothing. */
export type Errand = (hand: LaneHand) => Promise<Problem | null>;

export interface Errands {
  next(): Errand | null;
  /** When there is one again; Unix ms; null: none waits for a time. */
  dueAtMs(): number | null;
}
