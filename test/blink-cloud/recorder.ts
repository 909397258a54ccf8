// Cameras that go on recording while the cloud runs.
import type { CloudClock } from './clock.ts';
import type { Camera, Home, SyncModule } from './home.ts';
import type { CloudOptions } from './options.ts';
import { between, oneOf, type Random } from './random.ts';
import type { Truth, TruthRow } from './truth.ts';

const hourMs = 3_600_000;
/** A new clip is listed this long after it was recorded (protocol §4.5). */
const lagMs = { from: 30_000, to: 40_000 };

export class Recorder {
  readonly #options: CloudOptions;
  readonly #clock: CloudClock;
  readonly #random: Random;
  readonly #home: Home;
  readonly #truth: Truth;
  /** The last second each module recorded in: no two in the same by accident. */
  readonly #lastS = new Map<number, number>();
  #nextMs: number | null;

  constructor(options: CloudOptions, clock: CloudClock, random: Random, home: Home, truth: Truth) {
    this.#options = options;
    this.#clock = clock;
    this.#random = random;
    this.#home = home;
    this.#truth = truth;
    this.#nextMs = options.newClips > 0 && home.modules.length > 0 ? this.#after(clock.now()) : null;
  }

  /** Records what is due; answers when the next recording is, null: never. */
  advance(): number | null {
    while (this.#nextMs !== null && this.#nextMs <= this.#clock.now()) {
      const atMs = this.#nextMs;
      // Before the recording is told: whoever hears of it may ask again at once.
      this.#nextMs = this.#after(atMs);
      const lag = between(this.#random, lagMs.from, lagMs.to);
      this.record(oneOf(this.#random, this.#home.cameras), atMs, this.#home.drawBytes(), lag);
    }
    return this.#nextMs;
  }

  /** Undefined: the camera's drive takes nothing now (a full one stops saving, protocol §4.9). */
  record(camera: Camera, atMs: number, bytes: number, listedAfterMs: number): TruthRow | undefined {
    const module = this.#moduleOf(camera);
    if (module?.drive.state !== 'active') return undefined;
    const recordedAtS = Math.max(Math.floor(atMs / 1000), (this.#lastS.get(module.id) ?? 0) + 1);
    this.#lastS.set(module.id, recordedAtS);
    const draft = { camera: camera.name, scene: camera.scene, recordedAtS, bytes };
    const clip = this.#home.record(draft, atMs + this.#clock.span(listedAfterMs));
    module.drive.add(clip);
    return this.#truth.recorded(module.id, clip);
  }

  #moduleOf(camera: Camera): SyncModule | undefined {
    return this.#home.modules.find(({ id }) => id === camera.moduleId);
  }

  #after(ms: number): number {
    return ms + this.#clock.span((hourMs / this.#options.newClips) * between(this.#random, 0.5, 1.5));
  }
}
