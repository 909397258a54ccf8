// The line in which items wait for their module: job after job, newest recording first; a job that saves everything takes
// the oldest first from a drive that is nearly full: whoever makes room on it begins with those.
import type { ClipKey, JobId, ModuleId } from '../../../preload/contract.ts';
import { isDue } from '../../due.ts';
import { type Item, longestPauseMs } from './item.ts';

export interface LineParts {
  /** Items of a job with a lower rank come first. */
  readonly rankOf: (jobId: JobId) => number;
  /** It saves everything, and nobody picked its clips. */
  readonly isArchive: (jobId: JobId) => boolean;
  /** The module's drive is nearly full. */
  readonly isFilling: (moduleId: ModuleId) => boolean;
}

export class Line {
  readonly #parts: LineParts;
  readonly #items = new Map<ClipKey, readonly Item[]>();
  readonly #byModule = new Map<ModuleId, Item[]>();

  /** Modules whose drives were nearly full when the line was sorted. */
  #filling: ReadonlySet<ModuleId> = new Set();

  constructor(parts: LineParts) {
    this.#parts = parts;
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
    const { rankOf, isArchive } = this.#parts;
    this.#filling = this.#fillingNow();
    for (const [moduleId, waiting] of this.#byModule) {
      const isFilling = this.#filling.has(moduleId);
      const later = (a: Item, b: Item) => a.recordedAtMs - b.recordedAtMs;
      waiting.sort(
        (a, b) => rankOf(a.jobId) - rankOf(b.jobId) || (isFilling && isArchive(a.jobId) ? later(a, b) : later(b, a)),
      );
    }
  }

  /** Whether drives that clips wait for are nearly full now, or have room again, and the line is another one. */
  drivesChanged(): boolean {
    const now = this.#fillingNow();
    if (now.size === this.#filling.size && [...now].every((moduleId) => this.#filling.has(moduleId))) return false;
    this.sort();
    return true;
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

  /** What somebody waits to play; then, in the first job that has any, what is due for another try, then the first of it. */
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

  #fillingNow(): ReadonlySet<ModuleId> {
    return new Set([...this.#byModule.keys()].filter((moduleId) => this.#parts.isFilling(moduleId)));
  }

  #of(moduleId: ModuleId): Item[] {
    return this.#byModule.get(moduleId) ?? [];
  }
}
