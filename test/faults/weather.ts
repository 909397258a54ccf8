// What happens to the cloud meanwhile: it is cut off, chokes, or its modules are lost for a while.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../blink-cloud/random.ts';
import { between, oneOf } from '../blink-cloud/random.ts';
import type { RunningCloud } from '../blink-cloud/running.ts';

export interface Spell {
  readonly kind: 'frozen' | 'away' | 'module away' | 'module busy' | 'copies expired';
  /** Unix ms. */
  readonly fromMs: number;
  readonly untilMs: number;
}

const kinds = ['frozen', 'frozen', 'away', 'away', 'module away', 'module busy', 'copies expired'] as const;
/** Between two of them, at speed 1. */
const pauseMs = { from: 60_000, to: 360_000 };

/** Goes on until the signal; `spells` grows. Durations are at speed 1. */
export async function weather(
  cloud: RunningCloud,
  { random, speed, modules }: { random: Random; speed: number; modules: readonly number[] },
  spells: Spell[],
  signal: AbortSignal,
): Promise<void> {
  const wait = (ms: number) => sleep(ms / speed, undefined, { signal }).catch(() => undefined);
  for (;;) {
    await wait(between(random, pauseMs.from, pauseMs.to));
    if (signal.aborted) return;
    const kind = oneOf(random, kinds);
    const ms = Math.round(between(random, 5_000, 60_000));
    const fromMs = Date.now();
    spells.push({ kind, fromMs, untilMs: fromMs + (kind === 'copies expired' ? 0 : ms / speed) });
    if (kind === 'frozen') {
      cloud.freeze();
      await wait(ms);
      cloud.thaw();
    } else {
      const module = oneOf(random, modules);
      await cloud.control(
        kind === 'away'
          ? { offline: { ms } }
          : kind === 'module away'
            ? { offline: { ms, module } }
            : kind === 'module busy'
              ? { busy: { ms, module } }
              : { expire: 'copies' },
      );
    }
  }
}
