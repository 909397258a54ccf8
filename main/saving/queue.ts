// The durable queue: which clips are to be saved, in which jobs, and what became of each.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import {
  ClipFlag,
  type ClipKey,
  type FailedClip,
  type Job,
  type JobId,
  type JobTitle,
  type ModuleId,
  type Problem,
  type Result,
} from '../../preload/contract.ts';
import type { Pair } from '../blink/index.ts';
import type { Clock } from '../clock.ts';
import type { Library, MergeReport, QueueStore, StoredJob } from '../library/index.ts';
import type { Log } from '../log.ts';
import { problem, succeeded } from '../problem.ts';
import { type ChosenFolder, clearPartials, partialsOf } from './folder.ts';
import type { FolderWatch } from './folder-watch.ts';
import { givenUpAfter, goneAgainMs, type Item, pickNext, retryPauseMs, shownAfter } from './item.ts';
import { type OpenJob, shownJob } from './job.ts';
import { adoptSealed, keep } from './keep.ts';
import { PlayWish, type Shelve } from './play-wish.ts';
import { putAside } from './quarantine.ts';
import { type Incoming, receive } from './receive.ts';
import { SaveWish } from './save-wish.ts';
import type { Miss, Taken, Wish, Wishes } from './wish.ts';

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

/** Failed clips that are shown; all are kept in the index. */
const failedShown = 500;
const confirmAgainMs = 30_000;

export class Queue {
  readonly #parts: QueueParts;
  readonly #store: QueueStore;
  readonly #jobs = new Map<JobId, OpenJob>();
  readonly #items = new Map<ClipKey, Item>();
  /** By module, newest recording first. */
  readonly #waiting = new Map<ModuleId, Item[]>();
  readonly #listings = new Map<ModuleId, number>();
  readonly #ended: Job[] = [];
  readonly #stopping = new AbortController();
  readonly #background = new Set<Promise<void>>();
  #plays: readonly PlayWish[] = [];
  #failed: readonly FailedClip[] = [];
  #resumedIn: string | null = null;

  constructor(parts: QueueParts) {
    this.#parts = parts;
    this.#store = parts.library.queue;
  }

