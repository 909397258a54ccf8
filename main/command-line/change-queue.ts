// `cliptray pause`, `resume`, `cancel`, `retry`, `move`, `dismiss`, `hours`: writes into index or settings what the next
// run of app or command line goes by. As owner of the profile only: whoever runs keeps the queue in memory.
import type { JobId } from '../../preload/contract.ts';
import type { Messages } from '../../renderer/messages/index.ts';
import { type Library, orProblem, type StoredQueue } from '../library/index.ts';
import { Failures, ruleAfterCancelling } from '../saving/index.ts';
import type { SettingsFile } from '../settings.ts';
import { type ExitCode, endWith, exitCodes } from './exit-code.ts';
import { isoTime } from './moments.ts';
import type { Output } from './output.ts';
import type { Place, QueueWish } from './queue-wish.ts';

export interface QueueToChange {
  readonly library: Library;
  readonly settings: SettingsFile;
  readonly nowMs: number;
}

/** Refuses a job that is not there, or that this cannot be done to, and then changes nothing. */
export async function changeQueue(parts: QueueToChange, wish: QueueWish, output: Output): Promise<ExitCode> {
  const words = output.words.commandLine;
  const queue = await parts.library.queue.load();
  const refused = refusal(queue, wish, words);
  if (refused !== null) {
    output.warn(refused);
    return exitCodes.usage;
  }
  const done = await orProblem(carryOut(parts, queue, wish));
  if (!done.ok) return endWith(done.problem, output);
  output.say(saying(wish, done.value, words));
  output.event({ event: 'queue-changed', ...eventOf(wish), clips: done.value });
  return exitCodes.done;
}

function refusal(queue: StoredQueue, wish: QueueWish, words: Messages['commandLine']): string | null {
  if (wish.kind === 'hours' || wish.job === null) return null;
  const open = queue.jobs.map(({ id }) => id);
  const ended = queue.ended.map(({ id }) => id);
  const may = wish.kind === 'dismiss' ? ended : wish.kind === 'retry' ? [...open, ...ended] : open;
  if (may.includes(wish.job)) return null;
  return wish.kind === 'dismiss' && open.includes(wish.job)
    ? words.stillOpen(wish.job)
    : words.unknownJob(wish.job, may);
}

/** How many clips it concerns; null: that says nothing here. */
async function carryOut(
  { library, settings, nowMs }: QueueToChange,
  queue: StoredQueue,
  wish: QueueWish,
): Promise<number | null> {
  const store = library.queue;
  switch (wish.kind) {
    case 'pause':
      await store.pause(wish.job, wish.pause);
      return null;
    case 'resume':
      await store.pause(wish.job, null);
      return null;
    case 'cancel': {
      const title = queue.jobs.find(({ id }) => id === wish.job)?.title;
      const autoSave = ruleAfterCancelling(settings.current().autoSave, title, nowMs);
      if (autoSave) await settings.change({ autoSave });
      await store.endJob(wish.job, 'cancelled', nowMs);
      return queue.items.filter(({ jobId }) => jobId === wish.job).length;
    }
    case 'retry': {
      const failures = new Failures();
      failures.restore(queue.failures);
      let clips = 0;
      for (const [jobId, keys] of failures.worthRetrying(wish.job))
        clips += (await store.reopenJob(jobId, keys)).added.length;
      return clips;
    }
    case 'move':
      await store.moveJob(wish.job, behind(queue, wish.job, wish.to));
      return null;
    case 'dismiss': {
      const jobs = queue.ended.filter(({ id }) => wish.job === null || id === wish.job);
      for (const { id } of jobs) await store.forgetFailures(id);
      return queue.failures.filter(({ jobId }) => jobs.some(({ id }) => id === jobId)).length;
    }
    case 'hours':
      await settings.change({ savingHours: wish.hours });
      return null;
  }
}

/** The job that comes right after it then; null: none. */
function behind({ jobs }: StoredQueue, job: JobId, to: Place): JobId | null {
  const at = jobs.findIndex(({ id }) => id === job);
  const others = jobs.filter(({ id }) => id !== job);
  const index = { first: 0, up: Math.max(0, at - 1), down: at + 1, last: others.length }[to];
  return others[index]?.id ?? null;
}

function saying(wish: QueueWish, clips: number | null, words: Messages['commandLine']): string {
  switch (wish.kind) {
    case 'pause':
      return words.paused(wish.job, wish.pause.untilMs);
    case 'resume':
      return words.resumed(wish.job);
    case 'cancel':
      return words.cancelled(wish.job, clips ?? 0);
    case 'retry':
      return words.retried(clips ?? 0);
    case 'move':
      return words.moved(wish.job);
    case 'dismiss':
      return words.dismissed(clips ?? 0);
    case 'hours':
      return words.hoursAre(wish.hours);
  }
}

function eventOf(wish: QueueWish) {
  if (wish.kind === 'pause') return { what: wish.kind, job: wish.job, until: isoTime(wish.pause.untilMs) };
  const { kind, ...rest } = wish;
  return { what: kind, ...rest };
}
