// Tells listeners what changed, at most ten times a second: the first change at once, the next ones together.
import type { ClipsPatch } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { Change } from './index/protocol.ts';
import type { ReadCopy } from './read-copy.ts';

const PAUSE_MS = 100;

export class Patches {
  /** Of the last patch or reset. */
  revision = 0;
  readonly #clock: Clock;
  readonly #copy: ReadCopy;
  readonly #patchListeners = new Set<(patch: ClipsPatch) => void>();
  readonly #resetListeners = new Set<() => void>();
  readonly #closed = new AbortController();
  #waiting: Change[] = [];
  #isResting = false;

  constructor(clock: Clock, copy: ReadCopy) {
    this.#clock = clock;
    this.#copy = copy;
  }

  onPatch(listener: (patch: ClipsPatch) => void): () => void {
    this.#patchListeners.add(listener);
    return () => void this.#patchListeners.delete(listener);
  }

  onReset(listener: () => void): () => void {
    this.#resetListeners.add(listener);
    return () => void this.#resetListeners.delete(listener);
  }

  /** The read copy has taken this change over already. */
  take(change: Change): void {
    if (change.reset) {
      this.#waiting = [];
      this.revision++;
      for (const listener of this.#resetListeners) listener();
      return;
    }
    this.#waiting.push(change);
    if (!this.#isResting) this.#tell();
  }

  close(): void {
    this.#closed.abort();
    this.#patchListeners.clear();
    this.#resetListeners.clear();
  }

  #tell(): void {
    const changes = this.#waiting;
    this.#waiting = [];
    if (changes.length === 0) return;
    const [only] = changes;
    const rows = only && changes.length === 1 ? only.rows : this.#copy.rows(keysOf(changes));
    const cameras = changes.some((change) => change.cameras) ? this.#copy.cameras : null;
    const patch = { revision: ++this.revision, rows, cameras };
    for (const listener of this.#patchListeners) listener(patch);
    this.#isResting = true;
    void this.#rest();
  }

  async #rest(): Promise<void> {
    try {
      await this.#clock.sleep(this.#clock.span(PAUSE_MS), this.#closed.signal);
    } catch {
      return; // closed
    }
    this.#isResting = false;
    this.#tell();
  }
}

function keysOf(changes: readonly Change[]): Uint32Array {
  const keys = new Uint32Array(changes.reduce((count, { rows }) => count + rows.key.length, 0));
  let length = 0;
  for (const { rows } of changes) {
    keys.set(rows.key, length);
    length += rows.key.length;
  }
  return keys.sort().filter((key, place) => key !== keys[place - 1]);
}
