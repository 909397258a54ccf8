// Deleting clips from their drives: what a person asked for, over all modules, and what came of it so far.
import type { ClipKey, Deletion, DeletionOutlook, Kept, KeptWhy, ModuleId, Result } from '../../../preload/contract.ts';
import { type MergeReport, orProblem } from '../../library/index.ts';
import { succeeded } from '../../problem.ts';
import type { Errands } from '../lane/errand.ts';
import type { DeleteParts } from './delete-clip.ts';
import { ModuleDeletions } from './module-deletions.ts';

export interface DeletionParts extends DeleteParts {
  /** The module has something to do. */
  readonly wake: (moduleId: ModuleId) => void;
  readonly hasLane: (moduleId: ModuleId) => boolean;
  readonly onChange: () => void;
}

interface Tally {
  total: number;
  deleted: number;
  readonly kept: Map<KeptWhy, number>;
  stoppedBy: Deletion['stoppedBy'];
}

/** In memory: what is not asked of a module when the app ends stays on the drive. */
export class Deletions {
  readonly #parts: DeletionParts;
  readonly #modules = new Map<ModuleId, ModuleDeletions>();
  /** Null: nothing was asked for, or the person has seen what came of it. */
  #tally: Tally | null = null;

  constructor(parts: DeletionParts) {
    this.#parts = parts;
  }

  /** What a lane does between its clips. */
  of(moduleId: ModuleId): Errands {
    return this.#of(moduleId);
  }

  /** What would become of these clips, as far as the index knows. */
  async look(keys: readonly ClipKey[]): Promise<Result<DeletionOutlook>> {
    const looked = await orProblem(this.#parts.library.deletions.whyKept(keys));
    if (!looked.ok) return looked;
    const kept = new Map<KeptWhy, number>();
    for (const why of looked.value) if (why) count(kept, why, 1);
    return succeeded({ deletable: keys.filter((_key, index) => looked.value[index] === null), kept: shown(kept) });
  }

  /** Beside what is being deleted already. */
  start(keys: readonly ClipKey[]): void {
    if (!this.#tally || this.#isOver) this.#tally = { total: 0, deleted: 0, kept: new Map(), stoppedBy: null };
    const tally = this.#tally;
    tally.stoppedBy = null;
    const moduleOf = (key: ClipKey) => this.#parts.library.row(key)?.moduleId;
    for (const moduleId of new Set(keys.map(moduleOf))) {
      const own = keys.filter((key) => moduleOf(key) === moduleId);
      if (moduleId !== undefined && this.#parts.hasLane(moduleId)) {
        tally.total += this.#of(moduleId).add(own);
        this.#parts.wake(moduleId);
      } else {
        tally.total += own.length;
        count(tally.kept, 'unlisted', own.length);
      }
    }
    this.#parts.onChange();
  }

  /** What a module was asked already is still done, and told. */
  stop(by: 'person' | 'stranger'): void {
    if (!this.#tally || this.#isOver) return;
    this.#tally.stoppedBy = by;
    for (const module of this.#modules.values()) module.stop();
    this.#parts.onChange();
  }

  dismiss(): void {
    if (this.#isOver) this.#tally = null;
    this.#parts.onChange();
  }

  /** A manifest was merged. A clip that left unasked may have been deleted in place of another: nothing more is. */
  listed(moduleId: ModuleId, { deletions }: MergeReport): void {
    if (deletions.strangers.length > 0) this.stop('stranger');
    this.#modules.get(moduleId)?.settled(deletions);
    this.#parts.onChange();
  }

  /** A module has left the account for good. */
  giveUp(moduleId: ModuleId): void {
    this.#modules.get(moduleId)?.giveUp();
    this.#modules.delete(moduleId);
    this.#parts.onChange();
  }

  /** Another account: the lanes are closed, and what they were asked is settled when it comes back. */
  clear(): void {
    this.#modules.clear();
    this.#tally = null;
    this.#parts.onChange();
  }

  shown(): Deletion | null {
    if (!this.#tally) return null;
    const { total, deleted, kept, stoppedBy } = this.#tally;
    const modules = [...this.#modules.values()];
    const unsettled = modules.reduce((sum, module) => sum + module.unsettled, 0);
    const problem = modules.find((module) => module.problem)?.problem ?? null;
    const ended = stoppedBy ? 'stopped' : 'done';
    return {
      state: this.#isOver ? ended : 'running',
      stoppedBy,
      total,
      deleted,
      unsettled,
      kept: shown(kept),
      problem,
    };
  }

  get #isOver(): boolean {
    return [...this.#modules.values()].every((module) => module.isOver);
  }

  #of(moduleId: ModuleId): ModuleDeletions {
    const known = this.#modules.get(moduleId);
    if (known) return known;
    const made = new ModuleDeletions(moduleId, {
      ...this.#parts,
      onKept: (why, clips) => this.#tally && count(this.#tally.kept, why, clips),
      onDeleted: (clips) => {
        if (this.#tally) this.#tally.deleted += clips;
      },
    });
    this.#modules.set(moduleId, made);
    return made;
  }
}

function count(kept: Map<KeptWhy, number>, why: KeptWhy, clips: number): void {
  if (clips > 0) kept.set(why, (kept.get(why) ?? 0) + clips);
}

const shown = (kept: ReadonlyMap<KeptWhy, number>): readonly Kept[] =>
  [...kept].map(([why, clips]) => ({ why, clips }));
