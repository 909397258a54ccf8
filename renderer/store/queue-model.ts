// What the queue shows: modules at work, jobs in their order with the clips that matter now, and those that ended.
import type { AppState, ClipKey, FailedClip, Job, LaneState, ProblemKind } from '../../preload/contract.ts';
import { countKinds } from '../messages/count-kinds.ts';
import { isOpen } from './job-model.ts';

/** Where a clip of a job stands. */
export type ClipStep =
  /** `part`: 0–1; null: its length is not known. */
  | { readonly kind: 'arriving'; readonly part: number | null }
  | { readonly kind: 'sending' }
  | { readonly kind: 'next' }
  | { readonly kind: 'failed'; readonly failure: FailedClip };

export interface ClipLine {
  readonly key: ClipKey;
  readonly step: ClipStep;
}

export interface QueueJob {
  readonly job: Job;
  readonly savedPart: number;
  readonly arrivingPart: number;
  readonly failedPart: number;
  /** Saved bytes, and those that the drive's list still announces. */
  readonly totalBytes: number;
  readonly clips: readonly ClipLine[];
  /** Failed clips that there is no room for, by why. */
  readonly moreFailed: ReadonlyMap<ProblemKind, number>;
  /** Clips that are still tried, and those given up that may come when asked for again. */
  readonly beingRetried: number;
  readonly worthRetrying: number;
  /** The open jobs beside it, to change places with; null: there is none. */
  readonly above: Job | null;
  readonly below: Job | null;
}

export interface QueueLane {
  readonly moduleName: string;
  readonly lane: LaneState;
}

export interface QueueModel {
  /** Those that work or were measured. */
  readonly lanes: readonly QueueLane[];
  readonly open: readonly QueueJob[];
  /** Those with something left to say, then those that are simply done. */
  readonly troubled: readonly QueueJob[];
  readonly done: readonly Job[];
  /** Given up in earlier runs, whose jobs are not shown any more. */
  readonly orphans: readonly FailedClip[];
}

const mostFailed = 4;

export function queueModel({
  jobs,
  lanes,
  failed,
  systems,
}: Pick<AppState, 'jobs' | 'lanes' | 'failed' | 'systems'>): QueueModel {
  const parts = new Map(lanes.flatMap(({ arriving }) => arriving.map(({ key, part }) => [key, part] as const)));
  const open = jobs.filter(isOpen);
  const ended = jobs.filter((job) => !isOpen(job));
  const shown = (job: Job): QueueJob => queueJob(job, failed, parts, open);
  const isTroubled = ({ state, failed: gone }: Job) => state === 'cancelled' || gone > 0;
  const known = new Set(jobs.map(({ id }) => id));
  return {
    lanes: lanes.flatMap((lane) => {
      const module = systems.flatMap(({ modules }) => modules).find(({ id }) => id === lane.moduleId);
      const isOfUse = lane.waiting > 0 || lane.activity.kind !== 'idle';
      return module && isOfUse ? [{ moduleName: module.name, lane }] : [];
    }),
    open: open.map(shown),
    troubled: ended.filter(isTroubled).map(shown),
    done: ended.filter((job) => !isTroubled(job)),
    orphans: failed.filter(({ jobId }) => !known.has(jobId)),
  };
}

/** 0–1 of all open jobs; null: nothing is being saved. */
export function queuePart({ jobs }: Pick<AppState, 'jobs'>): number | null {
  const open = jobs.filter(isOpen);
  const total = open.reduce((sum, job) => sum + job.total, 0);
  return total === 0 ? null : open.reduce((sum, job) => sum + job.saved, 0) / total;
}

function queueJob(
  job: Job,
  failed: readonly FailedClip[],
  parts: ReadonlyMap<ClipKey, number | null>,
  open: readonly Job[],
): QueueJob {
  const place = open.indexOf(job);
  const share = (clips: number) => (job.total > 0 ? Math.min(1, clips / job.total) : 0);
  const mine = failed.filter(({ jobId }) => jobId === job.id);
  const arriving = job.inHand.reduce((sum, key) => sum + (parts.get(key) ?? 0), 0);
  return {
    job,
    savedPart: share(job.saved),
    arrivingPart: Math.min(share(arriving), 1 - share(job.saved)),
    failedPart: share(job.failed),
    totalBytes: job.bytes + job.leftBytes,
    clips: clipLines(job, mine, parts),
    moreFailed: countKinds(mine.slice(mostFailed)),
    beingRetried: mine.filter(({ nextTryAtMs }) => nextTryAtMs !== null).length,
    worthRetrying: mine.filter(({ nextTryAtMs, canRetry }) => nextTryAtMs === null && canRetry).length,
    above: place > 0 ? (open[place - 1] ?? null) : null,
    below: place >= 0 ? (open[place + 1] ?? null) : null,
  };
}

function clipLines(
  job: Job,
  failed: readonly FailedClip[],
  parts: ReadonlyMap<ClipKey, number | null>,
): readonly ClipLine[] {
  const isAtWork = job.inHand.length > 0 && job.state === 'running';
  const failures = failed.slice(0, mostFailed);
  const isFailing = new Set(failures.map(({ key }) => key));
  const [next] = job.next.filter((key) => !isFailing.has(key));
  return [
    ...job.inHand.map((key): ClipLine => {
      const part = parts.get(key);
      return { key, step: part === undefined ? { kind: 'sending' } : { kind: 'arriving', part } };
    }),
    ...(isAtWork && next !== undefined ? [{ key: next, step: { kind: 'next' } } as const] : []),
    ...failures.map((failure): ClipLine => ({ key: failure.key, step: { kind: 'failed', failure } })),
  ];
}
