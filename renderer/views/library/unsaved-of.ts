// Of chosen clips those that saving would add, and what the job is called.
import { ClipFlag, type ClipKey, type JobTitle } from '../../../preload/contract.ts';
import type { ClipsMirror } from '../../store/app-model.ts';
import { canBeSaved, isUnsaved } from '../../store/clip-table.ts';

export interface ToSave {
  readonly keys: readonly ClipKey[];
  readonly title: JobTitle;
}

export function unsavedOf({ table }: Pick<ClipsMirror, 'table'>, chosen: readonly ClipKey[]): ToSave {
  const keys: ClipKey[] = [];
  const isWanted = chosen.length === 1 ? canBeSaved : isUnsaved; // an excluded clip is saved where it is picked alone
  for (const key of chosen) {
    const flags = table.clip(key)?.flags ?? 0;
    if (isWanted(flags) && !(flags & ClipFlag.queued)) keys.push(key);
  }
  const [first] = keys;
  const clip = keys.length === 1 && first !== undefined ? table.clip(first) : null;
  return {
    keys,
    title: clip
      ? { kind: 'one', camera: table.cameras[clip.camera]?.name ?? '', recordedAtMs: clip.recordedAtS * 1000 }
      : { kind: 'selection' },
  };
}
