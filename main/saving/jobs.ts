// The jobs that are not over, those that ended and were not dismissed, and how they are shown.
import type { ClipKey, Job, JobId, ModuleId } from '../../preload/contract.ts';
import type { StoredJob } from '../library/index.ts';

export interface OpenJob extends Omit<StoredJob, 'saved' | 'failed' | 'bytes'> {
  saved: number;
  failed: number;
  bytes: number;
  /** `finishing`: all is saved, and a manifest is read to confirm it. */
  state: 'running' | 'finishing';
  /** Clips that wait or are in hand, by module. */
  readonly open: Map<ClipKey, ModuleId>;
  readonly modules: Set<ModuleId>;
}

export class Jobs {
  readonly #open = new Map<JobId, OpenJob>();
  #ended: readonly Job[] = [];

  open(job: StoredJob): OpenJob {
    const opened: OpenJob = { ...job, state: 'running', open: new Map(), modules: new Set() };
    this.#open.set(job.id, opened);
    return opened;
  }

  get(id: JobId): OpenJob | undefined {
    return this.#open.get(id);
  }

  all(): readonly OpenJob[] {
    return [...this.#open.values()];
  }

  end(job: OpenJob, state: 'done' | 'cancelled', endedAtMs: number): void {
    this.#open.delete(job.id);
    this.#ended = [{ ...shownJob(job, () => null), state, timeLeftMs: null, endedAtMs }, ...this.#ended];
  }

  /** Takes an ended job off the screen. */
  dismiss(id: JobId): void {
    this.#ended = this.#ended.filter((job) => job.id !== id);
  }

  clear(): void {
    this.#open.clear();
    this.#ended = [];
  }

  /** Open ones first. `secondsPerClip` by module, as measured. */
  shown(secondsPerClip: (moduleId: ModuleId) => number | null): readonly Job[] {
    return [...this.all().map((job) => shownJob(job, secondsPerClip)), ...this.#ended];
  }
}

function shownJob(job: OpenJob, secondsPerClip: (moduleId: ModuleId) => number | null): Job {
  const { id, title, state, total, saved, failed, bytes, startedAtMs } = job;
  const timeLeftMs = timeLeftOf(job, secondsPerClip);
  return { id, title, state, total, saved, failed, bytes, startedAtMs, endedAtMs: null, timeLeftMs };
}

/** Modules work side by side, so the slowest decides; null while one of them was not measured yet. */
function timeLeftOf(job: OpenJob, secondsPerClip: (moduleId: ModuleId) => number | null): number | null {
  const left = new Map<ModuleId, number>();
  for (const moduleId of job.open.values()) left.set(moduleId, (left.get(moduleId) ?? 0) + 1);
  let longestMs = 0;
  for (const [moduleId, clips] of left) {
    const seconds = secondsPerClip(moduleId);
    if (seconds === null) return null;
    longestMs = Math.max(longestMs, clips * seconds * 1000);
  }
  return longestMs;
}
