// The durable queue: which clips are to be saved, in which jobs, and what became of each.
import type { ClipKey, FailedClip, Job, JobId, JobTitle, ModuleId, Result } from '../../preload/contract.ts';
import { ClipFlag } from '../../preload/contract.ts';
import type { Pair } from '../blink/index.ts';
import type { Clock } from '../clock.ts';
import { inTurn } from '../in-turn.ts';
import type { Library, MergeReport, QueueStore, StoredItem } from '../library/index.ts';
import type { Log } from '../log.ts';
import { failed, problem, succeeded } from '../problem.ts';
import { Failures } from './failures.ts';
import { type ChosenFolder, clearPartials, folderProblem } from './folder.ts';
import type { FolderWatch } from './folder-watch.ts';
import { type Item, newItem, settle } from './item.ts';
import { Jobs, type OpenJob } from './jobs.ts';
import { adoptSealed } from './keep.ts';
import { Line } from './line.ts';
import { codeOf } from './make-folders.ts';
import type { Shelve } from './play-wish.ts';
import { Plays } from './plays.ts';
import { putAside } from './quarantine.ts';
import type { Incoming } from './receive.ts';
import { type ItemEnds, SaveWish } from './save-wish.ts';
import type { Wish, Wishes } from './wish.ts';

/** Played clips that need not be fetched again to be saved. */
export interface Shelf {
  readonly put: Shelve;
  /** Null: it is not there after all. */
  readonly take: (key: ClipKey) => Promise<{ readonly incoming: Incoming; readonly pair: Pair } | null>;
}

export interface QueueParts {
  readonly library: Library;
  readonly folder: FolderWatch;
  readonly shelf: Shelf;
  /** Folder of the profile for doubtful files. */
  readonly quarantine: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly onChange: () => void;
  /** The module has something to do; `now`: also if it waits for something. */
  readonly wake: (moduleId: ModuleId, now: boolean) => void;
  /** Reads the module's manifest when its lane is free. */
  readonly list: (moduleId: ModuleId) => Promise<Result<MergeReport>>;
}

/** A job whose last manifest could not be read looks again after this. */
const confirmAgainMs = 30_000;

export class Queue {
  readonly #parts: QueueParts;
  readonly #store: QueueStore;
  readonly #jobs = new Jobs();
  readonly #line = new Line();
  readonly #failures = new Failures();
  readonly #plays: Plays;
  readonly #listings = new Map<ModuleId, number>();
  readonly #stopping = new AbortController();
  readonly #background = new Set<Promise<void>>();
  /** What reads the stored queue, or adds to it, never overlaps. */
  readonly #inTurn = inTurn();
  #resumedIn: string | null = null;

  constructor(parts: QueueParts) {
    this.#parts = parts;
    this.#store = parts.library.queue;
    this.#plays = new Plays(parts.shelf.put);
  }

