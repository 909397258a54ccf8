// What is happening to single clips at this moment: on their way from a module, or failing.
import type { AppState, ClipKey, ProblemKind } from '../../preload/contract.ts';

export type Passing =
  /** On its way; `part` 0–1, null where the length is unknown. */
  | { readonly kind: 'arriving'; readonly part: number | null }
  | { readonly kind: 'failed'; readonly problem: ProblemKind };

/** Only the few clips that anything is known of. */
export function passingClips({ lanes, failed }: Pick<AppState, 'lanes' | 'failed'>): ReadonlyMap<ClipKey, Passing> {
  const passing = new Map<ClipKey, Passing>();
  for (const { key, problem } of failed) passing.set(key, { kind: 'failed', problem: problem.kind });
  for (const { activity, arriving } of lanes) {
    if (activity.kind === 'uploading') passing.set(activity.key, { kind: 'arriving', part: null });
    for (const { key, part } of arriving) passing.set(key, { kind: 'arriving', part });
  }
  return passing;
}
