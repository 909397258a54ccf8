// What a lane is asked for, and where it asks: one clip that somebody wants, whoever that is.
import type { ClipKey, Problem } from '../../../preload/contract.ts';
import type { Pair, Urgency } from '../../blink/index.ts';
import type { Incoming } from '../receiving/receive.ts';

/** How it ended when the clip did not get where it was wanted. */
export type Miss =
  /** Not the clip's fault: it waits on, as if it had not been tried. */
  | { readonly kind: 'later' }
  /** Its copy in the cloud is no good, or there is none: the module is asked for another one. */
  | { readonly kind: 'spoilt' }
  /** The module or the cloud failed with this clip: tried again after a growing pause. */
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** No manifest lists it any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'too-large' };

/** Where in the cloud a body was found. */
export interface CloudCopy {
  readonly pair: Pair;
  /**
   * No request of ours for it is known to have begun: what lies there may be from before the pair meant this clip. The
   * cloud keeps what was uploaded for minutes, and knows it by its pair alone (protocol §4.4, §4.5).
   */
  readonly mayBeOld: boolean;
}

/** What became of a body: `again` may be fetched once more from the cloud's copy at once. */
export type Taken = 'kept' | 'again' | 'stopped';

export interface Wish {
  readonly key: ClipKey;
  readonly urgency: Urgency;
  /** Handles of an earlier request, before a restart: its copy may still lie in the cloud. */
  readonly earlierPair: Pair | null;
  /** Asked right before the request: false where it was taken back, or cannot be kept now. */
  isWanted(): Promise<boolean>;
  /** The request leaves now: commits the pair, while the module already begins. */
  asked(pair: Pair): Promise<void>;
  /** Streams the clip to where it is wanted, and keeps count of bad arrivals. Never rejects. */
  take(incoming: Incoming, copy: CloudCopy): Promise<Taken>;
  /** The wish is over, and was not kept. */
  missed(miss: Miss): Promise<void>;
}

/** Hands a lane its next wish: the highest class first, newest first inside it. */
export interface Wishes {
  next(): Wish | null;
  /** Somebody waits to play a clip. */
  isWaitedFor(): boolean;
  /** When one that pauses is due again; Unix ms; null: none does. */
  dueAtMs(): number | null;
}