  /** Another account: its own jobs are gone on with. */
  changeAccount(): Promise<void> {
    return this.#inTurn(async () => {
      this.#resumedIn = null;
      this.#jobs.clear();
      for (const item of this.#line.all()) settle(item, failed('clip-gone'));
      this.#line.clear();
      this.#failures.restore([]);
      this.#plays.close();
      await this.#resume();
    });
  }

  /** Continues where the last run ended, once the folder can be reached; as owner of the profile only. */
  resume(): Promise<void> {
    return this.#inTurn(() => this.#resume());
  }

  async #resume(): Promise<void> {
    const { folder, clock } = this.#parts;
    const chosen = await folder.usable();
    if (!chosen || this.#resumedIn === chosen.id) return;
    try {
      await clock.busy(this.#goOn(chosen));
      this.#resumedIn = chosen.id;
    } catch (error) {
      if (codeOf(error) === '') throw error; // not the disk: a bug
      folder.report(folderProblem(error, chosen.path)); // again when it is back
    }
  }

  async #goOn(folder: ChosenFolder): Promise<void> {
    await clearPartials(folder);
    const { sealed } = await this.#store.load();
    for (const copy of sealed) {
      if (copy.folderId === folder.id) await adoptSealed(copy, folder, this.#store, this.#parts.clock);
    }
    const { jobs, items, failures } = await this.#store.load();
    for (const job of jobs) if (job.folderId === folder.id) this.#jobs.open(job);
    this.#addItems(items);
    this.#failures.restore(failures);
    for (const job of this.#jobs.all()) this.#finishIfDone(job);
    this.#wakeAll();
  }

  /** Puts clips into a new job; those saved or queued already are left out. */
  save(keys: readonly ClipKey[], title: JobTitle): Promise<Result<{ jobId: JobId | null; added: number }>> {
    return this.#inTurn(async () => {
      const { folder, clock } = this.#parts;
      await this.#resume();
      const chosen = folder.folder;
      if (!chosen || folder.problem) return { ok: false, problem: folder.problem ?? problem('folder-missing') };
      const { job, added } = await clock.busy(this.#store.addJob(title, keys, chosen.id, clock.now()));
      if (!job) return succeeded({ jobId: null, added: 0 });
      const opened = this.#jobs.open(job);
      this.#addItems(added.map((key) => ({ jobId: job.id, key, pair: null, attempts: 0 })));
      for (const key of added) this.#failures.remove(key);
      this.#alongside(this.#saveFromShelf(added));
      this.#finishIfDone(opened); // where none of its clips is known any more
      this.#wakeAll();
      return succeeded({ jobId: job.id, added: added.length });
    });
  }

  /** Takes back what waits; a clip that its module already uploads is still saved. */
  async cancel(jobId: JobId): Promise<void> {
    const job = this.#jobs.get(jobId);
    if (!job) return;
    const ended = this.#end(job, 'cancelled');
    for (const item of this.#line.all()) {
      if (item.jobId !== jobId || item.inHand) continue;
      this.#drop(item);
      if (item.settled.length > 0)
        void this.#plays.ask(item.key, item.moduleId).then((outcome) => settle(item, outcome));
    }
    await ended;
  }

  dismiss(jobId: JobId): void {
    this.#jobs.dismiss(jobId);
    this.#parts.onChange();
  }

  /** Tries what failed again at once. */
  async retryFailed(): Promise<void> {
    for (const item of this.#line.all()) item.dueAtMs = null;
    const givenUp = this.#failures.takeGivenUp();
    if (givenUp.length > 0) await this.save(givenUp, { kind: 'selection' });
    this.#wakeAll();
  }

  /** Resolves when the clip lies on this computer; `release` where nobody waits any more. */
  play(key: ClipKey, moduleId: ModuleId): Promise<Result<null>> {
    const item = this.#line.get(key);
    if (item) item.urgent = true;
    const outcome = item
      ? new Promise<Result<null>>((answer) => item.settled.push(answer))
      : this.#plays.ask(key, moduleId);
    this.#parts.wake(moduleId, true);
    return outcome;
  }

  release(key: ClipKey): void {
    this.#plays.release(key);
  }

  /** What a lane works through. */
  wishesOf(moduleId: ModuleId): Wishes {
    const { folder, clock } = this.#parts;
    const nextItem = (): Wish | null => {
      const item = folder.problem ? null : this.#line.next(moduleId, clock.now());
      return item && this.#wishFor(item);
    };
    return {
      next: () => this.#plays.next(moduleId) ?? nextItem(),
      dueAtMs: () => (folder.problem ? null : this.#line.dueAtMs(moduleId)),
    };
  }

  /** A manifest was merged: doubtful copies are put aside and fetched again. */
  async listed(moduleId: ModuleId, report: MergeReport): Promise<void> {
    this.#listings.set(moduleId, (this.#listings.get(moduleId) ?? 0) + 1);
    const folder = this.#parts.folder.folder;
    for (const key of folder ? report.doubtful : []) if (folder) await this.#fetchAgain(key, folder);
    if (report.doubtful.length > 0) this.#wakeAll();
  }

  waitingFor(moduleId: ModuleId): number {
    return this.#line.count(moduleId);
  }

  jobs(secondsPerClip: (moduleId: ModuleId) => number | null): readonly Job[] {
    return this.#jobs.shown(secondsPerClip);
  }

  failed(): readonly FailedClip[] {
    return this.#failures.shown();
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    this.#plays.close();
    for (const item of this.#line.all()) settle(item, failed('offline', { details: 'given up' }));
    await Promise.all(this.#background);
  }

  // ---------------------------------------------------------------- how an item ends, or does not

  readonly #ends: ItemEnds = {
    ending: this.#stopping.signal,
    isWanted: (item) => this.#line.get(item.key) === item,
    listings: (moduleId) => this.#listings.get(moduleId) ?? 0,
    backInLine: (item) => {
      item.inHand = false;
      if (!this.#jobs.get(item.jobId)) this.#drop(item); // cancelled meanwhile
    },
    saved: (item, bytes) => {
      this.#failures.remove(item.key);
      settle(item, succeeded(null));
      const job = this.#jobs.get(item.jobId);
      if (job) {
        job.saved += 1;
        job.bytes += bytes;
      }
      this.#drop(item);
    },
    failed: async (item, cause, shown) => {
      if (shown) this.#failures.add(item.key, cause, item.attempts, item.dueAtMs);
      await this.#store.attempted(item.key, item.attempts, shown);
      this.#parts.onChange();
    },
    givenUp: async (item, cause) => {
      await this.#store.givenUp(item.key, cause);
      this.#failures.add(item.key, cause, item.attempts, null);
      settle(item, { ok: false, problem: cause });
      const job = this.#jobs.get(item.jobId);
      if (job) job.failed += 1;
      this.#drop(item);
    },
  };

  #wishFor(item: Item): SaveWish {
    item.inHand = true;
    return new SaveWish(item, { ...this.#parts, ends: this.#ends });
  }

  #drop(item: Item): void {
    this.#line.remove(item);
    const job = this.#jobs.get(item.jobId);
    job?.open.delete(item.key);
    if (job) this.#finishIfDone(job);
    this.#parts.onChange();
  }

  // ---------------------------------------------------------------- how a job ends

  #finishIfDone(job: OpenJob): void {
    if (job.open.size === 0 && job.state === 'running') this.#alongside(this.#finish(job));
  }

  /** A job ends with a manifest of each of its modules that confirms what was saved. */
  async #finish(job: OpenJob): Promise<void> {
    const { clock, list } = this.#parts;
    job.state = 'finishing';
    this.#parts.onChange();
    for (const moduleId of job.saved > 0 ? job.modules : []) {
      while (!this.#stopping.signal.aborted && !(await list(moduleId)).ok) {
        await clock.sleep(clock.span(confirmAgainMs), this.#stopping.signal).catch(() => undefined);
      }
    }
    if (this.#stopping.signal.aborted || !this.#jobs.get(job.id)) return;
    job.state = 'running';
    if (job.open.size === 0) await this.#end(job, 'done');
    this.#parts.onChange();
  }

  async #end(job: OpenJob, state: 'done' | 'cancelled'): Promise<void> {
    const { clock } = this.#parts;
    this.#jobs.end(job, state, clock.now());
    await this.#store.endJob(job.id, state, clock.now());
    this.#parts.onChange();
  }

  // ---------------------------------------------------------------- other ways in

  async #fetchAgain(key: ClipKey, folder: ChosenFolder): Promise<void> {
    const { clock, log, quarantine } = this.#parts;
    const copy = await this.#store.copyOf(key, folder.id);
    if (copy?.state !== 'doubtful') return; // the doubt is about its file in another folder
    log.warn('a copy is doubtful, for its module renumbered its clips: it is put aside and fetched again', { key });
    const refusal = await clock.busy(putAside(copy, folder, quarantine));
    if (refusal) return this.#parts.folder.report(refusal); // the next manifest doubts it again
    const { jobId, newJob } = await this.#store.doubted(key, clock.now(), folder.id);
    const job = newJob ? this.#jobs.open(newJob) : this.#jobs.get(jobId);
    if (job && !newJob) {
      job.saved -= 1;
      job.bytes -= copy.bytes;
    }
    this.#addItems([{ jobId, key, pair: null, attempts: 0 }]);
  }

  /** Clips that were played before cost the module nothing. */
  async #saveFromShelf(keys: readonly ClipKey[]): Promise<void> {
    const { library, shelf } = this.#parts;
    const cached = keys.flatMap((key) => {
      const item = ((library.row(key)?.flags ?? 0) & ClipFlag.cached) !== 0 ? this.#line.get(key) : undefined;
      return item && !item.inHand ? [{ item, wish: this.#wishFor(item) }] : [];
    });
    for (const { item, wish } of cached) {
      const shelved = await shelf.take(item.key);
      if (!shelved || (await wish.take(shelved.incoming, shelved.pair)) !== 'kept') this.#ends.backInLine(item);
    }
    this.#wakeAll();
  }

  #addItems(stored: readonly StoredItem[]): void {
    const items = stored.flatMap((one) => {
      const row = this.#parts.library.row(one.key);
      const job = this.#jobs.get(one.jobId);
      if (!row || !job) return [];
      job.open.set(one.key, row.moduleId);
      job.modules.add(row.moduleId);
      const onItsWay = this.#line.get(one.key);
      if (onItsWay) onItsWay.jobId = one.jobId;
      return onItsWay ? [] : [newItem(row, one)];
    });
    this.#line.add(items);
    this.#parts.onChange();
  }

  #wakeAll(): void {
    for (const moduleId of this.#line.modules()) this.#parts.wake(moduleId, false);
  }

  #alongside(work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => this.#parts.log.error('saving failed in the background', error))
      .finally(() => this.#background.delete(done));
    this.#background.add(done);
  }
}
