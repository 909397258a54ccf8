// The durable part of deleting clips from their drives: what it promises.
import type { ClipKey, KeptWhy, ModuleId } from '../../preload/contract.ts';
import type { Pair } from '../blink/index.ts';
import type { Copy } from './queue-store.ts';

/** What a manifest says of the deletions that its module was asked for. */
export interface DeletionsSettled {
  readonly deleted: readonly ClipKey[];
  /** Listed although time enough has passed. */
  readonly kept: readonly ClipKey[];
  /** Left the drive unasked while deletions were open: their ids may have meant other clips. */
  readonly strangers: readonly ClipKey[];
}

/** `busy`: nothing was begun. `unclear`: nobody knows. Even `done` and `failed` are believed only with a manifest. */
export type DeletionAnswer = 'done' | 'failed' | 'busy' | 'unclear';

/** A clip about to be deleted, and the file, just read again, that permits it. */
export interface DeletionIntent {
  readonly key: ClipKey;
  readonly folderId: string;
  readonly sha256: string;
  /** Of the manifest read last. */
  readonly pair: Pair;
  /** A manifest read later that still lists it means that it was not deleted; Unix ms. */
  readonly keptFromMs: number;
}

/** The durable part of deleting; each call is one transaction, synced to disk when it resolves. */
export interface DeletionStore {
  /** For each clip why it may not be deleted, as far as the index knows; null: it may, once its file was read again. */
  whyKept(keys: readonly ClipKey[]): Promise<readonly (KeptWhy | null)[]>;
  /** Files of the clip of which one, read again, permits its deletion. */
  safeCopies(key: ClipKey): Promise<readonly Copy[]>;
  /** Before the request goes out. Null: what permitted it no longer holds, and none may. */
  intend(intent: DeletionIntent, atMs: number): Promise<number | null>;
  answered(deletion: number, answer: DeletionAnswer, keptFromMs: number): Promise<void>;
  /** Clips of the module whose deletion no manifest has settled yet, from before this start too. */
  unsettled(moduleId: ModuleId): Promise<readonly ClipKey[]>;
}
