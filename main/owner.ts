// Who may save: one process per profile, by a lock that the system frees however the process ends.
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Result } from '../preload/contract.ts';
import type { Clock } from './clock.ts';
import { failed, succeeded } from './problem.ts';

export interface Ownership {
  release(): void;
}

/** Holds an exclusive transaction on `owner.sqlite` in the profile until released, or `already-running`. */
export function takeOwnership(profile: string): Result<Ownership> {
  const database = new DatabaseSync(path.join(profile, 'owner.sqlite'));
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    return succeeded({ release: () => database.close() });
  } catch (error) {
    database.close();
    const details = error instanceof Error ? error.message : String(error);
    if (/locked|busy/i.test(details)) return failed('already-running', { details });
    throw error;
  }
}

/** How often a profile that another process saves with is tried again. */
const tryEveryMs = 5000;

export interface Taking {
  /** Resolves with true when the profile is ours, with false when `stop` came first. */
  readonly taken: Promise<boolean>;
  /** Stops waiting; what was taken is for the caller to release. */
  stop(): Promise<Ownership | null>;
}

/** Takes ownership now or as soon as it is free. `onWait` hears true when it has to be waited for, and false after that. */
export function whenOwner(profile: string, clock: Clock, onWait: (waiting: boolean) => void): Taking {
  const stopping = new AbortController();
  const ownership = wait();

  async function wait(): Promise<Ownership | null> {
    for (let waiting = false; !stopping.signal.aborted; waiting = true) {
      const owned = takeOwnership(profile);
      if (owned.ok) {
        if (waiting) onWait(false);
        return owned.value;
      }
      if (!waiting) onWait(true);
      await clock.sleep(clock.span(tryEveryMs), stopping.signal).catch(() => undefined);
    }
    return null;
  }

  return {
    taken: ownership.then((owned) => owned !== null),
    stop() {
      stopping.abort();
      return ownership;
    },
  };
}
