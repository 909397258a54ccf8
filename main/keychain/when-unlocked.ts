// Notices that a locked keyring was unlocked, without showing the person a prompt: nobody announces it to keytar.
import type { Clock } from '../clock.ts';
import { keyringLocked } from './keyring-locked.ts';

const lookEveryMs = 10_000;

/**
 * Resolves when the Linux keyring is no longer locked, or when `signal` ends the wait. On other systems only reading a
 * secret would tell, which may prompt: there it waits for `signal`.
 */
export async function whenUnlocked(clock: Clock, signal: AbortSignal): Promise<void> {
  const mayLook = process.platform === 'linux';
  while (!signal.aborted) {
    await clock.sleep(clock.span(lookEveryMs), signal).catch(() => undefined);
    // Where there is no secret service at the moment, it is still not unlocked.
    if (mayLook && !signal.aborted && !(await keyringLocked(signal).catch(() => true))) return;
  }
}
