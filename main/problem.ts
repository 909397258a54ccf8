// Makes Problem values and Results: expected failures are values, exceptions are bugs.
import type { Problem, ProblemKind, Result } from '../preload/contract.ts';

export const problem = (kind: ProblemKind, facts: Omit<Problem, 'kind'> = {}): Problem => ({ kind, ...facts });

export const succeeded = <Value>(value: Value): Result<Value> => ({ ok: true, value });

export const failed = (kind: ProblemKind, facts: Omit<Problem, 'kind'> = {}): { ok: false; problem: Problem } => ({
  ok: false,
  problem: problem(kind, facts),
});
