// A job that is not over yet, and how it is shown.
import type { ClipKey, Job, ModuleId } from '../../preload/contract.ts';
import type { StoredJob } from '../library/index.ts';

export interface OpenJob extends Omit<StoredJob, 'saved' | 'failed' | 'bytes'> {
  saved: number;
  failed: number;
  bytes: number;
  /** `finishing`: all is saved, and a manifest is read to confirm it. */
  state: 'running' | 'finishing';
  readonly open: Set<ClipKey>;
  readonly modules: Set<ModuleId>;
}

/** Modules work side by side, so the slowest decides how long it takes. */
export function shownJob(
  job: OpenJob,
  left: ReadonlyMap<ModuleId, number>,
  secondsPerClip: (moduleId: ModuleId) => number | null,
): Job {
  const times = [...left].map(([moduleId, clips]) => {
    const seconds = secondsPerClip(moduleId);
    return seconds === null ? null : seconds * 1000 * clips;
  });
  const { id, title, state, total, saved, failed, bytes, startedAtMs } = job;
  const timeLeftMs = times.reduce<number | null>(
    (most, ms) => (most === null || ms === null ? null : Math.max(most, ms)),
    0,
  );
  return { id, title, state, total, saved, failed, bytes, startedAtMs, endedAtMs: null, timeLeftMs };
}