  /** Another account: its own jobs are waited for. */
  async changeAccount(): Promise<void> {
    this.#resumedIn = null;
    for (const job of this.#jobs.values()) for (const key of job.open) this.#items.delete(key);
    this.#jobs.clear();
    this.#waiting.clear();
    await this.resume();
  }

  /** Continues where the last run ended, once the folder can be reached; as owner of the profile only. */
  async resume(): Promise<void> {
    const folder = await this.#parts.folder.usable();
    if (!folder || this.#resumedIn === folder.id) return;
    this.#resumedIn = folder.id;
    await clearPartials(folder);
    const { jobs, items, sealed } = await this.#store.load();
    for (const copy of sealed)
      if (copy.folderId === folder.id) await adoptSealed(copy, folder, this.#store, this.#parts.clock);
    const { jobs: open, items: left } = sealed.length > 0 ? await this.#store.load() : { jobs, items };
    for (const job of open) if (job.folderId === folder.id) this.#openJob(job);
    for (const { jobId, key, pair, attempts } of left) this.#addItem(jobId, key, pair, attempts);
    this.#sort();
    for (const job of this.#jobs.values()) this.#finishIfDone(job);
    this.#wakeAll();
  }

  /** Puts clips into a new job; those saved or queued already are left out. */
  async save(keys: readonly ClipKey[], title: JobTitle): Promise<Result<{ jobId: JobId | null; added: number }>> {
    const { folder, clock } = this.#parts;
    const chosen = folder.folder;
    if (!chosen || folder.problem) return { ok: false, problem: folder.problem ?? problem('folder-missing') };
    await this.resume();
    const { job, added } = await clock.busy(this.#store.addJob(title, keys, chosen.id, clock.now()));
    if (!job) return succeeded({ jobId: null, added: 0 });
    const open = this.#openJob(job);
    for (const key of added) this.#addItem(job.id, key, null, 0);
    this.#sort();
    this.#background_(this.#saveFromShelf(added));
    this.#finishIfDone(open); // where its clips are of no known module
    this.#wakeAll();
    return succeeded({ jobId: job.id, added: added.length });
  }

  /** Takes back what waits; a clip that its module already uploads is still saved. */
  async cancel(jobId: JobId): Promise<void> {
    const job = this.#jobs.get(jobId);
    if (!job) return;
    for (const item of [...this.#items.values()]) if (item.jobId === jobId && !item.inHand) this.#drop(item);
    await this.#endJob(job, 'cancelled');
  }

  dismiss(jobId: JobId): void {
    const at = this.#ended.findIndex((job) => job.id === jobId);
    if (at >= 0) this.#ended.splice(at, 1);
    this.#parts.onChange();
  }

  /** Tries what failed again at once. */
  async retryFailed(): Promise<void> {
    const givenUp = this.#failed.filter((clip) => clip.nextTryAtMs === null).map((clip) => clip.key);
    this.#failed = [];
    for (const item of this.#items.values()) item.dueAtMs = null;
    if (givenUp.length > 0) await this.save(givenUp, { kind: 'selection' });
    this.#wakeAll();
  }

  /** Resolves when the clip lies on this computer; `release` where nobody waits any more. */
  play(key: ClipKey, moduleId: ModuleId): Promise<Result<null>> {
    const item = this.#items.get(key);
    if (item) {
      item.urgent = true;
      this.#parts.wake(moduleId, true);
      return new Promise((answer) => item.settled.push(answer));
    }
    const known = this.#plays.find((play) => play.key === key && !play.over);
    if (known) return known.outcome;
    const play = new PlayWish(key, moduleId, this.#parts.shelf.put);
    this.#plays = [...this.#plays.filter((other) => !other.over), play];
    this.#parts.wake(moduleId, true);
    return play.outcome;
  }

  release(key: ClipKey): void {
    for (const play of this.#plays) if (play.key === key) play.release();
    this.#plays = this.#plays.filter((play) => !play.over);
  }

  /** What a lane works through. */
  wishesOf(moduleId: ModuleId): Wishes {
    return {
      next: () => this.#next(moduleId),
      dueAtMs: () => {
        const due = (this.#waiting.get(moduleId) ?? []).flatMap((item) =>
          item.dueAtMs && !item.inHand ? [item.dueAtMs] : [],
        );
        return due.length > 0 && !this.#parts.folder.problem ? Math.min(...due) : null;
      },
    };
  }

  /** A manifest was merged: doubtful copies are put aside and fetched again. */
  async listed(moduleId: ModuleId, report: MergeReport): Promise<void> {
    this.#listings.set(moduleId, (this.#listings.get(moduleId) ?? 0) + 1);
    const folder = this.#parts.folder.folder;
    if (!folder) return;
    for (const key of report.doubtful) await this.#fetchAgain(key, folder);
  }

  waitingFor(moduleId: ModuleId): number {
    return this.#waiting.get(moduleId)?.length ?? 0;
  }

  /** Open jobs, then those that ended and were not dismissed. `secondsPerClip` by module, as measured. */
  jobs(secondsPerClip: (moduleId: ModuleId) => number | null): readonly Job[] {
    const open = [...this.#jobs.values()].map((job) => shownJob(job, this.#leftOf(job), secondsPerClip));
    return [...open, ...this.#ended];
  }

  failed(): readonly FailedClip[] {
    return this.#failed;
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    for (const play of this.#plays) play.release();
    await Promise.all(this.#background);
  }

  // ---------------------------------------------------------------- what a wish of ours calls back

  /** The clip's request is about to leave. */
  async asking(item: Item, pair: Pair): Promise<boolean> {
    if (!this.#items.has(item.key) || !(await this.#parts.folder.usable())) return false;
    item.earlierPair = pair;
    await this.#store.requested(item.key, pair);
    return true;
  }

  async take(item: Item, incoming: Incoming, pair: Pair): Promise<Taken> {
    const { folder, clock, library, log } = this.#parts;
    const chosen = folder.folder;
    const row = library.row(item.key);
    if (!chosen || !row) {
      await incoming.body.cancel().catch(() => undefined);
      return 'stopped';
    }
    const file = path.join(partialsOf(chosen), `${item.key}-${randomUUID()}.part`);
    const receipt = await receive(incoming, file, row.recordedAtMs, () => undefined);
    if (receipt.kind === 'bad') {
      log.warn('clip arrived badly', { key: item.key, details: receipt.problem.details });
      return (await this.#failedOnce(item, receipt.problem)) ? 'again' : 'stopped';
    }
    const refused =
      receipt.kind === 'refused'
        ? receipt.problem
        : await clock.busy(
            keep(receipt.arrival, { key: item.key, pair, name: library.nameOf(item.key) }, chosen, this.#store, clock),
          );
    if (refused || receipt.kind !== 'arrived') {
      folder.report(refused);
      this.#backToWaiting(item);
      return 'stopped';
    }
    this.#saved(item, receipt.arrival.bytes);
    return 'kept';
  }

  async missed(item: Item, miss: Miss): Promise<void> {
    switch (miss.kind) {
      case 'later':
        return this.#backToWaiting(item);
      case 'failed':
        await this.#failedOnce(item, miss.problem);
        return this.#backToWaiting(item);
      case 'too-large':
        return this.#giveUp(item, problem('clip-too-large'));
      case 'gone':
        return this.#gone(item);
    }
  }

  // ---------------------------------------------------------------- turns

  #next(moduleId: ModuleId): Wish | null {
    const play = this.#plays.find((wish) => wish.moduleId === moduleId && !wish.inHand && !wish.over);
    if (play) {
      play.inHand = true;
      return play;
    }
    if (this.#parts.folder.problem) return null;
    const item = pickNext(this.#waiting.get(moduleId) ?? [], this.#parts.clock.now());
    if (!item) return null;
    item.inHand = true;
    return new SaveWish(item, this);
  }

  #backToWaiting(item: Item): void {
    item.inHand = false;
    if (!this.#jobs.has(item.jobId)) this.#drop(item); // cancelled meanwhile
  }

  // ---------------------------------------------------------------- ends

  #saved(item: Item, bytes: number): void {
    const job = this.#jobs.get(item.jobId);
    if (job) {
      job.saved += 1;
      job.bytes += bytes;
    }
    this.#failed = this.#failed.filter((clip) => clip.key !== item.key);
    for (const answer of item.settled) answer(succeeded(null));
    this.#drop(item);
    if (job) this.#finishIfDone(job);
  }

  /** Counts a failure; false: it was the last. */
  async #failedOnce(item: Item, cause: Problem): Promise<boolean> {
    item.attempts += 1;
    if (item.attempts >= givenUpAfter) {
      await this.#giveUp(item, cause);
      return false;
    }
    const { clock } = this.#parts;
    item.dueAtMs = clock.now() + clock.span(retryPauseMs(item.attempts));
    await this.#store.attempted(item.key, item.attempts, item.attempts >= shownAfter);
    if (item.attempts >= shownAfter) this.#showFailed(item, cause, item.dueAtMs);
    return true;
  }

  async #gone(item: Item): Promise<void> {
    const { clock, library } = this.#parts;
    const listing = this.#listings.get(item.moduleId) ?? 0;
    if (item.goneAtListing !== null && listing > item.goneAtListing) return this.#giveUp(item, problem('clip-gone'));
    if (item.goneAtListing === null) item.dueAtMs = clock.now() + clock.span(goneAgainMs);
    else library.forgetPairs(item.moduleId); // time to look into a newer manifest
    item.goneAtListing ??= listing;
    this.#backToWaiting(item);
  }

  async #giveUp(item: Item, cause: Problem): Promise<void> {
    await this.#store.givenUp(item.key, cause);
    this.#showFailed(item, cause, null);
    for (const answer of item.settled) answer({ ok: false, problem: cause });
    const job = this.#jobs.get(item.jobId);
    if (job) job.failed += 1;
    this.#drop(item);
    if (job) this.#finishIfDone(job);
  }

  #showFailed(item: Item, cause: Problem, nextTryAtMs: number | null): void {
    const shown = { key: item.key, problem: cause, attempts: item.attempts, nextTryAtMs };
    this.#failed = [shown, ...this.#failed.filter((clip) => clip.key !== item.key)].slice(0, failedShown);
    this.#parts.onChange();
  }

  #drop(item: Item): void {
    this.#items.delete(item.key);
    const waiting = this.#waiting.get(item.moduleId);
    const at = waiting?.indexOf(item) ?? -1;
    if (at >= 0) waiting?.splice(at, 1);
    this.#jobs.get(item.jobId)?.open.delete(item.key);
    this.#parts.onChange();
  }

  #finishIfDone(job: OpenJob): void {
    if (job.open.size === 0 && job.state === 'running') this.#background_(this.#finish(job));
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
    if (this.#stopping.signal.aborted || !this.#jobs.has(job.id)) return;
    job.state = 'running';
    if (job.open.size === 0) await this.#endJob(job, 'done');
    this.#parts.onChange();
  }

  async #endJob(job: OpenJob, state: 'done' | 'cancelled'): Promise<void> {
    const { clock } = this.#parts;
    this.#jobs.delete(job.id);
    this.#ended.unshift({ ...shownJob(job, new Map(), () => null), state, endedAtMs: clock.now() });
    await this.#store.endJob(job.id, state, clock.now());
    this.#parts.onChange();
  }

  // ---------------------------------------------------------------- other ways in

  async #fetchAgain(key: ClipKey, folder: ChosenFolder): Promise<void> {
    const { clock, log, quarantine } = this.#parts;
    const copy = await this.#store.copyOf(key, folder.id);
    if (!copy) return;
    log.warn('the module renumbered its clips: a copy is doubtful and is fetched again', { key });
    await clock.busy(putAside(copy, folder, quarantine));
    const { jobId } = await this.#store.doubted(key, clock.now());
    const job =
      this.#jobs.get(jobId) ??
      this.#openJob({
        id: jobId,
        folderId: folder.id,
        title: { kind: 'selection' },
        total: 1,
        saved: 0,
        failed: 0,
        bytes: 0,
        startedAtMs: clock.now(),
      });
    if (job.saved > 0) job.saved -= 1;
    this.#addItem(jobId, key, null, 0);
    this.#sort();
    this.#wakeAll();
  }

  /** Clips that were played before cost the module nothing. */
  async #saveFromShelf(keys: readonly ClipKey[]): Promise<void> {
    const { library, shelf } = this.#parts;
    for (const key of keys) {
      const item = this.#items.get(key);
      if (!item || item.inHand || ((library.row(key)?.flags ?? 0) & ClipFlag.cached) === 0) continue;
      item.inHand = true;
      const shelved = await shelf.take(key);
      if (!shelved || (await this.take(item, shelved.incoming, shelved.pair)) !== 'kept') this.#backToWaiting(item);
    }
    this.#wakeAll();
  }

  // ---------------------------------------------------------------- bookkeeping

  #openJob(job: StoredJob): OpenJob {
    const open: OpenJob = { ...job, state: 'running', open: new Set(), modules: new Set() };
    this.#jobs.set(job.id, open);
    this.#parts.onChange();
    return open;
  }

  #addItem(jobId: JobId, key: ClipKey, earlierPair: Pair | null, attempts: number): void {
    const row = this.#parts.library.row(key);
    const job = this.#jobs.get(jobId);
    if (!row || !job) return;
    const { moduleId, recordedAtMs } = row;
    const item: Item = {
      key,
      jobId,
      moduleId,
      recordedAtMs,
      earlierPair,
      attempts,
      goneAtListing: null,
      dueAtMs: null,
      inHand: false,
      urgent: false,
      settled: [],
    };
    this.#items.set(key, item);
    this.#waiting.set(moduleId, this.#waiting.get(moduleId) ?? []);
    this.#waiting.get(moduleId)?.push(item);
    job.open.add(key);
    job.modules.add(moduleId);
  }

  #sort(): void {
    for (const waiting of this.#waiting.values()) waiting.sort((a, b) => b.recordedAtMs - a.recordedAtMs);
    this.#parts.onChange();
  }

  #leftOf(job: OpenJob): ReadonlyMap<ModuleId, number> {
    const left = new Map<ModuleId, number>();
    for (const key of job.open) {
      const moduleId = this.#items.get(key)?.moduleId;
      if (moduleId !== undefined) left.set(moduleId, (left.get(moduleId) ?? 0) + 1);
    }
    return left;
  }

  #wakeAll(): void {
    for (const moduleId of this.#waiting.keys()) this.#parts.wake(moduleId, false);
  }

  #background_(work: Promise<void>): void {
    const done = work
      .catch((error: unknown) => this.#parts.log.error('saving in the background failed', { error: String(error) }))
      .finally(() => this.#background.delete(done));
    this.#background.add(done);
  }
}
