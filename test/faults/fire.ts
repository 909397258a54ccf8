// Kills and cuts while a program works, and what they met.
import { seededRandom } from '../blink-cloud/random.ts';
import type { RunningCloud } from '../blink-cloud/running.ts';
import type { FaultRun } from './arguments.ts';
import type { Loss } from './fetched-twice.ts';
import { type Kill, liveThrough, type Stage } from './stage.ts';
import type { Standing } from './standing.ts';
import { type Spell, weather } from './weather.ts';

export class Fire {
  readonly kills: Kill[] = [];
  readonly losses: Loss[] = [];
  readonly spells: Spell[] = [];
  readonly #run: FaultRun;
  readonly #cloud: RunningCloud;
  readonly #say: (line: string) => void;
  readonly #random;
  readonly #stopping = new AbortController();
  #clearing = new AbortController();
  #stage: Promise<string | null> | null = null;

  constructor(run: FaultRun, cloud: RunningCloud, say: (line: string) => void) {
    this.#run = run;
    this.#cloud = cloud;
    this.#say = say;
    this.#random = seededRandom(run.seed + 1);
  }

  /** What failed; null: the work is done. */
  through(stage: Stage, standing: Standing): Promise<string | null> {
    this.#stage = this.#through(stage, standing);
    return this.#stage;
  }

  async #through(stage: Stage, standing: Standing): Promise<string | null> {
    const startedAtMs = Date.now();
    this.#clearing = new AbortController();
    const facts = { random: this.#random, speed: this.#run.speed, modules: this.#cloud.modules };
    const clouds = weather(this.#cloud, facts, this.spells, this.#clearing.signal);
    try {
      const onKill = async (kill: Kill) => {
        this.kills.push(kill);
        this.losses.push({ atMs: kill.atMs, standing: await standing.now() });
      };
      const { kills, failure } = await liveThrough(stage, onKill, this.#stopping.signal);
      const seconds = Math.round((Date.now() - startedAtMs) / 1000);
      this.#say(`${stage.name}: ${failure ?? 'done'}, ${kills.length} kills, ${seconds} s`);
      return failure;
    } finally {
      this.#clearing.abort();
      await clouds;
    }
  }

  /** What still lives is killed; then the cloud can be ended. */
  async end(): Promise<void> {
    this.#stopping.abort();
    await this.#stage?.catch(() => undefined); // who waits for it is told
    this.#cloud.thaw();
  }
}
