// `cliptray save`: one job, watched until it is over.
import { ClipFlag, type ClipKey, type Job, type Problem } from '../../preload/contract.ts';
import { type Messages, waitingFor } from '../../renderer/messages/index.ts';
import type { Clock } from '../clock.ts';
import type { Core } from '../core.ts';
import type { LeftOut } from '../library/index.ts';
import { type ChosenFolder, isOpenJob } from '../saving/index.ts';
import type { Arguments } from './arguments.ts';
import { chooseClips } from './choose.ts';
import { type ExitCode, endWith, exitCodeOf, exitCodes } from './exit-code.ts';
import { Hope } from './hope.ts';
import { refuseCamera } from './list.ts';
import type { Output } from './output.ts';

/** What is on no drive any more, and was never played, can come from nowhere. */
export const isFetchable = (flags: number): boolean => (flags & (ClipFlag.onDrive | ClipFlag.cached)) !== 0;

export interface SaveRoles {
  readonly core: Core;
  readonly clock: Clock;
  readonly folder: ChosenFolder;
  readonly leftOutCameras: readonly string[];
  readonly output: Output;
}

export async function save(
  roles: SaveRoles,
  { choice, quietHours }: Pick<Arguments, 'choice' | 'quietHours'>,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { core, folder, leftOutCameras, output } = roles;
  const checked = await core.home.check('interactive');
  if (!checked.ok) {
    output.problem(checked.problem);
    // What an earlier run has begun waits for Blink here as it would in the middle of a run.
    if (!core.saving.jobs().some((job) => canGoOn(job, folder))) return exitCodeOf(checked.problem);
  }
  for (const module of core.home.systems().flatMap((system) => system.modules))
    if (module.problem) output.problem(module.problem);
  const chosen = chooseClips(core.library.clips(), choice, { mayMean: isFetchable, leftOut: leftOutCameras });
  if (chosen.kind === 'unknown-camera') return refuseCamera(choice, chosen.known, output);

  const stopReporting = await reportSaved(core, folder, chosen.keys, output);
  try {
    // What may wait for its hours is a long job.
    const isLong = quietHours !== null || (choice.camera === null && choice.sinceMs === null && choice.limit === null);
    await core.saving.resume(null); // who asks for clips now does not want them tomorrow
    const job = await core.saving.save(chosen.keys, { kind: isLong ? 'all' : 'selection' });
    if (!job.ok) return endWith(job.problem, output);
    output.event({ event: 'queued', clips: job.value.added, chosen: chosen.keys.length });
    // Jobs that an earlier run left are finished too, but for those that cannot go on.
    const over = await whenOver(roles, signal);
    if (over.kind === 'interrupted') return exitCodes.interrupted;
    if (over.kind === 'hopeless') return endWith(over.problem, output);
    const failed = core.saving.failed().filter((clip) => clip.nextTryAtMs === null);
    const saved = over.jobs.reduce((sum, ended) => sum + ended.saved, 0);
    const { commandLine: words } = output.words;
    const leftOut = { ...job.value.leftOut, ofCameras: chosen.leftOut };
    const nothing = leftOut.removed + leftOut.excluded + leftOut.ofCameras > 0 ? words.nothingNew : words.allSaved;
    output.say(saved === 0 && failed.length === 0 ? nothing : words.saved(saved, folder.path));
    sayLeftOut(leftOut, leftOutCameras, output);
    for (const clip of failed) {
      output.event({ event: 'failed', key: clip.key, ...clip.problem });
      output.problem(clip.problem);
    }
    output.event({ event: 'done', saved, failed: failed.length, leftOut });
    return failed.length > 0 ? exitCodes.failed : exitCodes.done;
  } finally {
    stopReporting();
  }
}

/** Each with what brings it all the same. */
function sayLeftOut(
  { removed, excluded, ofCameras }: LeftOut & { readonly ofCameras: number },
  cameras: readonly string[],
  output: Output,
): void {
  const words = output.words.commandLine;
  if (removed > 0) output.say(words.leftOutRemoved(removed));
  if (excluded > 0) output.say(words.leftOutExcluded(excluded));
  if (ofCameras > 0) output.say(words.leftOutCameras(ofCameras, cameras));
}

type Over =
  | { readonly kind: 'ended'; readonly jobs: readonly Job[] }
  | { readonly kind: 'interrupted' }
  /** Clips wait that only a person can help; the next run goes on with them. */
  | { readonly kind: 'hopeless'; readonly problem: Problem };

/** When no job is left that can go on. */
function whenOver({ core, clock, folder, output }: SaveRoles, signal: AbortSignal): Promise<Over> {
  const hope = new Hope(clock);
  let lastCause = '';
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
        output.say(output.words.problems.waiting(cause));
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
const canGoOn = (job: Job, folder: ChosenFolder): boolean =>
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

/** One event for each clip that comes to stand in the folder. */
async function reportSaved(
  core: Core,
  folder: ChosenFolder,
  keys: readonly ClipKey[],
  output: Output,
): Promise<() => void> {
  const there = new Set((await core.library.queue.copiesIn(folder.id)).map(({ key }) => key));
  const awaited = new Set(keys.filter((key) => !there.has(key)));
  return core.library.onPatch(({ rows }) => {
    for (const [row, key] of rows.key.entries()) {
      const clipKey = key as ClipKey; // stored as plain numbers
      if (((rows.flags[row] ?? 0) & ClipFlag.queued) !== 0 || !awaited.has(clipKey)) continue;
      void core.library.queue.copyOf(clipKey, folder.id).then((copy) => {
        const clip = core.library.row(clipKey);
        if (copy && copy.state !== 'sealed' && clip && awaited.delete(clipKey))
          output.event({
            event: 'saved',
            key: clipKey,
            camera: clip.cameraName,
            recordedAt: new Date(clip.recordedAtMs).toISOString(),
            file: copy.path,
            bytes: copy.bytes,
            sha256: copy.sha256,
          });
      });
    }
  });
}
