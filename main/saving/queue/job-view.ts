// How a job is shown: its counts, how long it will take, and what it waits for.
import type { ClipKey, Job, ModuleId, Pause, Problem } from '../../../preload/contract.ts';
import type { Item } from './item.ts';
import type { OpenJob } from './jobs.ts';

export interface JobSurroundings {
  /** As measured; null: not yet. */
  readonly secondsPerClip: (moduleId: ModuleId) => number | null;
  /** When so much work of this job is done; Unix ms. */
  readonly endOf: (workMs: number) => number;
  /** Oldest clips first, not newest. */
  readonly isOldestFirst: boolean;
  readonly isPaused: boolean;
  readonly pause: Pause | null;
  readonly hoursFromMs: number | null;
  readonly problem: Problem | null;
  readonly folderPath: string | null;
  /** Of that folder; null: not known. */
  readonly freeBytes: number | null;
}

const mostNext = 3;

export function shownJob(job: OpenJob, around: JobSurroundings): Job {
  const { id, title, state, total, saved, failed, bytes, startedAtMs } = job;
  const { pause, hoursFromMs, problem, folderPath, freeBytes, isPaused } = around;
  const items = [...job.open.values()];
  const leftBytes = items.reduce((sum, item) => sum + item.sizeBytes, 0);
  const timeLeftMs = timeLeftOf(job, around.secondsPerClip);
  return {
    id,
    title,
    state: state === 'running' && isPaused ? 'paused' : state,
    total,
    saved,
    failed,
    bytes,
    startedAtMs,
    endedAtMs: null,
    timeLeftMs,
    doneAtMs: timeLeftMs === null ? null : around.endOf(timeLeftMs),
    leftBytes,
    lacksBytes: freeBytes !== null && leftBytes > freeBytes ? leftBytes - Math.max(0, freeBytes) : null,
    pause,
    hoursFromMs,
    problem,
    folderPath,
    inHand: items.flatMap((item) => (item.inHand ? [item.key] : [])),
    next: nextOf(around.isOldestFirst ? items.reverse() : items),
  };
}

/** Whether it is not over; one that is paused goes on one day. */
export const isOpenJob = ({ state }: Pick<Job, 'state'>): boolean => state !== 'done' && state !== 'cancelled';

function nextOf(items: readonly Item[]): readonly ClipKey[] {
  const next: ClipKey[] = [];
  for (const item of items) {
    if (item.inHand) continue;
    next.push(item.key);
    if (next.length === mostNext) break;
  }
  return next;
}

/** Modules work side by side, so the slowest decides; null while one of them was not measured yet. */
function timeLeftOf(job: OpenJob, secondsPerClip: (moduleId: ModuleId) => number | null): number | null {
  const left = new Map<ModuleId, number>();
  for (const { moduleId } of job.open.values()) left.set(moduleId, (left.get(moduleId) ?? 0) + 1);
  let longestMs = 0;
  for (const [moduleId, clips] of left) {
    const seconds = secondsPerClip(moduleId);
    if (seconds === null) return null;
    longestMs = Math.max(longestMs, clips * seconds * 1000);
  }
  return longestMs;
}
