// Who may save: one process per profile, by a lock that the system frees however the process ends.
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Result } from '../preload/contract.ts';
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
