// Stars, what was seen, and what is left out of saving: put on all chosen clips, or taken off where all have it; each can be taken back.
import { ClipFlag, type ClipKey, type Result } from '../../preload/contract.ts';
import type { AppModel, Effects, GetModel, SetModel } from './app-model.ts';
import { attempt } from './attempt.ts';

type MarkActions = Pick<AppModel, 'toggleStar' | 'toggleSeen' | 'toggleExcluded'>;

interface Mark {
  readonly kind: 'starred' | 'seen' | 'excluded';
  readonly flag: number;
  readonly put: (keys: readonly ClipKey[], on: boolean) => Promise<Result<null>>;
}

export function markActions({ bridge }: Effects, set: SetModel, get: GetModel): MarkActions {
  const star: Mark = {
    kind: 'starred',
    flag: ClipFlag.starred,
    put: (keys, starred) => bridge.markStarred({ keys, starred }),
  };
  const seen: Mark = { kind: 'seen', flag: ClipFlag.seen, put: (keys, seen) => bridge.markSeen({ keys, seen }) };
  const leftOut: Mark = {
    kind: 'excluded',
    flag: ClipFlag.excluded,
    put: (keys, excluded) => bridge.markExcluded({ keys, excluded }),
  };

  const toggle = async (keys: readonly ClipKey[], { kind, flag, put }: Mark) => {
    const { table } = get().clips;
    const without = keys.filter((key) => !((table.clip(key)?.flags ?? 0) & flag));
    const on = without.length > 0;
    const changed = on ? without : keys;
    if (changed.length === 0 || !(await attempt(set, put(changed, on)))) return;
    get().toast({ kind, count: changed.length, on }, () => void attempt(set, put(changed, !on)));
  };
  return {
    toggleStar: (keys) => toggle(keys, star),
    toggleSeen: (keys) => toggle(keys, seen),
    toggleExcluded: (keys) => toggle(keys, leftOut),
  };
}
