// What the job bar shows: the job in hand, or the last one that ended and was not taken off the screen.
import type { AppState, Job, LaneState, Problem } from '../../preload/contract.ts';
import { waitingFor } from '../messages/index.ts';

export interface JobModel {
  readonly job: Job;
  readonly kind: 'running' | 'paused' | 'finishing' | 'done' | 'partly-done' | 'nothing' | 'cancelled';
  /** Saved clips, and those on their way by the part that has arrived, of the total; 0–1. */
  readonly savedPart: number;
  readonly arrivingPart: number;
  readonly failedPart: number;
  /** The module that works for it; null while none does. */
  readonly moduleName: string | null;
  readonly secondsPerClip: number | null;
  /** Why no module gets on with it; null: one does, or it waits for something else. */
  readonly waitsFor: Problem | null;
  /** Other jobs that have not ended. */
  readonly waitingJobs: number;
}

/** Not over; one that is paused goes on one day. */
export const isOpen = (job: Job) => job.state !== 'done' && job.state !== 'cancelled';

export function jobModel(state: Pick<AppState, 'jobs' | 'lanes' | 'systems'>): JobModel | null {
  const open = state.jobs.filter(isOpen);
  const ended = state.jobs
    .filter((job) => !isOpen(job) && !isSilent(job))
    .sort((a, b) => (b.endedAtMs ?? 0) - (a.endedAtMs ?? 0));
  const atWork = open.find(({ inHand }) => inHand.length > 0);
  const begun = open.find((one) => one.state !== 'paused' && one.saved > 0);
  const job = atWork ?? begun ?? open[0] ?? ended[0];
  if (!job) return null;
  const lane = isOpen(job) && job.state !== 'paused' ? busiest(state.lanes) : null;
  const arriving = lane?.arriving.reduce((sum, { part }) => sum + (part ?? 0), 0) ?? 0;
  const share = (clips: number) => (job.total > 0 ? Math.min(1, clips / job.total) : 0);
  return {
    job,
    kind: kindOf(job),
    savedPart: share(job.saved),
    arrivingPart: Math.min(share(arriving), 1 - share(job.saved)),
    failedPart: share(job.failed),
    moduleName: lane && moduleName(state, lane),
    secondsPerClip: lane?.secondsPerClip ?? null,
    waitsFor: waitingFor(state),
    waitingJobs: Math.max(0, open.length - 1),
  };
}

/** New clips were saved by themselves, as always: the queue shows it, and nobody is told each time. */
const isSilent = ({ title, state, failed }: Job) => title.kind === 'new' && state === 'done' && failed === 0;

function kindOf(job: Job): JobModel['kind'] {
  if (job.state !== 'done') return job.state;
  if (job.failed > 0) return 'partly-done';
  return job.saved > 0 ? 'done' : 'nothing';
}

const busiest = (lanes: readonly LaneState[]): LaneState | null =>
  lanes.reduce<LaneState | null>((most, lane) => (most && busyness(most) >= busyness(lane) ? most : lane), null);

const busyness = (lane: LaneState) =>
  lane.waiting + lane.arriving.length + (lane.activity.kind === 'uploading' ? 1 : 0);

function moduleName({ systems }: Pick<AppState, 'systems'>, lane: LaneState): string | null {
  for (const system of systems)
    for (const module of system.modules) if (module.id === lane.moduleId) return module.name;
  return null;
}
