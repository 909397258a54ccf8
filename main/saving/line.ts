// The line in which items wait for their module, newest recording first.
import type { ClipKey, ModuleId } from '../../preload/contract.ts';
import type { Item } from './item.ts';

export class Line {
  readonly #items = new Map<ClipKey, Item>();
  readonly #byModule = new Map<ModuleId, Item[]>();

  get(key: ClipKey): Item | undefined {
    return this.#items.get(key);
  }

  all(): readonly Item[] {
    return [...this.#items.values()];
  }

  modules(): readonly ModuleId[] {
    return [...this.#byModule.keys()];
  }

  add(items: readonly Item[]): void {
    const touched = new Set<Item[]>();
    for (const item of items) {
      this.#items.set(item.key, item);
      const waiting = this.#byModule.get(item.moduleId) ?? [];
      this.#byModule.set(item.moduleId, waiting);
      waiting.push(item);
      touched.add(waiting);
    }
    for (const waiting of touched) waiting.sort((a, b) => b.recordedAtMs - a.recordedAtMs);
  }

  remove(item: Item): void {
    this.#items.delete(item.key);
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

  /** What somebody waits to play, then what is due for another try, then the newest. */
  next(moduleId: ModuleId, nowMs: number): Item | null {
    let best: Item | null = null;
    for (const item of this.#of(moduleId)) {
      if (item.inHand || (item.dueAtMs !== null && item.dueAtMs > nowMs)) continue;
      if (item.urgent) return item;
      if (!best || (item.dueAtMs !== null && best.dueAtMs === null)) best = item;
    }
    return best;
  }

  /** When the next pausing item is due; Unix ms; null: none pauses. */
  dueAtMs(moduleId: ModuleId): number | null {
    const due = this.#of(moduleId).flatMap((item) => (item.inHand || item.dueAtMs === null ? [] : [item.dueAtMs]));
    return due.length === 0 ? null : Math.min(...due);
  }

  #of(moduleId: ModuleId): Item[] {
    return this.#byModule.get(moduleId) ?? [];
  }
}
