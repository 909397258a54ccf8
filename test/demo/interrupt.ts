// Whatever ends the demo, an error, Ctrl+C or SIGTERM, first ends what the demo has started.
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM'] as const;

/** Runs `work` and ends what it gave to `toEnd`, last things first; answers its exit code, or a shell's for a signal. */
export async function untilStopped(work: (toEnd: AsyncDisposableStack) => Promise<number>): Promise<number> {
  await using toEnd = new AsyncDisposableStack();
  const stopped = new Promise<number>((resolve) => {
    for (const signal of signals) process.on(signal, () => resolve(128 + constants.signals[signal]));
  });
  return await Promise.race([work(toEnd), stopped]);
}

/** Playwright's own answer to Ctrl+C ends the process before anything is cleaned up: called after each launch. */
export function answerInterruptsAlone(): void {
  const [own, ...others] = process.listeners('SIGINT');
  if (own) for (const listener of others) process.off('SIGINT', listener);
}
