// How a job ends: a manifest confirms what it saved, or a person cancels it.
import type { ClipKey, Job, JobId, ModuleId, Result } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import type { MergeReport, QueueStore } from '../../library/index.ts';
import type { Jobs, OpenJob } from './jobs.ts';

export interface JobEndParts {
  readonly jobs: Jobs;
  readonly store: QueueStore;
  readonly clock: Clock;
  readonly shown: (job: OpenJob) => Job;
  /** Reads the module's manifest when its lane is free. */
  readonly list: (moduleId: ModuleId) => Promise<Result<MergeReport>>;
  /** Work that goes on beside the lanes. */
  readonly alongside: (work: Promise<void>) => void;
  readonly ending: AbortSignal;
  readonly onChange: () => void;
}

/** A job whose last manifest could not be read looks again after this. */
const confirmAgainMs = 30_000;

export class JobEnds {
  readonly #parts: JobEndParts;
  readonly #cancelled = new Map<JobId, readonly ClipKey[]>();

  constructor(parts: JobEndParts) {
    this.#parts = parts;
  }

  finishIfDone(job: OpenJob): void {
    if (job.open.size === 0 && job.state === 'running') this.#parts.alongside(this.#finish(job));
  }

  async cancel(job: OpenJob): Promise<void> {
    this.#cancelled.set(job.id, [...job.open.keys()]);
    await this.#end(job, 'cancelled');
  }

  /** Clips that a cancelled job did not save, once; null: it is not known, or was asked for before. */
  takeCancelled(jobId: JobId): readonly ClipKey[] | null {
    const keys = this.#cancelled.get(jobId) ?? null;
    this.#cancelled.delete(jobId);
    return keys;
  }

  /** Another account has other jobs. */
  forgetCancelled(): void {
    this.#cancelled.clear();
  }

  /** A manifest of each module that still has to confirm something; one that has left the account never will. */
  async #finish(job: OpenJob): Promise<void> {
    const { jobs, store, clock, list, ending, onChange } = this.#parts;
    job.state = 'finishing';
    onChange();
    for (const moduleId of await store.unconfirmedModules(job.id)) {
      while (!ending.aborted) {
        const listed = await list(moduleId);
        if (listed.ok || listed.problem.kind === 'no-module') break;
        await clock.sleep(clock.span(confirmAgainMs), ending).catch(() => undefined);
      }
    }
    if (ending.aborted || jobs.get(job.id) !== job) return;
    job.state = 'running';
    if (job.open.size === 0) await this.#end(job, 'done');
    onChange();
  }

  async #end(job: OpenJob, state: 'done' | 'cancelled'): Promise<void> {
    const { jobs, store, clock, shown, onChange } = this.#parts;
    const endedAtMs = clock.now();
    jobs.end(job.id, {
      ...shown(job),
      state,
      pause: null,
      hoursFromMs: null,
      problem: null,
      timeLeftMs: null,
      doneAtMs: null,
      lacksBytes: null,
      endedAtMs,
      inHand: [],
      next: [],
    });
    onChange();
    await store.endJob(job.id, state, endedAtMs);
    onChange();
  }
}
