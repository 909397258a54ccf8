// Of chosen clips those that saving would add, and what the job is called.
import { ClipFlag, type ClipKey, type JobTitle } from '../../../preload/contract.ts';
import type { ClipsMirror } from '../../store/app-model.ts';
import { isUnsaved } from '../../store/clip-table.ts';

export interface ToSave {
  readonly keys: readonly ClipKey[];
  readonly title: JobTitle;
}

export function unsavedOf({ table }: Pick<ClipsMirror, 'table'>, chosen: Iterable<ClipKey>): ToSave {
  const keys: ClipKey[] = [];
  for (const key of chosen) {
    const flags = table.clip(key)?.flags ?? 0;
    if (isUnsaved(flags) && !(flags & ClipFlag.queued)) keys.push(key);
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
