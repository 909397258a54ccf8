// The durable queue: which clips are to be saved, in which jobs, and whose turn it is.
import type {
  ClipKey,
  DayHours,
  FailedClip,
  Job,
  ModuleId,
  Pause,
  Problem,
  Result,
} from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import { inTurn } from '../../in-turn.ts';
import type { Library, MergeReport, QueueStore } from '../../library/index.ts';
import type { Log } from '../../log.ts';
import { problem } from '../../problem.ts';
import type { ChosenFolder } from '../folder/folder.ts';
import type { Folders } from '../folder/folders.ts';
import type { Wishes } from '../lane/wish.ts';
import { adoptSealed } from '../receiving/keep.ts';
import type { Quarantine } from '../receiving/quarantine.ts';
import type { Shelf } from '../receiving/shelf.ts';
import { Backlog } from './backlog.ts';
import { Doubts } from './doubts.ts';
import { Hours, hasHours } from './hours.ts';
import { itemEnds } from './item-ends.ts';
import { JobCommands } from './job-commands.ts';
import { JobEnds } from './job-ends.ts';
import { shownJob } from './job-view.ts';
import type { OpenJob } from './jobs.ts';
import { Pauses } from './pauses.ts';
import type { ItemEnds } from './save-wish.ts';
import { Turns } from './turns.ts';

export interface QueueParts {
  readonly library: Library;
  readonly folders: Folders;
  readonly savingHours: () => DayHours | null;
  /** Its drive is nearly full. */
  readonly isDriveFilling: (moduleId: ModuleId) => boolean;
  readonly shelf: Shelf;
  readonly quarantine: Quarantine;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
  /** The module has something to do; `now`: also if it waits for something. */
  readonly wake: (moduleId: ModuleId, now: boolean) => void;
  /** Reads the module's manifest when its lane is free. */
  readonly list: (moduleId: ModuleId) => Promise<Result<MergeReport>>;
  /** As measured; null: not yet. */
  readonly secondsPerClip: (moduleId: ModuleId) => number | null;
}

export class Queue {
  readonly #parts: QueueParts;
  readonly #store: QueueStore;
  readonly #backlog: Backlog;
  readonly #pauses: Pauses;
  readonly #hours: Hours;
  readonly #turns: Turns;
  readonly #jobEnds: JobEnds;
  readonly #doubts: Doubts;
  /** What a person does with jobs. */
  readonly commands: JobCommands;
  readonly #ends: ItemEnds;
  readonly #listings = new Map<ModuleId, number>();
  readonly #stopping = new AbortController();
  readonly #background = new Set<Promise<void>>();
  /** What reads the stored queue, or adds to it, never overlaps. */
  readonly #inTurn = inTurn();
  /** Clips that are brought into a folder from elsewhere at this moment. */
  readonly #takenIn = new Set<string>();
  /** The profile is ours: what it holds may be gone on with. */
  #isOwner = false;
  #isLoaded = false;

