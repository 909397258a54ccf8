// Waits for one upload: looks for the clip when it is probably there, and polls its command only where that tells more.
import type { Pace, Problem } from '../../../preload/contract.ts';
import type { BlinkCloud, ClipAnswer, ModuleAddress, Pair, Urgency } from '../../blink/index.ts';
import type { Clock } from '../../clock.ts';
import { problem } from '../../problem.ts';
import { stopwatch } from '../../stopwatch.ts';
import { paces, type UploadTimes } from './upload-times.ts';

export type FoundClip = Extract<ClipAnswer, { kind: 'clip' }>;

/** How the wait ended. */
export type Awaited =
  | { readonly kind: 'found'; readonly clip: FoundClip }
  | { readonly kind: 'failed'; readonly problem: Problem }
  /** Not found although its command is complete: asking early makes this module's refusals stick (§4.4). */
  | { readonly kind: 'stuck'; readonly problem: Problem }
  | { readonly kind: 'too-large' };

export interface Upload {
  readonly module: ModuleAddress;
  readonly pair: Pair;
  readonly urgency: Urgency;
  /** Null: the answer to the request was lost, and it may never have started. */
  readonly commandId: number | null;
  /** Unix ms. */
  readonly askedAtMs: number;
}

export interface AwaitParts {
  readonly cloud: BlinkCloud;
  readonly clock: Clock;
  readonly pace: () => Pace;
  readonly times: UploadTimes;
  /** This module's refusals stick: it is asked for a clip only when its command is complete. */
  readonly pollsFirst: boolean;
  /** Waits a problem out; false: there is no use in it. */
  readonly outlast: (cause: Problem) => Promise<boolean>;
  /** Ends the wait. */
  readonly signal: AbortSignal;
  /** Ends the clip's body too, which outlives the wait. */
  readonly cut: AbortSignal;
}

/** From the request until the module counts as not answering (§4.3). */
const limitMs = 120_000;
/** The same where the answer was lost. */
const lostLimitMs = 20_000;
/** A "not found" that outlives its command by this is an error (§4.4). */
const stuckAfterMs = 5000;
/** Every so many looks the command is polled instead: only it can say that the upload failed. */
const pollEvery = 3;
const badBodiesBelieved = 3;

export async function awaitUpload(upload: Upload, parts: AwaitParts): Promise<Awaited> {
  const { module, pair, urgency, commandId, askedAtMs } = upload;
  const { cloud, clock, times, pollsFirst, outlast, signal, cut } = parts;
  const pace = parts.pace();
  const { stepMs } = paces[pace];
  const passedMs = stopwatch(clock, askedAtMs);
  const sinceMs = () => passedMs() / clock.span(1);
  let lookMs = times.firstLookMs(pace);
  let notYetMs = 0;
  let doneMs: number | null = null;
  let badBodies = 0;

  for (let look = 0; sinceMs() < (commandId === null ? lostLimitMs : limitMs); look++) {
    await clock.sleep(Math.max(0, clock.span(lookMs - sinceMs())), signal).catch(() => undefined);
    if (signal.aborted) break;
    lookMs = sinceMs() + stepMs;
    if (commandId !== null && doneMs === null && (pollsFirst || look % pollEvery === pollEvery - 1)) {
      const state = await cloud.commandState(module, commandId, urgency, signal);
      if (state.kind === 'failed') return moduleFailed(state.details);
      if (state.kind === 'unknown' && !(await outlast(state.problem))) break;
      if (state.kind === 'running') notYetMs = sinceMs();
      if (state.kind !== 'done') continue;
      doneMs = sinceMs();
    }
    const clip = await cloud.fetchClip(module, pair, urgency, cut);
    switch (clip.kind) {
      case 'clip':
        times.found(notYetMs, doneMs ?? sinceMs(), pace);
        return { kind: 'found', clip };
      case 'too-large':
        return clip;
      case 'problem':
        if (!(await outlast(clip.problem))) return { kind: 'failed', problem: clip.problem };
        break;
      case 'not-video':
        badBodies += 1;
        if (badBodies === badBodiesBelieved) {
          return { kind: 'failed', problem: problem('clip-not-video', { details: clip.details }) };
        }
        break;
      case 'not-there':
        if (doneMs === null) notYetMs = sinceMs();
        else if (sinceMs() - doneMs > stuckAfterMs) {
          return { ...moduleFailed('not found although its command is complete'), kind: 'stuck' };
        }
    }
  }
  if (commandId !== null && !signal.aborted) await cloud.endCommand(module, commandId, urgency);
  return { kind: 'failed', problem: problem('module-offline', { details: 'no clip within the time for an upload' }) };
}

const moduleFailed = (details: string): Extract<Awaited, { kind: 'failed' }> => ({
  kind: 'failed',
  problem: problem('clip-damaged', { details }),
});
