// `cliptray queue`: the jobs as the index knows them, without keychain or network, beside a running app too.
import type { ClipKey, DayHours } from '../../preload/contract.ts';
import { countKinds } from '../../renderer/messages/count-kinds.ts';
import type { Library, StoredFailure, StoredItem, StoredJob, StoredQueue } from '../library/index.ts';
import { hasHours, isInForce, recentSecondsPerClip } from '../saving/index.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { isoTime } from './moments.ts';
import type { Output } from './output.ts';

export interface QueueToShow {
  readonly library: Library;
  /** Null: at any time. */
  readonly savingHours: DayHours | null;
  readonly nowMs: number;
}

/** Clips of one job that are told one by one; programs are told all. */
const mostTold = 10;

export async function showQueue(parts: QueueToShow, output: Output): Promise<ExitCode> {
  const { library, savingHours, nowMs } = parts;
  const { commandLine: words, queue: queueWords } = output.words;
  const queue = await library.queue.load();
  const pause = inForce(queue, nowMs);
  const secondsPerClip = await rateOf(library, queue, nowMs);
  if (queue.jobs.length === 0) output.say(`${queueWords.empty}.`);
  if (pause) output.say(words.paused(null, pause.untilMs));
  if (savingHours) output.say(words.hoursAre(savingHours));
  output.event({
    event: 'queue',
    open: queue.jobs.length,
    paused: pause !== null,
    until: isoTime(pause?.untilMs ?? null),
    hours: savingHours,
  });
  let clipsBefore = 0;
  for (const job of queue.jobs) {
    const waiting = queue.items.filter(({ jobId }) => jobId === job.id).length;
    clipsBefore += waiting;
    const rate = waiting === 0 ? null : secondsPerClip;
    const timeLeftMs = rate === null ? null : clipsBefore * rate * 1000;
    tellJob(parts, queue, job, { state: 'open', secondsPerClip: rate, timeLeftMs }, output);
  }
  for (const job of queue.ended)
    tellJob(parts, queue, job, { state: 'ended', secondsPerClip: null, timeLeftMs: null }, output);
  return exitCodes.done;
}

const inForce = ({ pause }: Pick<StoredJob, 'pause'>, nowMs: number) =>
  pause && isInForce(pause, nowMs) ? pause : null;

async function rateOf(library: Library, { jobs }: StoredQueue, nowMs: number): Promise<number | null> {
  const folders = [...new Set(jobs.map(({ folderId }) => folderId))];
  const copies = await Promise.all(folders.map((folderId) => library.queue.copiesIn(folderId)));
  return recentSecondsPerClip(
    copies.flat().map(({ savedAtMs }) => savedAtMs),
    nowMs,
  );
}

interface JobFacts {
  readonly state: 'open' | 'ended';
  readonly secondsPerClip: number | null;
  /** Until it is done, those before it included; ms. */
  readonly timeLeftMs: number | null;
}

function tellJob(parts: QueueToShow, queue: StoredQueue, job: StoredJob, facts: JobFacts, output: Output): void {
  const { library, savingHours, nowMs } = parts;
  const { jobs: words, queue: queueWords, commandLine } = output.words;
  const items = queue.items.filter(({ jobId }) => jobId === job.id);
  const failures = queue.failures.filter(({ jobId }) => jobId === job.id);
  const leftBytes = items.reduce((sum, { key }) => sum + (library.row(key)?.sizeKiB ?? 0) * 1024, 0);
  const pause = inForce(job, nowMs);
  const folder = queue.folders.find(({ id }) => id === job.folderId)?.path ?? null;
  const saved = queueWords.savedOf(job.saved, job.total);
  const line = [
    `${saved.strong}${saved.rest}`,
    leftBytes > 0 && commandLine.toCome(leftBytes),
    facts.secondsPerClip !== null && words.rate(facts.secondsPerClip),
    facts.timeLeftMs !== null && words.timeLeft(facts.timeLeftMs),
    pause && queueWords.paused(pause.untilMs, nowMs),
    savingHours && facts.state === 'open' && hasHours(job) && commandLine.inHours,
    job.failed > 0 && queueWords.couldNot(job.failed),
  ];
  output.say(`${String(job.id).padStart(3)}  ${words.title(job.title)}: ${line.filter(Boolean).join(' · ')}`);
  if (folder !== null) output.say(`     ${queueWords.to(folder)}`);
  output.event({
    event: 'job',
    job: job.id,
    name: words.title(job.title),
    title: job.title,
    total: job.total,
    saved: job.saved,
    failed: job.failed,
    waiting: items.length,
    bytes: job.bytes,
    leftBytes,
    ...facts,
    paused: pause !== null,
    until: isoTime(pause?.untilMs ?? null),
    folder,
    failures: Object.fromEntries(countKinds(failures)),
  });
  tellFailures(parts.library, job, items, failures, output);
}

/** Clips that failed so far and are tried again, then those that were given up. */
function tellFailures(
  library: Library,
  { id }: StoredJob,
  items: readonly StoredItem[],
  failures: readonly StoredFailure[],
  output: Output,
): void {
  const { queue: words, commandLine } = output.words;
  const say = (key: ClipKey, why: string) => {
    const { camera, recordedAt } = clipFacts(library, key);
    output.say(`     ${recordedAt}  ${camera}: ${why}`);
  };
  const tried = items.filter(({ attempts }) => attempts > 0);
  for (const { key, attempts } of tried.slice(0, mostTold)) say(key, commandLine.failedSoFar(attempts));
  if (tried.length > mostTold) output.say(`     ${words.andMore(tried.length - mostTold)}`);
  for (const { key, problem, attempts } of failures.slice(0, mostTold)) say(key, words.reason(problem, attempts));
  for (const [kind, clips] of countKinds(failures.slice(mostTold)))
    output.say(`     ${words.reasonCount(kind, clips)}`);

  for (const { key, attempts } of tried)
    output.event({ event: 'clip', job: id, ...clipFacts(library, key), reason: null, attempts, triedAgain: true });
  for (const { key, problem, attempts } of failures) {
    const reason = problem.kind;
    output.event({ event: 'clip', job: id, ...clipFacts(library, key), reason, attempts, triedAgain: false });
  }
}

function clipFacts(library: Library, key: ClipKey) {
  const row = library.row(key);
  return { key, camera: row?.cameraName ?? null, recordedAt: isoTime(row?.recordedAtMs ?? null) };
}
