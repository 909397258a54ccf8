// Watches jobs for whoever waits at a terminal: how far they are, what they wait for, and how it ends.
import type { Job, Problem } from '../../preload/contract.ts';
import { type Messages, waitingFor } from '../../renderer/messages/index.ts';
import type { Clock } from '../clock.ts';
import type { Core } from '../core.ts';
import { type ChosenFolder, isOpenJob } from '../saving/index.ts';
import { Hope } from './hope.ts';
import type { Output } from './output.ts';

export interface JobRoles {
  readonly core: Core;
  readonly clock: Clock;
  /** Where this run saves. */
  readonly folder: ChosenFolder;
  readonly output: Output;
}

export type Over =
  | { readonly kind: 'ended'; readonly jobs: readonly Job[] }
  | { readonly kind: 'interrupted' }
  /** Clips wait that only a person can help; the next run goes on with them. */
  | { readonly kind: 'hopeless'; readonly problem: Problem };

/** When no job is left that can go on. */
export function whenOver({ core, clock, folder, output }: JobRoles, signal: AbortSignal): Promise<Over> {
  const hope = new Hope(clock);
  let lastCause = '';
  /** What was said last that clips wait for, and how many were saved then: each try anew is no news to a person. */
  let said = { cause: '', saved: 0 };
  let waitingUntilMs: number | null = null;
  let saidRoom = false;
  return new Promise((resolve) => {
    const end = (over: Over) => {
      unsubscribe();
      signal.removeEventListener('abort', look);
      resolve(over);
    };
    const look = () => {
      if (signal.aborted) return end({ kind: 'interrupted' });
      const jobs = core.saving.jobs();
      const open = jobs.filter((job) => canGoOn(job, folder));
      if (open.length === 0) return end({ kind: 'ended', jobs: jobs.filter((job) => !isOpenJob(job)) });
      const sum = (of: (job: Job) => number) => open.reduce((total, job) => total + of(job), 0);
      const saved = sum((job) => job.saved);
      output.progress(
        saved,
        sum((job) => job.total),
        progressText(core, open, output.words.jobs),
      );
      const lacks = Math.max(0, ...open.map(({ lacksBytes }) => lacksBytes ?? 0));
      if (lacks > 0 && !saidRoom) sayRoom(lacks, output);
      saidRoom ||= lacks > 0;
      const [hours] = open.flatMap(({ hoursFromMs }) => hoursFromMs ?? []);
      if (hours !== undefined && hours !== waitingUntilMs) sayHours(hours, output);
      waitingUntilMs = hours ?? null;
      const cause = core.saving.folderProblem ?? waitingFor(core.state.store.getState());
      if (cause && cause.kind !== lastCause) {
        output.event({ event: 'waiting', ...cause });
        if (cause.kind !== said.cause || saved !== said.saved) output.say(output.words.problems.waiting(cause));
        said = { cause: cause.kind, saved };
      }
      lastCause = cause?.kind ?? '';
      const lostTo = hope.lostTo(core.session.status, cause, saved);
      if (lostTo) end({ kind: 'hopeless', problem: lostTo });
    };
    const unsubscribe = core.state.store.subscribe(look);
    signal.addEventListener('abort', look);
    look();
  });
}

/** One of another folder that is away, or one that the person paused, is not waited for. */
export const canGoOn = (job: Job, folder: ChosenFolder): boolean =>
  isOpenJob(job) && job.state !== 'paused' && (job.problem === null || job.folderPath === folder.path);

/** Sizes are estimates: what fits is saved all the same. */
function sayRoom(bytes: number, output: Output): void {
  output.say(output.words.commandLine.littleRoom(bytes));
  output.event({ event: 'little-room', lacksBytes: bytes });
}

function sayHours(fromMs: number, output: Output): void {
  output.say(output.words.commandLine.waitsUntil(fromMs));
  output.event({ event: 'waiting-for-hours', untilMs: fromMs });
}

function progressText(core: Core, open: readonly Job[], words: Messages['jobs']): string {
  const [job] = open;
  if (!job) return '';
  const rate = core.saving.lanes().find((lane) => lane.secondsPerClip !== null)?.secondsPerClip;
  return [
    job.state === 'finishing' ? words.finishing : words.saving(job.saved, job.total),
    ...(rate === null || rate === undefined ? [] : [words.rate(rate)]),
    ...(job.timeLeftMs === null ? [] : [words.timeLeft(job.timeLeftMs)]),
  ].join(' · ');
}
