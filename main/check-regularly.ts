// Looks for new clips every ten minutes, and soon after it was asked to: the window opened, the computer woke up.
import type { Result } from '../preload/contract.ts';
import type { Clock } from './clock.ts';
import { Patience } from './patience.ts';

export interface RegularCheckParts {
  readonly clock: Clock;
  readonly random: () => number;
  /** Reads the lists of all modules; null: nobody is signed in. */
  readonly check: () => Promise<Result<unknown>> | null;
  readonly signal: AbortSignal;
}

export interface RegularCheck {
  /** Looks now, unless it did less than half a minute ago. */
  soon(): void;
  /** Resolves when `signal` has aborted and no check is under way. */
  readonly ended: Promise<void>;
}

const everyMs = 600_000;
/** After one that failed, and the least between two: the network may come back a while after the computer. */
const againMs = 30_000;

export function checkRegularly({ clock, random, check, signal }: RegularCheckParts): RegularCheck {
  const trouble = new Patience(clock, random, againMs, everyMs);
  let checkedAtMs = clock.now();
  let waiting = new AbortController();
  signal.addEventListener('abort', () => waiting.abort(), { once: true });

  async function run(): Promise<void> {
    let nextAtMs = checkedAtMs + clock.span(everyMs);
    while (!signal.aborted) {
      await clock.sleep(Math.max(0, nextAtMs - clock.now()), waiting.signal).catch(() => undefined);
      if (signal.aborted) return;
      waiting = new AbortController();
      checkedAtMs = clock.now();
      const checked = await check();
      if (checked?.ok !== false) trouble.over();
      nextAtMs = checked?.ok === false ? trouble.next(checked.problem) : clock.now() + clock.span(everyMs);
    }
  }

  return {
    soon() {
      if (clock.now() - checkedAtMs >= clock.span(againMs)) waiting.abort();
    },
    ended: run(),
  };
}
