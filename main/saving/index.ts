// The saving room's door: clips get onto the disk through here.
import path from 'node:path';
import type {
  ClipKey,
  FailedClip,
  Job,
  JobId,
  JobTitle,
  LaneState,
  ModuleId,
  Pace,
  Problem,
  Result,
} from '../../preload/contract.ts';
import type { BlinkCloud, ModuleAddress, Urgency } from '../blink/index.ts';
import type { Clock } from '../clock.ts';
import type { Library } from '../library/index.ts';
import type { Log } from '../log.ts';
import { problem, succeeded } from '../problem.ts';
import { type ChosenFolder, removePartials } from './folder.ts';
import { FolderWatch } from './folder-watch.ts';
import { Lane } from './lane.ts';
import { Queue, type Shelf } from './queue.ts';

export { type ChosenFolder, chooseFolder, findFolder, roomIn } from './folder.ts';
export { hashOf } from './keep.ts';
export type { Shelf } from './queue.ts';
export { type Arrival, type Incoming, type Receipt, receive } from './receive.ts';

export interface SavingParts {
  readonly cloud: BlinkCloud;
  readonly library: Library;
  readonly shelf: Shelf;
  readonly profile: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly pace: () => Pace;
  /** Bytes that stay free on the volume, or 5 % of it where that is less. */
  readonly reserveBytes: number;
  readonly log: Log;
  readonly onChange: () => void;
}

export class Saving {
  readonly #parts: SavingParts;
  readonly #lanes = new Map<ModuleId, Lane>();
  readonly #folder: FolderWatch;
  readonly #queue: Queue;

  constructor(parts: SavingParts) {
    this.#parts = parts;
    this.#folder = new FolderWatch(parts.clock, parts.reserveBytes, () => this.#folderChanged());
    this.#queue = new Queue({
      ...parts,
      folder: this.#folder,
      quarantine: path.join(parts.profile, 'quarantine'),
      wake: (moduleId, now) => {
        this.#lanes.get(moduleId)?.wake();
        if (now) this.#lanes.get(moduleId)?.retryNow();
      },
      list: (moduleId) => this.list(moduleId, 'bulk'),
    });
  }

  /** What keeps clips from being saved into the chosen folder. */
  get folderProblem(): Problem | null {
    return this.#folder.problem;
  }

  async useFolder(folder: ChosenFolder | null): Promise<void> {
    await this.#folder.use(folder);
    await this.#queue.resume();
  }

  /** Ends what is done for the account that the library still shows, before it shows another. */
  async leaveAccount(): Promise<void> {
    const lanes = [...this.#lanes.values()];
    this.#lanes.clear();
    await Promise.all(lanes.map((lane) => lane.close()));
  }

  /** Goes on with the jobs of the account that the library shows now. */
  changeAccount(): Promise<void> {
    return this.#queue.changeAccount();
  }

  /** Opens a lane for each module that has none yet. */
  useModules(modules: readonly ModuleAddress[]): void {
    for (const module of modules) {
      if (this.#lanes.has(module.moduleId)) continue;
      const lane = new Lane({
        ...this.#parts,
        module: { networkId: module.networkId, moduleId: module.moduleId },
        wishes: this.#queue.wishesOf(module.moduleId),
        onListed: (report) => this.#queue.listed(module.moduleId, report),
      });
      this.#lanes.set(module.moduleId, lane);
      lane.start();
    }
  }

  /** Reads a module's list of clips. */
  async list(moduleId: ModuleId, urgency: Urgency) {
    const lane = this.#lanes.get(moduleId);
    return lane ? lane.list(urgency) : { ok: false as const, problem: problem('no-module') };
  }

  /** What the lanes wait for may be over: signed in again, back online. */
  retryNow(): void {
    for (const lane of this.#lanes.values()) lane.retryNow();
  }

  save(keys: readonly ClipKey[], title: JobTitle): Promise<Result<{ jobId: JobId | null; added: number }>> {
    return this.#queue.save(keys, title);
  }

  cancel(jobId: JobId): Promise<void> {
    return this.#queue.cancel(jobId);
  }

  dismiss(jobId: JobId): void {
    this.#queue.dismiss(jobId);
  }

  retryFailed(): Promise<void> {
    return this.#queue.retryFailed();
  }

  /** Resolves when the clip lies in the folder or in the cache. */
  async fetch(key: ClipKey): Promise<Result<null>> {
    const row = this.#parts.library.row(key);
    return row ? this.#queue.play(key, row.moduleId) : succeeded(null);
  }

  release(key: ClipKey): void {
    this.#queue.release(key);
  }

  lanes(): readonly LaneState[] {
    return [...this.#lanes].map(([moduleId, lane]) => lane.state(this.#queue.waitingFor(moduleId)));
  }

  jobs(): readonly Job[] {
    return this.#queue.jobs((moduleId) => this.#lanes.get(moduleId)?.state(0).secondsPerClip ?? null);
  }

  failed(): readonly FailedClip[] {
    return this.#queue.failed();
  }

  /** Stops asking, finishes what is nearly there; what is left continues at the next start. */
  async close(): Promise<void> {
    const queueClosed = this.#queue.close();
    await Promise.all([...this.#lanes.values()].map((lane) => lane.close()));
    await queueClosed;
    await this.#folder.close();
    if (this.#folder.folder) await removePartials(this.#folder.folder);
  }

  #folderChanged(): void {
    if (!this.#folder.problem) void this.#queue.resume();
    for (const lane of this.#lanes.values()) lane.wake();
    this.#parts.onChange();
  }
}
