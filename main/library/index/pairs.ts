// What the last manifest of each module said of each clip: the handles to fetch it by. In memory only, since they age.
import type { ClipKey, ModuleId } from '../../../preload/contract.ts';
import { isDue } from '../../due.ts';
import type { PairAnswer } from '../index.ts';
import { placeOfKey } from '../table.ts';

/** A module's last manifest, matched with the clips of the index. */
export interface ListedPairs {
  readonly manifestId: string;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  /** Ascending. */
  readonly keys: Uint32Array;
  /** By the places of `keys`. */
  readonly clipIds: readonly string[];
  /** Clips that were not seen, but may be among the rows that could not be read. */
  readonly missed: ReadonlySet<number>;
  /** Clips whose file may be that of an equal one: nothing confirms it. */
  readonly unsure: ReadonlySet<number>;
  readonly readAtMs: number;
}

/** From when a list counts as read until it is here; one that is older by more was read after the clock was set back. */
const LONGEST_READ_MS = 600_000;

export class Pairs {
  readonly #listed = new Map<ModuleId, ListedPairs>();
  readonly #forgottenAtMs = new Map<ModuleId, number>();

  listed(moduleId: ModuleId): ListedPairs | null {
    return this.#listed.get(moduleId) ?? null;
  }

  put(moduleId: ModuleId, listed: ListedPairs): void {
    this.#listed.set(moduleId, listed);
  }

  /** Pairs read before `nowMs` are not fresh (§4.5). */
  forget(moduleId: ModuleId, nowMs: number): void {
    this.#forgottenAtMs.set(moduleId, nowMs);
  }

  clear(): void {
    this.#listed.clear();
    this.#forgottenAtMs.clear();
  }

  of(moduleId: ModuleId, key: ClipKey): PairAnswer {
    const listed = this.#listed.get(moduleId);
    const forgottenAtMs = this.#forgottenAtMs.get(moduleId) ?? 0;
    if (!listed || !isDue(forgottenAtMs, listed.readAtMs, LONGEST_READ_MS)) return { kind: 'unlisted' };
    const clipId = clipIdOf(listed, key);
    if (clipId !== null) {
      return { kind: 'pair', pair: { manifestId: listed.manifestId, clipId, readAtMs: listed.readAtMs } };
    }
    return { kind: listed.missed.has(key) ? 'unlisted' : 'gone' };
  }
}

export function clipIdOf(listed: ListedPairs, key: number): string | null {
  return listed.clipIds[placeOfKey(listed.keys, key)] ?? null;
}
