// One stage of a run: a program that is started again and again, and killed at its moments, until its work is done.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Life } from './life.ts';
import { type Moment, untilMoment, type Watched } from './moments.ts';

export interface Stage extends Watched {
  readonly name: string;
  /** Begins the next life, as a person or the system would. */
  start(): Life;
  readonly moments: readonly Moment[];
  /** Asked after a life that ended by itself, and after the last kill. */
  isDone(): boolean;
  /** The index is looked into anew. */
  forget(): void;
  readonly say: (line: string) => void;
}

export interface Kill {
  readonly stage: string;
  /** Unix ms. */
  readonly atMs: number;
  readonly state: string;
}

export interface Lived {
  readonly kills: readonly Kill[];
  readonly lives: number;
  /** Null: its work is done. */
  readonly failure: string | null;
}

/** Nothing was saved for so long: it will never end. */
const stuckMs = 150_000;
/** So many lives may end by themselves, one after the other, and have brought nothing. */
const idleLives = 30;
/** Between two of them, and twice or three times as long. */
const patienceMs = 1000;

/** `onKill` is awaited before the next life begins; once `stopped` is aborted none begins, and the last one is over. */
export async function liveThrough(
  stage: Stage,
  onKill: (kill: Kill) => Promise<void>,
  stopped: AbortSignal,
): Promise<Lived> {
  const kills: Kill[] = [];
  const moments = [...stage.moments];
  let idle = 0;
  for (let lives = 1; ; lives++) {
    const before = stage.progress();
    stage.forget(); // nobody reads the index while it is opened
    const life = stage.start();
    const ending = new AbortController();
    try {
      const [moment] = moments;
      const struck = await Promise.race([
        ...(moment ? [untilMoment(moment, life, stage, ending.signal).then(() => 'now' as const)] : []),
        life.done.then(() => 'done' as const),
        whenStuck(stage, before, ending.signal),
        whenAborted(stopped).then(() => 'stopped' as const),
      ]);
      if (stopped.aborted) return { kills, lives, failure: `${stage.name} was stopped` };
      if (struck === 'stuck') {
        const where = `${stage.name} is stuck at ${stage.progress()}, ${stage.state()}: ${life.lastWords()}`;
        return { kills, lives, failure: where };
      }
      if (struck === 'now' && !life.over.aborted) {
        await life.kill();
        stage.forget();
        const kill = { stage: stage.name, atMs: Date.now(), state: stage.state() };
        moments.shift();
        kills.push(kill);
        stage.say(`${stage.name}: killed at ${stage.progress()}, ${kill.state}`);
        await onKill(kill);
        if (moments.length > 0 || !stage.isDone()) continue;
        stage.forget();
        return { kills, lives, failure: null };
      }
      const code = await life.end();
      stage.forget();
      if (stage.isDone()) return { kills, lives, failure: null };
      stage.say(`${stage.name}: ended by itself with ${code} at ${stage.progress()}: ${life.lastWords()}`);
      idle = stage.progress() > before ? 0 : idle + 1;
      if (idle >= idleLives) return { kills, lives, failure: `${stage.name} gives up: ${life.lastWords()}` };
      await sleep(Math.min(idle, 3) * patienceMs); // as a person would, who is told that it did not work
    } finally {
      ending.abort();
      if (!life.over.aborted) await life.kill();
      stage.forget();
    }
  }
}

const whenAborted = (signal: AbortSignal): Promise<unknown> =>
  signal.aborted ? Promise.resolve() : once(signal, 'abort');

async function whenStuck(stage: Stage, before: number, signal: AbortSignal): Promise<'stuck'> {
  for (let last = before; ; ) {
    await sleep(stuckMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return new Promise<never>(() => {});
    const progress = stage.progress();
    if (progress === last) return 'stuck';
    last = progress;
  }
}
