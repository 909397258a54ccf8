// The line in which items wait for their module: job after job, newest recording first.
import type { ClipKey, JobId, ModuleId } from '../../../preload/contract.ts';
import { isDue } from '../../due.ts';
import { type Item, longestPauseMs } from './item.ts';

export class Line {
  readonly #rankOf: (jobId: JobId) => number;
  readonly #items = new Map<ClipKey, readonly Item[]>();
  readonly #byModule = new Map<ModuleId, Item[]>();

  /** Items of a job with a lower rank come first. */
  constructor(rankOf: (jobId: JobId) => number) {
    this.#rankOf = rankOf;
  }

  get(key: ClipKey, folderId: string): Item | undefined {
    return this.of(key).find((item) => item.folderId === folderId);
  }

  /** On its way into one folder or several. */
  of(key: ClipKey): readonly Item[] {
    return this.#items.get(key) ?? [];
  }

  all(): readonly Item[] {
    return [...this.#byModule.values()].flat();
  }

  modules(): readonly ModuleId[] {
    return [...this.#byModule].flatMap(([moduleId, waiting]) => (waiting.length > 0 ? [moduleId] : []));
  }

  add(items: readonly Item[]): void {
    for (const item of items) {
      this.#items.set(item.key, [...this.of(item.key), item]);
      const waiting = this.#byModule.get(item.moduleId);
      if (waiting) waiting.push(item);
      else this.#byModule.set(item.moduleId, [item]);
    }
    if (items.length > 0) this.sort();
  }

  /** Jobs have changed places. */
  sort(): void {
    const rank = (item: Item) => this.#rankOf(item.jobId);
    for (const waiting of this.#byModule.values()) {
      waiting.sort((a, b) => rank(a) - rank(b) || b.recordedAtMs - a.recordedAtMs);
    }
  }

  remove(item: Item): void {
    const others = this.of(item.key).filter((other) => other !== item);
    if (others.length > 0) this.#items.set(item.key, others);
    else this.#items.delete(item.key);
    const waiting = this.#of(item.moduleId);
    const at = waiting.indexOf(item);
    if (at >= 0) waiting.splice(at, 1);
  }

  clear(): void {
    this.#items.clear();
    this.#byModule.clear();
  }

  count(moduleId: ModuleId): number {
    return this.#of(moduleId).length;
  }

  /** What somebody waits to play; then, in the first job that has any, what is due for another try, then the newest. */
  next(moduleId: ModuleId, nowMs: number, mayGo: (item: Item) => boolean): Item | null {
    let best: Item | null = null;
    for (const item of this.#of(moduleId)) {
      if (item.inHand || !isDue(item.dueAtMs ?? nowMs, nowMs, longestPauseMs) || !mayGo(item)) continue;
      if (item.urgent) return item;
      const isAgain = item.dueAtMs !== null && best?.dueAtMs === null && item.jobId === best.jobId;
      if (!best || isAgain) best = item;
    }
    return best;
  }

  /** When the next pausing item is due; Unix ms; null: none pauses. */
  dueAtMs(moduleId: ModuleId, mayGo: (item: Item) => boolean): number | null {
    const due = this.#of(moduleId).flatMap((item) =>
      item.inHand || item.dueAtMs === null || !mayGo(item) ? [] : [item.dueAtMs],
    );
    return due.length === 0 ? null : Math.min(...due);
  }

  #of(moduleId: ModuleId): Item[] {
    return this.#byModule.get(moduleId) ?? [];
  }
}
