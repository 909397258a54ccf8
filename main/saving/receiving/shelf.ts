// Clips that were played lie on a shelf: saving one of them costs its module nothing.
import type { ClipKey } from '../../../preload/contract.ts';
import type { Pair } from '../../blink/index.ts';
import type { Incoming, Receipt } from './receive.ts';

export interface Shelf {
  /** Puts a played clip there. Never rejects. */
  readonly put: (key: ClipKey, incoming: Incoming, pair: Pair) => Promise<Receipt>;
  /** Null: it is not there after all. */
  readonly take: (key: ClipKey) => Promise<{ readonly incoming: Incoming; readonly pair: Pair } | null>;
}
