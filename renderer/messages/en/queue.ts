// The words of the queue: jobs that wait, run, hold or have ended, and why a clip could not be saved.
import type { PauseLength, Problem, ProblemKind } from '../../../preload/contract.ts';
import { clips } from './counted.ts';
import { formats } from './formats.ts';

const { bytesBeside, count, momentAhead, plural } = formats;

const lengths: Readonly<Record<PauseLength, string>> = {
  hour: 'For 1 hour',
  tomorrow: 'Until tomorrow, 06:00',
  'until-resumed': 'Until I resume',
};

const reasons: Readonly<Partial<Record<ProblemKind, string>>> = {
  'clip-gone': 'No longer on the drive',
  'clip-not-video': 'Not a video',
  'clip-damaged': 'Arrived damaged',
  'clip-too-large': 'Too large',
  'clip-doubtful': 'May be another clip',
  'module-offline': 'The module stopped half-way',
  'no-module': 'Its module left the account',
  'name-too-long': 'Its name is too long for the folder',
};

export const queue = {
  name: 'Queue',
  spoken: (part: number | null) => (part === null ? 'Queue' : `Queue, ${formats.percent(part)}`),
  empty: 'Nothing is being saved',
  emptyText: 'Jobs that save clips stand here, with what is left of them and what went wrong.',
  pauseAll: 'Pause everything',
  resumeAll: 'Resume everything',
  pause: 'Pause',
  resume: 'Resume',
  pauseFor: (length: PauseLength) => lengths[length],
  paused: (untilMs: number | null, nowMs: number) =>
    untilMs === null ? 'Paused' : `Paused until ${momentAhead(untilMs, nowMs)}`,
  waits: 'Waits',
  waitsUntil: (unixMs: number, nowMs: number) => `Waits until ${momentAhead(unixMs, nowMs)}`,
  lane: (isSaving: boolean, pace: string) => (isSaving ? `Saving, at your ${pace.toLowerCase()} pace` : 'Idle'),
  listing: 'Reading the list of clips',
  deleting: 'Deleting clips from the drive',
  aClipTakes: 'A clip takes',
  clipsAMinute: 'Clips a minute',
  perMinute: (secondsPerClip: number) => formats.tenths(60 / secondsPerClip),
  more: 'More',
  moveFirst: 'Save this first',
  moveUp: 'Move up',
  moveDown: 'Move down',
  cancel: 'Cancel this job',
  dismiss: 'Remove from the list',
  undo: 'Undo',
  started: (unixMs: number, nowMs: number) => `Started ${momentAhead(unixMs, nowMs)}`,
  ended: (unixMs: number, nowMs: number) => `ended ${momentAhead(unixMs, nowMs)}`,
  to: (folder: string) => `to ${folder}`,
  savedOf: (saved: number, total: number) => ({ strong: count(saved), rest: ` of ${count(total)} saved` }),
  bytesOf: (saved: number, total: number) => ({
    strong: bytesBeside(saved, total),
    rest: ` of ${formats.bytes(total)}`,
  }),
  toTryAgain: (failed: number) => ({ strong: count(failed), rest: ' to try again' }),
  timeLeft: (ms: number) => `About ${formats.duration(ms)} left`,
  doneAround: (unixMs: number, nowMs: number) => `done around ${momentAhead(unixMs, nowMs)}`,
  onceItGoesOn: (ms: number) => `about ${formats.duration(ms)} once it goes on`,
  couldNot: (failed: number) => plural(failed, { one: '# could not be saved', other: '# could not be saved' }),
  cancelled: 'Cancelled',
  tryAgain: (failed: number) => `Try ${count(failed)} again`,
  showFolder: 'Show in folder',
  summary: (saved: number, bytes: number) => `${clips(saved)} · ${formats.bytes(bytes)}`,
  earlier: 'From earlier',
  arrived: (part: number, bytes: number) => `${bytesBeside(part * bytes, bytes)} of ${formats.bytes(bytes)}`,
  arriving: 'Arriving',
  sending: 'The module is sending it',
  next: 'Next',
  reason: ({ kind }: Problem, attempts: number) => {
    const reason = reasons[kind] ?? 'Failed';
    return attempts > 1 && kind !== 'clip-gone' ? `${reason}, ${count(attempts)} times` : reason;
  },
  /** 12 arrived damaged */
  reasonCount: (kind: ProblemKind, clips: number) => `${count(clips)}: ${reasons[kind] ?? 'Failed'}`,
  nextTry: (unixMs: number, nowMs: number) =>
    unixMs <= nowMs ? 'tried again soon' : `tried again in ${formats.duration(unixMs - nowMs)}`,
  andMore: (clips: number) => plural(clips, { one: 'and # more', other: 'and # more' }),
};
