// Work in hand as the desktop shows it outside the window: progress on the taskbar or the dock, and no falling asleep.
import type { AppState } from '../../preload/contract.ts';
import { isOpenJob } from '../saving/index.ts';

export interface WorkShown {
  /** 0–1 of all open jobs; null: nothing is being saved. */
  readonly progress: number | null;
  readonly isPaused: boolean;
  /** Clips still to be saved, as the dock's badge counts them. */
  readonly left: number;
  /** The computer must not fall asleep by itself. */
  readonly staysAwake: boolean;
}

export function workShown({ jobs, pause, deletion }: Pick<AppState, 'jobs' | 'pause' | 'deletion'>): WorkShown {
  const open = jobs.filter(isOpenJob);
  const total = open.reduce((sum, job) => sum + job.total, 0);
  const over = open.reduce((sum, job) => sum + job.saved + job.failed, 0);
  const isSaving = open.some(
    ({ state, hoursFromMs, problem }) => state !== 'paused' && hoursFromMs === null && problem === null,
  );
  return {
    progress: total === 0 ? null : over / total,
    isPaused: open.length > 0 && (pause !== null || open.every(({ state }) => state === 'paused')),
    left: total - over,
    staysAwake: isSaving || deletion?.state === 'running',
  };
}
