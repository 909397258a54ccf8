// What a person wants changed about the queue, read from the command line.
import type { DayHours, JobId, Pause } from '../../preload/contract.ts';
import type { Messages } from '../../renderer/messages/index.ts';
import { tomorrowMorning } from '../saving/index.ts';
import { hoursOf, momentOf, whileOf } from './moments.ts';

export const queueCommands = ['pause', 'resume', 'cancel', 'retry', 'move', 'dismiss', 'hours'] as const;
export type QueueCommand = (typeof queueCommands)[number];

export const places = ['first', 'up', 'down', 'last'] as const;
export type Place = (typeof places)[number];

/** `job` null: everything, or all jobs. */
export type QueueWish =
  | { readonly kind: 'pause'; readonly job: JobId | null; readonly pause: Pause }
  | { readonly kind: 'resume' | 'retry' | 'dismiss'; readonly job: JobId | null }
  | { readonly kind: 'cancel'; readonly job: JobId }
  | { readonly kind: 'move'; readonly job: JobId; readonly to: Place }
  /** Null: at any time. */
  | { readonly kind: 'hours'; readonly hours: DayHours | null };

export interface QueueOptions {
  readonly for?: string | undefined;
  readonly until?: string | undefined;
}

type Wrong = Messages['commandLine']['wrong'];

/** A text says what is wrong. */
export function readQueueWish(
  command: QueueCommand,
  [first, second, ...others]: readonly string[],
  options: QueueOptions,
  nowMs: number,
  wrong: Wrong,
): QueueWish | string {
  const surplus = command === 'move' ? others[0] : second;
  if (surplus !== undefined) return wrong.unexpected(surplus);
  if (command === 'hours') return readHours(first, wrong);
  const job = first === undefined ? null : Number(first);
  if (first !== undefined && !/^[1-9]\d*$/.test(first)) return wrong.job(first);
  const id = job as JobId | null; // whether there is such a job is for the queue to say
  switch (command) {
    case 'pause': {
      const pause = readPause(options, nowMs, wrong);
      return typeof pause === 'string' ? pause : { kind: 'pause', job: id, pause };
    }
    case 'resume':
    case 'retry':
    case 'dismiss':
      return { kind: command, job: id };
    case 'cancel':
      return id === null ? wrong.cancelWhat : { kind: 'cancel', job: id };
    case 'move': {
      const to = places.find((place) => place === second);
      return id === null || !to ? wrong.moveWhat : { kind: 'move', job: id, to };
    }
  }
}

function readHours(text: string | undefined, wrong: Wrong): QueueWish | string {
  if (text === undefined) return wrong.whichHours;
  if (text === 'any') return { kind: 'hours', hours: null };
  const hours = hoursOf(text);
  return hours === 'unreadable' ? wrong.hours(text) : { kind: 'hours', hours };
}

function readPause({ for: length, until }: QueueOptions, nowMs: number, wrong: Wrong): Pause | string {
  if (length !== undefined && until !== undefined) return wrong.forOrUntil;
  if (length !== undefined) {
    const ms = whileOf(length);
    return ms > 0 ? { untilMs: nowMs + ms } : wrong.for(length);
  }
  if (until === undefined) return { untilMs: null };
  const untilMs = until === 'tomorrow' ? tomorrowMorning(nowMs) : momentOf(until);
  return untilMs > nowMs ? { untilMs } : wrong.until(until);
}
