// Sums up clips that could not be saved, for lines that have no room for each.
import type { Problem, ProblemKind } from '../../preload/contract.ts';

/** How many failed, by why. */
export function countKinds(failed: readonly { readonly problem: Problem }[]): ReadonlyMap<ProblemKind, number> {
  const kinds = new Map<ProblemKind, number>();
  for (const { problem } of failed) kinds.set(problem.kind, (kinds.get(problem.kind) ?? 0) + 1);
  return kinds;
}
