// What came of the stages of a run, held against the truth.
import type { TruthRow } from '../blink-cloud/index.ts';
import { Index } from './caught.ts';
import { compare, compareIndex, type Losses } from './compare.ts';
import type { Computer } from './computer.ts';
import type { Fire } from './fire.ts';
import type { Stage } from './stage.ts';
import { Standing } from './standing.ts';

/** After a stage that failed, no other is begun. */
export class Trial {
  readonly folders: Record<string, Omit<Losses, 'differences'>> = {};
  readonly differences: string[] = [];
  readonly #fire: Fire;
  readonly #truth: readonly TruthRow[];
  isOver = false;

  constructor(fire: Fire, truth: readonly TruthRow[]) {
    this.#fire = fire;
    this.#truth = truth;
  }

  async live(stage: Stage, computer: Computer): Promise<void> {
    if (this.isOver) return;
    const failure = await this.#fire.through(stage, new Standing(computer.clips));
    if (failure === null) return;
    this.isOver = true;
    this.differences.push(failure);
  }

  /** Folder and index against the truth. */
  judge(name: string, { clips, profile }: Computer, renamed?: (name: string) => string): void {
    if (this.isOver && name !== 'saved') return;
    const { differences, ...losses } = compare(clips, this.#truth, renamed);
    this.folders[name] = losses;
    const index = new Index(profile, clips);
    this.expectNone([...differences, ...compareIndex(index, this.#truth)], (found) => `${name}: ${found}`);
    index.close();
  }

  expectNone<Found = string>(found: readonly Found[], words: (one: Found) => string = String): void {
    this.differences.push(...found.map(words));
  }
}