  constructor(parts: QueueParts) {
    const { library, clock, onChange, list } = parts;
    this.#parts = parts;
    this.#store = library.queue;
    this.#backlog = new Backlog(library, parts.isDriveFilling);
    this.#pauses = new Pauses(clock, () => this.goOn());
    this.#hours = new Hours(clock, parts.savingHours, () => this.goOn());
    this.#doubts = new Doubts({ ...parts, backlog: this.#backlog, store: this.#store });
    const common = { store: this.#store, ending: this.#stopping.signal, onChange };
    this.#jobEnds = new JobEnds({
      ...common,
      jobs: this.#backlog.jobs,
      clock,
      list,
      shown: (job) => this.#shown(job),
      alongside: (work) => this.#alongside(work),
    });
    this.#ends = itemEnds({
      ...common,
      backlog: this.#backlog,
      jobEnds: this.#jobEnds,
      listings: (moduleId) => this.#listings.get(moduleId) ?? 0,
    });
    this.#turns = new Turns({
      ...parts,
      line: this.#backlog.line,
      isHeld: ({ key, folderId, jobId }) =>
        (this.#takenIn.size > 0 && this.#takenIn.has(placeIn(key, folderId))) || // asked for every clip that waits
        this.#pauses.holds(jobId) ||
        this.#hoursFromMs(this.#backlog.jobs.get(jobId)) !== null,
      ends: this.#ends,
    });
    this.commands = new JobCommands({
      ...parts,
      backlog: this.#backlog,
      pauses: this.#pauses,
      turns: this.#turns,
      jobEnds: this.#jobEnds,
      store: this.#store,
      inTurn: this.#inTurn,
      goOn: () => this.goOn(),
    });
  }

  /** Another account: its own jobs are gone on with. */
  changeAccount(): Promise<void> {
    return this.#inTurn(async () => {
      this.#isLoaded = false;
      this.#turns.close();
      this.#backlog.clear();
      this.#doubts.clear();
      this.#jobEnds.forgetCancelled();
      this.#pauses.clear();
      for (const watch of this.#parts.folders.all()) watch.restoreAgain();
      if (this.#isOwner) await this.#load();
    });
  }

  /** Continues where the last run ended; as owner of the profile only. */
  resume(): Promise<void> {
    return this.#inTurn(async () => {
      this.#isOwner = true;
      this.#hours.look();
      await this.#load();
    });
  }

  async #load(): Promise<void> {
    if (this.#isLoaded) return;
    const { folders } = this.#parts;
    const stored = await this.#store.load();
    this.#isLoaded = true;
    for (const folder of stored.folders) folders.at(folder);
    this.#backlog.jobs.arrange(stored.jobs.map(({ id }) => id));
    for (const job of stored.jobs) this.#backlog.jobs.open(job);
    for (const job of [{ id: null, pause: stored.pause }, ...stored.jobs]) this.#pauses.set(job.id, job.pause);
    this.#backlog.add(stored.items);
    this.#backlog.failures.restore(stored.failures);
    const used = new Set([...stored.jobs, ...stored.sealed].map(({ folderId }) => folderId));
    for (const id of used) await folders.get(id)?.usable();
    for (const job of this.#backlog.jobs.all()) this.#jobEnds.finishIfDone(job);
    this.goOn();
  }

  /** What a killed run left between a seal and its link; before anything else is done in that folder. */
  async restore(folder: ChosenFolder): Promise<void> {
    const { sealed } = await this.#store.load();
    for (const copy of sealed) {
      if (copy.folderId !== folder.id) continue;
      const stands = await adoptSealed(copy, folder, this.#store, this.#parts.clock);
      const item = this.#backlog.line.get(copy.key, folder.id);
      if (stands && item) this.#ends.saved(item, copy.bytes);
    }
  }

  /** Of everything. */
  get pausedAll(): Pause | null {
    return this.#pauses.of(null);
  }

  /** Resolves when the clip lies on this computer; `release` where nobody waits any more. */
  play(key: ClipKey, moduleId: ModuleId): Promise<Result<null>> {
    return this.#turns.play(key, moduleId);
  }

  release(key: ClipKey): void {
    this.#turns.release(key);
  }

  /**
   * Keeps a clip from being fetched into this folder while it is brought there from elsewhere. `take` answers its bytes,
   * or null where that failed; `on-its-way`: its module sends it already, and nothing was done.
   */
  async takeIn(
    key: ClipKey,
    folderId: string,
    take: () => Promise<number | null>,
  ): Promise<number | null | 'on-its-way'> {
    if (this.#backlog.line.get(key, folderId)?.inHand) return 'on-its-way';
    const place = placeIn(key, folderId);
    this.#takenIn.add(place);
    try {
      const bytes = await take();
      const item = this.#backlog.line.get(key, folderId);
      if (item && bytes !== null) this.#ends.saved(item, bytes);
      return bytes;
    } finally {
      this.#takenIn.delete(place);
    }
  }

  /** What a lane works through. */
  wishesOf(moduleId: ModuleId): Wishes {
    return this.#turns.of(moduleId);
  }

  /** A manifest was merged: doubtful copies are put aside and fetched again. */
  async listed(moduleId: ModuleId, report: MergeReport): Promise<void> {
    this.#listings.set(moduleId, (this.#listings.get(moduleId) ?? 0) + 1);
    this.#doubts.add(report.doubtful);
    await this.#settleDoubts();
    await this.#parts.clock.busy(this.#parts.quarantine.forgetOld());
  }

  /** A module has left the account for good: nothing will bring its clips. */
  async giveUp(moduleId: ModuleId, cause: Problem): Promise<void> {
    for (const item of this.#backlog.line.all()) {
      if (item.moduleId === moduleId && !item.inHand) await this.#ends.givenUp(item, cause);
    }
  }

  /** Of clips that wait. */
  modules(): readonly ModuleId[] {
    return this.#backlog.line.modules();
  }

  waitingFor(moduleId: ModuleId): number {
    return this.#backlog.line.count(moduleId);
  }

  jobs(): readonly Job[] {
    const { jobs } = this.#backlog;
    return [...jobs.all().map((job) => this.#shown(job)), ...jobs.ended];
  }

  failed(): readonly FailedClip[] {
    return this.#backlog.failures.shown();
  }

  /** The hours of long jobs are others, or time has passed unseen. */
  lookAtClock(): void {
    if (this.#isOwner) this.#hours.look();
    this.goOn();
  }

  /** Drives are fuller than before, or emptier. */
  drivesChanged(): void {
    if (this.#backlog.line.drivesChanged()) this.goOn();
  }

  /** Something that saving waited for is different: a folder, a pause, an order. */
  goOn(): void {
    this.#alongside(this.#turns.goOn());
    this.#alongside(this.#settleDoubts());
    this.#parts.onChange();
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    this.#pauses.clear();
    this.#hours.close();
    this.#turns.close();
    await Promise.all(this.#background);
  }

  #hoursFromMs(job: OpenJob | undefined): number | null {
    return job && hasHours(job) ? this.#hours.fromMs : null;
  }

  async #settleDoubts(): Promise<void> {
    if (await this.#doubts.settle()) this.goOn();
  }

  #shown(job: OpenJob): Job {
    const watch = this.#parts.folders.get(job.folderId);
    return shownJob(job, {
      secondsPerClip: this.#parts.secondsPerClip,
      endOf: (workMs) => (hasHours(job) ? this.#hours.endOf(workMs) : this.#parts.clock.now() + workMs),
      isPaused: this.#pauses.holds(job.id),
      pause: this.#pauses.of(job.id),
      hoursFromMs: this.#hoursFromMs(job),
      isOldestFirst:
        job.title.kind === 'all' && this.modules().some((moduleId) => this.#parts.isDriveFilling(moduleId)),
      problem: watch ? watch.problem : problem('folder-missing'),
      folderPath: watch?.folder.path ?? null,
      freeBytes: watch?.freeBytes ?? null,
    });
  }

  #alongside(work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => this.#parts.log.error('saving failed in the background', error))
      .finally(() => this.#background.delete(done));
    this.#background.add(done);
  }
}

const placeIn = (key: ClipKey, folderId: string): string => `${key} ${folderId}`;
