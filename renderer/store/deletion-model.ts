// What chosen clips are, in sum, for the dialog that asks before they are deleted from the drive.
import type { ClipKey } from '../../preload/contract.ts';
import type { ClipsMirror } from './app-model.ts';

export interface ClipsInSum {
  /** Most clips first. */
  readonly cameras: readonly { readonly name: string; readonly clips: number }[];
  /** Counted from 1 January 1970, in the cameras' own time. */
  readonly days: { readonly from: number; readonly to: number };
  readonly bytes: number;
}

const dayS = 86_400;

/** Null: none of them is known. */
export function inSum(
  keys: readonly ClipKey[],
  { table, time }: Pick<ClipsMirror, 'table' | 'time'>,
): ClipsInSum | null {
  const cameras = new Map<string, number>();
  let [from, to, kiB] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const key of keys) {
    const clip = table.clip(key);
    if (!clip) continue;
    const name = table.cameras[clip.camera]?.name ?? '';
    cameras.set(name, (cameras.get(name) ?? 0) + 1);
    const day = Math.floor(time.wallS(clip.camera, clip.recordedAtS) / dayS);
    [from, to, kiB] = [Math.min(from, day), Math.max(to, day), kiB + clip.sizeKiB];
  }
  if (cameras.size === 0) return null;
  const byCount = [...cameras].map(([name, clips]) => ({ name, clips })).sort((a, b) => b.clips - a.clips);
  return { cameras: byCount, days: { from, to }, bytes: kiB * 1024 };
}
