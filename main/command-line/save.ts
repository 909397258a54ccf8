// `cliptray save`: one job, watched until it is over.
import { ClipFlag, type ClipKey, type FailedClip } from '../../preload/contract.ts';
import type { Core } from '../core.ts';
import type { LeftOut } from '../library/index.ts';
import type { ChosenFolder } from '../saving/index.ts';
import type { Arguments } from './arguments.ts';
import { chooseClips } from './choose.ts';
import { type ExitCode, endWith, exitCodeOf, exitCodes } from './exit-code.ts';
import { canGoOn, type JobRoles, whenOver } from './jobs-over.ts';
import { refuseCamera } from './list.ts';
import type { Output } from './output.ts';

/** What is on no drive any more, and was never played, can come from nowhere. */
export const isFetchable = (flags: number): boolean => (flags & (ClipFlag.onDrive | ClipFlag.cached)) !== 0;

export interface SaveRoles extends JobRoles {
  readonly leftOutCameras: readonly string[];
}

export async function save(
  roles: SaveRoles,
  args: Pick<Arguments, 'choice' | 'quietHours'>,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { core, folder, output } = roles;
  for (let known: Saved | null = null; ; ) {
    const looked = await core.home.check('interactive');
    if (!looked.ok) output.problem(looked.problem);
    // What an earlier run has begun waits for Blink here as it would in the middle of a run.
    if (!looked.ok && !core.saving.jobs().some((job) => canGoOn(job, folder))) {
      if (known) tell(known, roles);
      return exitCodeOf(looked.problem);
    }
    const saved = await saveListed(roles, args, signal);
    if (typeof saved === 'number') return saved;
    if (looked.ok) return tell(saved, roles);
    known = saved; // what is new was not listed: it is looked for now
  }
}

interface Saved {
  readonly clips: number;
  readonly failed: readonly FailedClip[];
  readonly leftOut: LeftOut & { readonly ofCameras: number };
}

/** Everything that is on the list as it is known. */
async function saveListed(
  roles: SaveRoles,
  { choice, quietHours }: Pick<Arguments, 'choice' | 'quietHours'>,
  signal: AbortSignal,
): Promise<Saved | ExitCode> {
  const { core, folder, leftOutCameras, output } = roles;
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
    return {
      clips: over.jobs.reduce((sum, ended) => sum + ended.saved, 0),
      failed: core.saving.failed().filter((clip) => clip.nextTryAtMs === null),
      leftOut: { ...job.value.leftOut, ofCameras: chosen.leftOut },
    };
  } finally {
    stopReporting();
  }
}

function tell({ clips, failed, leftOut }: Saved, { folder, leftOutCameras, output }: SaveRoles): ExitCode {
  const { commandLine: words } = output.words;
  const nothing = leftOut.removed + leftOut.excluded + leftOut.ofCameras > 0 ? words.nothingNew : words.allSaved;
  output.say(clips === 0 && failed.length === 0 ? nothing : words.saved(clips, folder.path));
  sayLeftOut(leftOut, leftOutCameras, output);
  for (const clip of failed) {
    output.event({ event: 'failed', key: clip.key, ...clip.problem });
    output.problem(clip.problem);
  }
  output.event({ event: 'done', saved: clips, failed: failed.length, leftOut });
  return failed.length > 0 ? exitCodes.failed : exitCodes.done;
}

/** Each with what brings it all the same. */
function sayLeftOut(
  { removed, excluded, ofCameras }: Saved['leftOut'],
  cameras: readonly string[],
  output: Output,
): void {
  const words = output.words.commandLine;
  if (removed > 0) output.say(words.leftOutRemoved(removed));
  if (excluded > 0) output.say(words.leftOutExcluded(excluded));
  if (ofCameras > 0) output.say(words.leftOutCameras(ofCameras, cameras));
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
