// A call of the index that did not come about: nothing of it was written.
import type { Problem, Result } from '../../../preload/contract.ts';
import { problem, succeeded } from '../../problem.ts';
import type { SqliteTrouble } from './sqlite-error.ts';

export class IndexFailure extends Error {
  /** Why the profile's disk did not take it; null: a bug. */
  readonly problem: Problem | null;

  constructor(call: string, details: string, cause: SqliteTrouble) {
    super(`index, ${call}: ${details}`);
    this.problem = problemOf(cause, `index.sqlite, ${call}: ${details.split('\n', 1)[0]}`);
  }
}

function problemOf(cause: SqliteTrouble, details: string): Problem | null {
  switch (cause) {
    case 'disk-full':
      return problem('disk-full', { details });
    case 'refused':
      return problem('folder-read-only', { details });
    case 'damaged':
      return problem('index-damaged', { details });
    case 'other':
      return null;
  }
}

/** What the disk refused as a problem; a bug is still thrown. */
export async function orProblem<Value>(call: Promise<Value>): Promise<Result<Value>> {
  try {
    return succeeded(await call);
  } catch (error) {
    if (error instanceof IndexFailure && error.problem) return { ok: false, problem: error.problem };
    throw error;
  }
}
