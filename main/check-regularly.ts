// Looks for new clips every ten minutes, and soon after it was asked to: the window opened, the computer woke up.
import type { Result } from '../preload/contract.ts';
import type { Clock } from './clock.ts';

export interface RegularCheckParts {
  readonly clock: Clock;
  /** Reads the lists of all modules; null: nobody is signed in, or another process does it. */
  readonly check: () => Promise<Result<unknown>> | null;
  readonly signal: AbortSignal;
}

const everyMs = 10 * 60_000;
/** After one that failed, and the least between two: the network may come back a while after the computer. */
const againMs = 60_000;

/** Checks until `signal` aborts. The answer asks for one now, unless the last one was less than a minute ago. */
export function checkRegularly({ clock, check, signal }: RegularCheckParts): () => void {
  let checkedAtMs = clock.now();
  let waiting = new AbortController();

  async function run(): Promise<void> {
    let waitMs = everyMs;
    while (!signal.aborted) {
      waiting = new AbortController();
      await clock.sleep(clock.span(waitMs), waiting.signal).catch(() => undefined);
      if (signal.aborted) return;
      checkedAtMs = clock.now();
      const checked = await check();
      waitMs = checked && !checked.ok ? againMs : everyMs;
    }
  }
  signal.addEventListener('abort', () => waiting.abort(), { once: true });
  void run();
  return () => {
    if (clock.now() - checkedAtMs >= clock.span(againMs)) waiting.abort();
  };
}
