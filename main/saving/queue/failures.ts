// Clips that failed so often that a person should know, newest first.
import type { ClipKey, FailedClip, JobId, Problem, ProblemKind } from '../../../preload/contract.ts';
import type { StoredFailure } from '../../library/index.ts';

/** A window needs no more. */
const mostShown = 500;

/** Nothing that is tried again can mend these. */
const final: ReadonlySet<ProblemKind> = new Set(['clip-gone', 'clip-too-large']);

interface Failure {
  readonly jobId: JobId;
  readonly key: ClipKey;
  readonly folderId: string;
}

interface Kept extends Failure {
  readonly shown: FailedClip;
}

export class Failures {
  #clips: readonly Kept[] = [];
  #shown: readonly FailedClip[] = [];

  shown(): readonly FailedClip[] {
    return this.#shown;
  }

  /** `nextTryAtMs`: Unix ms; null: given up. */
  add(item: Failure, problem: Problem, attempts: number, nextTryAtMs: number | null): void {
    const others = this.#clips.filter((clip) => !isSame(clip, item));
    this.#keep([kept(item, problem, attempts, nextTryAtMs), ...others]);
  }

  remove(item: Omit<Failure, 'jobId'>): void {
    if (this.#clips.some((clip) => isSame(clip, item))) this.#keep(this.#clips.filter((clip) => !isSame(clip, item)));
  }

  /** Nobody wants to see those of this job any more. */
  removeOf(jobId: JobId): void {
    this.#keep(this.#clips.filter((clip) => clip.jobId !== jobId));
  }

  /** Those that earlier runs gave up. */
  restore(stored: readonly StoredFailure[]): void {
    this.#keep(stored.map((failure) => kept(failure, failure.problem, failure.attempts, null)));
  }

  /** Those that were given up and may come when asked for again, by their jobs; `jobId` null: of all. */
  worthRetrying(jobId: JobId | null): ReadonlyMap<JobId, readonly ClipKey[]> {
    const keys = new Map<JobId, ClipKey[]>();
    for (const { jobId: of, key, shown } of this.#clips) {
      if (shown.nextTryAtMs !== null || !shown.canRetry || (jobId !== null && of !== jobId)) continue;
      keys.set(of, [...(keys.get(of) ?? []), key]);
    }
    return keys;
  }

  #keep(clips: readonly Kept[]): void {
    this.#clips = clips;
    this.#shown = clips.slice(0, mostShown).map(({ shown }) => shown);
  }
}

const isSame = (a: Omit<Failure, 'jobId'>, b: Omit<Failure, 'jobId'>) => a.key === b.key && a.folderId === b.folderId;

function kept({ jobId, key, folderId }: Failure, problem: Problem, attempts: number, nextTryAtMs: number | null): Kept {
  const canRetry = nextTryAtMs !== null || !final.has(problem.kind);
  return { jobId, key, folderId, shown: { jobId, key, problem, attempts, nextTryAtMs, canRetry } };
}
