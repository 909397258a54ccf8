// The saving room's door: clips get onto the disk through here.
import path from 'node:path';
import type {
  ClipKey,
  DayHours,
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
import type { Library, MergeReport } from '../library/index.ts';
import type { Log } from '../log.ts';
import { problem, succeeded } from '../problem.ts';
import { Deletions } from './deleting/deletions.ts';
import { type ChosenFolder, chooseFolder } from './folder/folder.ts';
import { Folders } from './folder/folders.ts';
import { idByClips } from './folder/known-by-clips.ts';
import { Reconciling } from './folder/reconciling.ts';
import { Renaming } from './folder/renaming.ts';
import { Importing } from './importing/importing.ts';
import { Lanes } from './lane/lanes.ts';
import type { Queued } from './queue/job-commands.ts';
import { pauseOf } from './queue/pause-end.ts';
import { Queue } from './queue/queue.ts';
import { Quarantine } from './receiving/quarantine.ts';
import type { Shelf } from './receiving/shelf.ts';

export { type ChosenFolder, chooseFolder, findFolder, roomIn } from './folder/folder.ts';
export { hashOf } from './folder/hash-of.ts';
export { type DrivePlaces, pluggedDrives } from './importing/plugged-drives.ts';
export { AutoSaver, ruleAfterCancelling } from './queue/auto-save.ts';
export { Failures } from './queue/failures.ts';
export { hasHours } from './queue/hours.ts';
export { isOpenJob } from './queue/job-view.ts';
export { isInForce, tomorrowMorning } from './queue/pause-end.ts';
export { recentSecondsPerClip } from './queue/recent-rate.ts';
export { readVideo } from './receiving/read-video.ts';
export { type Arrival, type Incoming, type Receipt, receive } from './receiving/receive.ts';
export type { Shelf } from './receiving/shelf.ts';

export interface SavingParts {
  readonly cloud: BlinkCloud;
  readonly library: Library;
  readonly shelf: Shelf;
  readonly profile: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly pace: () => Pace;
  /** When long jobs may run; null: at any time. */
  readonly savingHours: () => DayHours | null;
  /** Its drive is nearly full: a job that saves everything begins with the oldest clips. */
  readonly isDriveFilling: (moduleId: ModuleId) => boolean;
  /** Bytes that stay free on the volume, or 5 % of it where that is less. */
  readonly reserveBytes: number;
  readonly log: Log;
  readonly onChange: () => void;
}

export class Saving {
  readonly #parts: SavingParts;
  readonly #lanes: Lanes;
  readonly #folders: Folders;
  readonly #queue: Queue;
  /** What a person wants deleted from the drives. */
  readonly deletions: Deletions;
  /** Gives saved files the names of today. */
  readonly renaming: Renaming;
  /** Compares folders with what the index says of them. */
  readonly reconciling: Reconciling;
  /** Takes clips from a carried drive. */
  readonly importing: Importing;

  constructor(parts: SavingParts) {
    this.#parts = parts;
    this.#folders = new Folders(parts.library.queue, {
      ...parts,
      restore: async (folder) => {
        await this.#queue.restore(folder);
        await this.renaming.restore(folder);
      },
      onChange: () => this.#folderChanged(),
    });
    this.#queue = new Queue({
      ...parts,
      folders: this.#folders,
      quarantine: new Quarantine(path.join(parts.profile, 'quarantine'), parts.clock),
      wake: (moduleId, now) => this.#lanes.wakeOne(moduleId, now),
      list: (moduleId) => this.list(moduleId, 'bulk'),
      secondsPerClip: (moduleId) => this.#lanes.secondsPerClip(moduleId),
    });
    this.deletions = new Deletions({
      ...parts,
      folders: this.#folders,
      wake: (moduleId) => this.#lanes.wakeOne(moduleId, true),
      hasLane: (moduleId) => this.#lanes.has(moduleId),
    });
    this.renaming = new Renaming({ ...parts, folders: this.#folders });
    this.reconciling = new Reconciling({ ...parts, folders: this.#folders });
    this.importing = new Importing({
      ...parts,
      folders: this.#folders,
      takeIn: (...args) => this.#queue.takeIn(...args),
      onOver: () => this.#queue.goOn(),
    });
    this.#lanes = new Lanes({
      ...parts,
      wishesOf: (moduleId) => this.#queue.wishesOf(moduleId),
      errandsOf: (moduleId) => this.deletions.of(moduleId),
      onListed: (moduleId, report) => {
        this.deletions.listed(moduleId, report);
        return this.#queue.listed(moduleId, report);
      },
    });
  }

  /** What keeps clips from being saved into the chosen folder. */
  get folderProblem(): Problem | null {
    return this.#folders.problem;
  }

  /** Takes a folder into use, as `useFolder` and `save` want it; one that lost its marker is known by its clips. */
  chooseFolder(folderPath: string): Promise<Result<ChosenFolder>> {
    return chooseFolder(folderPath, (absolute) => idByClips(absolute, this.#parts.library.queue));
  }

  /**
   * New jobs save here; those that were started for another folder keep to theirs. `isOwn` false: chosen for this run
   * alone, and what is saved here does not count as saved in the app. As owner of the profile only.
   */
  async useFolder(folder: ChosenFolder | null, isOwn = true): Promise<void> {
    await this.#folders.choose(folder, isOwn);
    await this.#queue.resume();
    this.renaming.resume();
    this.reconciling.resume();
  }

  /** Ends what is done for the account that the library still shows, before it shows another. */
  async leaveAccount(): Promise<void> {
    await this.importing.stop();
    await this.reconciling.rest();
    await this.#lanes.close();
    this.deletions.clear();
  }

  /** Goes on with the jobs of the account that the library shows now. */
  async changeAccount(): Promise<void> {
    await this.#queue.changeAccount();
    this.renaming.goOn();
    this.reconciling.look();
  }

  /** Opens a lane for each module that has none yet. */
  useModules(modules: readonly ModuleAddress[]): void {
    this.#lanes.open(modules);
  }

  /** The account's modules as Blink has just told them; jobs go on without one that has left. */
  async accountHas(modules: readonly ModuleAddress[]): Promise<void> {
    for (const moduleId of await this.#lanes.closeThoseThatLeft(modules, this.#queue.modules())) {
      this.deletions.giveUp(moduleId);
      await this.#queue.giveUp(moduleId, problem('no-module'));
    }
  }

  /** Reads a module's list of clips. */
  list(moduleId: ModuleId, urgency: Urgency): Promise<Result<MergeReport>> {
    return this.#lanes.list(moduleId, urgency);
  }

  /** What is waited for may be over: signed in again, back online, awake again. */
  retryNow(): void {
    this.#queue.lookAtClock();
    this.#lanes.retryNow();
  }

  /** `elsewhere`: into this folder for once; what is saved there does not count as saved. Null: into the chosen one. */
  save(keys: readonly ClipKey[], title: JobTitle, elsewhere: ChosenFolder | null = null): Promise<Result<Queued>> {
    return this.#queue.commands.save(keys, title, elsewhere);
  }

  cancel(jobId: JobId): Promise<void> {
    return this.#queue.commands.cancel(jobId);
  }

  dismiss(jobId: JobId): Promise<Result<null>> {
    return this.#queue.commands.dismiss(jobId);
  }

  /** Long jobs have other hours than before. */
  hoursChanged(): void {
    this.#queue.lookAtClock();
  }

  /** Drives may be fuller than before, or emptier. */
  drivesChanged(): void {
    this.#queue.drivesChanged();
  }

  /** Takes a cancellation back. */
  undoCancel(jobId: JobId): Promise<Result<null>> {
    return this.#queue.commands.undoCancel(jobId);
  }

  /** `jobId` null: everything. What a module already sends is still saved. */
  pause(jobId: JobId | null, length: PauseLength): Promise<Result<null>> {
    return this.#queue.commands.pause(jobId, pauseOf(length, this.#parts.clock));
  }

  resume(jobId: JobId | null): Promise<Result<null>> {
    return this.#queue.commands.pause(jobId, null);
  }

  get pausedAll(): Pause | null {
    return this.#queue.pausedAll;
  }

  /** Puts an open job in front of another; `before` null: behind all. */
  move(jobId: JobId, before: JobId | null): Promise<Result<null>> {
    return this.#queue.commands.move(jobId, before);
  }

  /** `jobId` null: in all jobs. */
  retryFailed(jobId: JobId | null): Promise<Result<null>> {
    return this.#queue.commands.retryFailed(jobId);
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
    return this.#lanes.states((moduleId) => this.#queue.waitingFor(moduleId));
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
    await this.#lanes.close();
    await queueClosed;
    await this.importing.stop();
    await this.renaming.close();
    await this.reconciling.close();
    await this.#folders.close();
  }

  #folderChanged(): void {
    this.#queue.goOn();
    this.#lanes.wake();
    this.renaming.goOn();
    this.reconciling.look();
  }
}
