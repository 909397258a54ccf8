// Makes Problem values and Results: expected failures are values, exceptions are bugs.
import type { Problem, ProblemKind, Result } from '../preload/contract.ts';
import { redact } from './redact.ts';

/** `details` are shown and copied: what must not stand in a log does not stand there either. */
export const problem = (kind: ProblemKind, facts: Omit<Problem, 'kind'> = {}): Problem => ({
  kind,
  ...facts,
  ...(facts.details !== undefined && { details: redact(facts.details) }),
});

export const succeeded = <Value>(value: Value): Result<Value> => ({ ok: true, value });

export const failed = (kind: ProblemKind, facts: Omit<Problem, 'kind'> = {}): { ok: false; problem: Problem } => ({
  ok: false,
  problem: problem(kind, facts),
});
