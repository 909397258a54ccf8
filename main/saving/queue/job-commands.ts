// What a person does with jobs: starts, cancels, takes back, tries again, holds and moves them.
import type { ClipKey, JobId, JobTitle, Pause, Result } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import { type LeftOut, type Library, orProblem, type QueueStore } from '../../library/index.ts';
import { problem, succeeded } from '../../problem.ts';
import type { ChosenFolder } from '../folder/folder.ts';
import type { Folders } from '../folder/folders.ts';
import type { Backlog } from './backlog.ts';
import type { JobEnds } from './job-ends.ts';
import { titleFor } from './job-title.ts';
import type { OpenJob } from './jobs.ts';
import type { Pauses } from './pauses.ts';
import type { Turns } from './turns.ts';

export interface JobCommandParts {
  readonly backlog: Backlog;
  readonly pauses: Pauses;
  readonly turns: Turns;
  readonly jobEnds: JobEnds;
  readonly folders: Folders;
  readonly library: Library;
  readonly store: QueueStore;
  readonly clock: Clock;
  /** What adds to the queue never overlaps with what reads it. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>;
  /** Something that saving waited for is different. */
  readonly goOn: () => void;
  readonly onChange: () => void;
}

/** What became of clips that were to be saved. */
export interface Queued {
  /** Null: nothing was added. */
  readonly jobId: JobId | null;
  readonly added: number;
  readonly leftOut: LeftOut;
}

/** Each is written down before it is in force; a disk that refuses that is told as a problem. */
export class JobCommands {
  readonly #parts: JobCommandParts;

  constructor(parts: JobCommandParts) {
    this.#parts = parts;
  }

  /** Puts clips into a new job, or into the one for new clips; those saved or queued already for that folder are left out. */
  save(keys: readonly ClipKey[], title: JobTitle, elsewhere: ChosenFolder | null): Promise<Result<Queued>> {
    return this.#parts.inTurn(async () => {
      const { folders, library, clock } = this.#parts;
      const watch = elsewhere ? await folders.forOnce(elsewhere) : folders.chosen;
      const folder = await watch?.usable();
      if (!folder) return { ok: false, problem: watch?.problem ?? problem('folder-missing') };
      const open = title.kind === 'new' ? this.#openForNew(folder.id) : null;
      const extended = open && (await this.#extend(open, keys));
      if (extended) return extended;
      const named = titleFor(title, keys, library);
      const stored = await orProblem(clock.busy(this.#parts.store.addJob(named, keys, folder.id, clock.now())));
      if (!stored.ok) return stored;
      const { job, added, leftOut } = stored.value;
      if (!job) return succeeded({ jobId: null, added: 0, leftOut });
      if (title.kind === 'new') this.#parts.backlog.jobs.dismissDone('new'); // a day would leave a hundred of them
      const opened = this.#parts.backlog.jobs.open(job);
      this.#parts.backlog.jobs.arrange(await this.#parts.store.jobOrder());
      this.#fill(opened, added);
      return succeeded({ jobId: job.id, added: added.length, leftOut });
    });
  }

  /** Takes back what waits; a clip that its module already uploads is still saved. */
  async cancel(jobId: JobId): Promise<void> {
    const job = this.#parts.backlog.jobs.get(jobId);
    if (!job) return;
    const items = [...job.open.values()];
    const ended = this.#parts.jobEnds.cancel(job);
    for (const item of items) {
      if (item.inHand) continue;
      this.#parts.backlog.remove(item);
      this.#parts.turns.playInstead(item);
    }
    this.#parts.pauses.set(jobId, null);
    await ended;
  }

  /** What a cancelled job had not saved waits again, in the same job. */
  undoCancel(jobId: JobId): Promise<Result<null>> {
    return this.#parts.inTurn(async () => {
      const keys = this.#parts.jobEnds.takeCancelled(jobId);
      return keys ? this.#reopen(jobId, keys) : succeeded(null);
    });
  }

  /** Takes an ended job off the screen, and what it gave up with it. */
  async dismiss(jobId: JobId): Promise<Result<null>> {
    if (this.#parts.backlog.jobs.get(jobId)) return succeeded(null);
    const stored = await orProblem(this.#parts.store.forgetFailures(jobId));
    if (!stored.ok) return stored;
    this.#parts.backlog.jobs.dismiss(jobId);
    this.#parts.backlog.failures.removeOf(jobId);
    this.#parts.onChange();
    return succeeded(null);
  }

  /** Tries what failed again at once; `jobId` null: in all jobs. */
  retryFailed(jobId: JobId | null): Promise<Result<null>> {
    return this.#parts.inTurn(async () => {
      for (const item of this.#parts.backlog.line.all())
        if (jobId === null || item.jobId === jobId) item.dueAtMs = null;
      for (const [id, keys] of this.#parts.backlog.failures.worthRetrying(jobId)) {
        const reopened = await this.#reopen(id, keys);
        if (!reopened.ok) return reopened;
      }
      this.#parts.goOn();
      return succeeded(null);
    });
  }

  /** `jobId` null: everything; `pause` null: it goes on. */
  async pause(jobId: JobId | null, pause: Pause | null): Promise<Result<null>> {
    const stored = await orProblem(this.#parts.store.pause(jobId, pause));
    if (!stored.ok) return stored;
    this.#parts.pauses.set(jobId, pause);
    this.#parts.goOn();
    return succeeded(null);
  }

  /** `before` null: behind all others. */
  async move(jobId: JobId, before: JobId | null): Promise<Result<null>> {
    const stored = await orProblem(this.#parts.store.moveJob(jobId, before));
    if (!stored.ok) return stored;
    this.#parts.backlog.jobs.arrange(await this.#parts.store.jobOrder());
    this.#parts.backlog.line.sort();
    this.#parts.goOn();
    return succeeded(null);
  }

  #openForNew(folderId: string): OpenJob | null {
    const isIt = (job: OpenJob) => job.title.kind === 'new' && job.folderId === folderId;
    return this.#parts.backlog.jobs.all().find(isIt) ?? null;
  }

  /** Null: it has ended meanwhile. */
  async #extend(open: OpenJob, keys: readonly ClipKey[]): Promise<Result<Queued> | null> {
    const stored = await orProblem(this.#parts.clock.busy(this.#parts.store.extendJob(open.id, keys)));
    if (this.#parts.backlog.jobs.get(open.id) !== open) return null;
    if (!stored.ok) return stored;
    const { job, added } = stored.value;
    open.total = job.total;
    this.#fill(open, added);
    return succeeded({ jobId: open.id, added: added.length, leftOut: { removed: 0, excluded: 0 } });
  }

  async #reopen(jobId: JobId, keys: readonly ClipKey[]): Promise<Result<null>> {
    const stored = await orProblem(this.#parts.clock.busy(this.#parts.store.reopenJob(jobId, keys)));
    if (!stored.ok) return stored;
    const { job, added } = stored.value;
    const opened = this.#parts.backlog.jobs.get(jobId) ?? this.#parts.backlog.jobs.open(job);
    Object.assign(opened, { total: job.total, failed: job.failed });
    this.#parts.backlog.jobs.arrange(await this.#parts.store.jobOrder());
    this.#fill(opened, added);
    return succeeded(null);
  }

  #fill(job: OpenJob, keys: readonly ClipKey[]): void {
    this.#parts.backlog.addNew(job, keys);
    this.#parts.jobEnds.finishIfDone(job); // where none of its clips is known any more
    this.#parts.goOn();
  }
}
