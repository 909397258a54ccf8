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
  Pause,
  PauseLength,
  Problem,
  Result,
} from '../../preload/contract.ts';
import type { BlinkCloud, ModuleAddress, Urgency } from '../blink/index.ts';
import type { Clock } from '../clock.ts';
import type { Library } from '../library/index.ts';
import type { Log } from '../log.ts';
import { problem, succeeded } from '../problem.ts';
import type { ChosenFolder } from './folder.ts';
import { Folders } from './folders.ts';
import { Lane } from './lane.ts';
import { pauseOf } from './pause-end.ts';
import { Quarantine } from './quarantine.ts';
import { Queue } from './queue.ts';
import type { Shelf } from './shelf.ts';

export { type ChosenFolder, chooseFolder, findFolder, roomIn } from './folder.ts';
export { isOpenJob } from './job-view.ts';
export { hashOf } from './keep.ts';
export { type Arrival, type Incoming, type Receipt, receive } from './receive.ts';
export type { Shelf } from './shelf.ts';

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

/** A module that Blink's answers lack for less may be in a row that could not be read. */
const believedGoneMs = 60_000;

export class Saving {
  readonly #parts: SavingParts;
  readonly #lanes = new Map<ModuleId, Lane>();
  readonly #missingSinceMs = new Map<ModuleId, number>();
  readonly #folders: Folders;
  readonly #queue: Queue;

  constructor(parts: SavingParts) {
    this.#parts = parts;
    this.#folders = new Folders(parts.library.queue, {
      ...parts,
      restore: (folder) => this.#queue.restore(folder),
      onChange: () => this.#folderChanged(),
    });
    this.#queue = new Queue({
      ...parts,
      folders: this.#folders,
      quarantine: new Quarantine(path.join(parts.profile, 'quarantine'), parts.clock),
      wake: (moduleId, now) => {
        this.#lanes.get(moduleId)?.wake();
        if (now) this.#lanes.get(moduleId)?.retryNow();
      },
      list: (moduleId) => this.list(moduleId, 'bulk'),
      secondsPerClip: (moduleId) => this.#lanes.get(moduleId)?.state(0).secondsPerClip ?? null,
    });
  }

  /** What keeps clips from being saved into the chosen folder. */
  get folderProblem(): Problem | null {
    return this.#folders.problem;
  }

  /**
   * New jobs save here; those that were started for another folder keep to theirs. `isOwn` false: chosen for this run
   * alone, and what is saved here does not count as saved in the app. As owner of the profile only.
   */
  async useFolder(folder: ChosenFolder | null, isOwn = true): Promise<void> {
    await this.#folders.choose(folder, isOwn);
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

  /**
   * The account's modules as Blink has just told them: one that two such answers lack, a minute apart, has left. Nothing
   * will bring its clips, so jobs go on without them; and a lane that waits for it ends.
   */
  async accountHas(modules: readonly ModuleAddress[]): Promise<void> {
    const now = this.#parts.clock.now();
    const isThere = new Set(modules.map(({ moduleId }) => moduleId));
    const known = new Set([...this.#lanes.keys(), ...this.#queue.modules()]);
    for (const moduleId of known) {
      if (isThere.has(moduleId)) this.#missingSinceMs.delete(moduleId);
      else if (!this.#missingSinceMs.has(moduleId)) this.#missingSinceMs.set(moduleId, now);
    }
    for (const [moduleId, sinceMs] of this.#missingSinceMs) {
      if (now - sinceMs >= this.#parts.clock.span(believedGoneMs)) await this.#letGo(moduleId);
    }
  }

  async #letGo(moduleId: ModuleId): Promise<void> {
    const lane = this.#lanes.get(moduleId);
    this.#lanes.delete(moduleId);
    this.#missingSinceMs.delete(moduleId);
    await lane?.close();
    await this.#queue.giveUp(moduleId, problem('no-module'));
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

  dismiss(jobId: JobId): Promise<Result<null>> {
    return this.#queue.dismiss(jobId);
  }

  /** Takes a cancellation back. */
  undoCancel(jobId: JobId): Promise<Result<null>> {
    return this.#queue.undoCancel(jobId);
  }

  /** `jobId` null: everything. What a module already sends is still saved. */
  pause(jobId: JobId | null, length: PauseLength): Promise<Result<null>> {
    return this.#queue.pause(jobId, pauseOf(length, this.#parts.clock));
  }

  resume(jobId: JobId | null): Promise<Result<null>> {
    return this.#queue.pause(jobId, null);
  }

  get pausedAll(): Pause | null {
    return this.#queue.pausedAll;
  }

  /** Puts an open job in front of another; `before` null: behind all. */
  move(jobId: JobId, before: JobId | null): Promise<Result<null>> {
    return this.#queue.move(jobId, before);
  }

  /** `jobId` null: in all jobs. */
  retryFailed(jobId: JobId | null): Promise<Result<null>> {
    return this.#queue.retryFailed(jobId);
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
    return this.#queue.jobs();
  }

  failed(): readonly FailedClip[] {
    return this.#queue.failed();
  }

  /** Stops asking, finishes what is nearly there; what is left continues at the next start. */
  async close(): Promise<void> {
    this.#parts.library.queue.stopTrying();
    const queueClosed = this.#queue.close();
    await Promise.all([...this.#lanes.values()].map((lane) => lane.close()));
    await queueClosed;
    await this.#folders.close();
  }

  #folderChanged(): void {
    this.#queue.goOn();
    for (const lane of this.#lanes.values()) lane.wake();
  }
}
