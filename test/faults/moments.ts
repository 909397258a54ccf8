// When a program is killed: at moments that are drawn beforehand, spread over its work, so that every state is met.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../blink-cloud/random.ts';
import type { Life } from './life.ts';

export interface Moment {
  /** Counted from its start, or from when it has begun to do what it was started for. */
  readonly after: 'start' | 'begun';
  /** So much of the work is done. */
  readonly progress: number;
  readonly afterMs: number;
  /** Then as soon as a clip is in this state; null: at once. */
  readonly state: string | null;
}

/** How long a state is waited for; the kill comes then, whatever there is. */
const stateLimitMs = 8_000;

export interface Watched {
  progress(): number;
  state(): string;
}

/** `work`: how much there is to do in all; `states`: those that are aimed at. */
export function drawMoments(
  random: Random,
  kills: number,
  work: number,
  states: readonly string[],
  longestMs: number,
): readonly Moment[] {
  const first = Math.floor(random() * states.length);
  return Array.from({ length: kills }, (_, at): Moment => {
    const afterMs = Math.round(random() * longestMs);
    const progress = Math.floor(((at + random()) / kills) * work * 0.97);
    const draw = random();
    if (at === 0 || draw < 0.1) return { after: 'start', progress: 0, afterMs, state: null };
    const state = draw < 0.3 ? null : (states[(first + at) % states.length] ?? null);
    return { after: 'begun', progress, afterMs, state };
  });
}

/** Resolves at that moment, or when the life is over. */
export async function untilMoment(moment: Moment, life: Life, watched: Watched, signal: AbortSignal): Promise<void> {
  const over = AbortSignal.any([life.over, signal]);
  const wait = (ms: number) => sleep(ms, undefined, { signal: over }).catch(() => undefined);
  if (moment.after === 'begun') await life.begun;
  if (moment.progress > 0) while (!over.aborted && watched.progress() < moment.progress) await wait(20);
  await wait(moment.afterMs);
  if (moment.state === null) return;
  const lastMs = Date.now() + stateLimitMs;
  while (!over.aborted && Date.now() < lastMs && watched.state() !== moment.state) await wait(1);
}
