// The lanes of all sync modules, and which modules the account still has.
import type { LaneState, ModuleId, Result } from '../../../preload/contract.ts';
import type { ModuleAddress, Urgency } from '../../blink/index.ts';
import type { MergeReport } from '../../library/index.ts';
import { failed } from '../../problem.ts';
import type { Errands } from './errand.ts';
import { Lane, type LaneParts } from './lane.ts';
import type { Wishes } from './wish.ts';

export interface LanesParts extends Omit<LaneParts, 'module' | 'wishes' | 'errands' | 'onListed'> {
  readonly wishesOf: (moduleId: ModuleId) => Wishes;
  readonly errandsOf: (moduleId: ModuleId) => Errands;
  readonly onListed: (moduleId: ModuleId, report: MergeReport) => Promise<void>;
}

/** A module that Blink's answers lack for less may be in a row that could not be read. */
const believedGoneMs = 60_000;

export class Lanes {
  readonly #parts: LanesParts;
  readonly #lanes = new Map<ModuleId, Lane>();
  readonly #missingSinceMs = new Map<ModuleId, number>();

  constructor(parts: LanesParts) {
    this.#parts = parts;
  }

  /** One for each module that has none yet. */
  open(modules: readonly ModuleAddress[]): void {
    const { wishesOf, errandsOf, onListed } = this.#parts;
    for (const { networkId, moduleId } of modules) {
      if (this.#lanes.has(moduleId)) continue;
      const lane = new Lane({
        ...this.#parts,
        module: { networkId, moduleId },
        wishes: wishesOf(moduleId),
        errands: errandsOf(moduleId),
        onListed: (report) => onListed(moduleId, report),
      });
      this.#lanes.set(moduleId, lane);
      lane.start();
    }
  }

  /**
   * Answers the modules that have left: two answers of Blink, a minute apart, lacked them. `waitedFor`: modules that
   * may have no lane any more, because they left before this start.
   */
  async closeThoseThatLeft(
    account: readonly ModuleAddress[],
    waitedFor: readonly ModuleId[],
  ): Promise<readonly ModuleId[]> {
    const { clock } = this.#parts;
    const isThere = new Set(account.map(({ moduleId }) => moduleId));
    for (const moduleId of new Set([...this.#lanes.keys(), ...waitedFor])) {
      if (isThere.has(moduleId)) this.#missingSinceMs.delete(moduleId);
      else if (!this.#missingSinceMs.has(moduleId)) this.#missingSinceMs.set(moduleId, clock.now());
    }
    const left = [...this.#missingSinceMs]
      .filter(([, sinceMs]) => clock.now() - sinceMs >= clock.span(believedGoneMs))
      .map(([moduleId]) => moduleId);
    for (const moduleId of left) {
      const lane = this.#lanes.get(moduleId);
      this.#lanes.delete(moduleId);
      this.#missingSinceMs.delete(moduleId);
      await lane?.close();
    }
    return left;
  }

  async list(moduleId: ModuleId, urgency: Urgency): Promise<Result<MergeReport>> {
    return this.#lanes.get(moduleId)?.list(urgency) ?? failed('no-module');
  }

  /** There may be something to do; `now`: a person waits for it, also where the lane waits for something. */
  wakeOne(moduleId: ModuleId, now: boolean): void {
    const lane = this.#lanes.get(moduleId);
    lane?.wake();
    if (!now) return;
    lane?.hurry();
    lane?.retryNow();
  }

  wake(): void {
    for (const lane of this.#lanes.values()) lane.wake();
  }

  retryNow(): void {
    for (const lane of this.#lanes.values()) lane.retryNow();
  }

  has(moduleId: ModuleId): boolean {
    return this.#lanes.has(moduleId);
  }

  /** As measured; null: not yet. */
  secondsPerClip(moduleId: ModuleId): number | null {
    return this.#lanes.get(moduleId)?.state(0).secondsPerClip ?? null;
  }

  states(waitingFor: (moduleId: ModuleId) => number): readonly LaneState[] {
    return [...this.#lanes].map(([moduleId, lane]) => lane.state(waitingFor(moduleId)));
  }

  /** The app ends, or another account comes with lanes of its own. */
  async close(): Promise<void> {
    const lanes = [...this.#lanes.values()];
    this.#lanes.clear();
    this.#missingSinceMs.clear();
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}
