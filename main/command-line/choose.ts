// Which clips a command means, newest first.
import { ClipFlag, type ClipKey, type Clips } from '../../preload/contract.ts';
import type { Choice } from './arguments.ts';

/** `leftOut`: unsaved clips of cameras that were not named. `unknown-camera` names those there are. */
export type Chosen =
  | { readonly kind: 'clips'; readonly keys: readonly ClipKey[]; readonly leftOut: number }
  | { readonly kind: 'unknown-camera'; readonly known: readonly string[] };

export interface Means {
  /** What the command can do something with, by a clip's ClipFlag bits. */
  readonly mayMean?: (flags: number) => boolean;
  /** Names of cameras that are meant only where they are named. */
  readonly leftOut?: readonly string[];
}

export function chooseClips(
  { columns, cameras }: Clips,
  choice: Choice,
  { mayMean = () => true, leftOut = [] }: Means = {},
): Chosen {
  const named = (name: string) => name.localeCompare(choice.camera ?? '', undefined, { sensitivity: 'base' }) === 0;
  const known = [...new Set(cameras.map((camera) => camera.name))].sort();
  if (choice.camera !== null && !known.some(named)) return { kind: 'unknown-camera', known };

  const rows: number[] = [];
  let leftOutClips = 0;
  for (const row of columns.key.keys()) {
    const flags = columns.flags[row] ?? 0;
    const camera = cameras[columns.camera[row] ?? -1];
    if (choice.camera !== null && !(camera && named(camera.name))) continue;
    if (!mayMean(flags)) continue;
    if (choice.unsavedOnly && (flags & ClipFlag.saved) !== 0) continue;
    if (choice.sinceMs !== null && (columns.recordedAtS[row] ?? 0) * 1000 < choice.sinceMs) continue;
    if (choice.camera === null && camera && leftOut.includes(camera.name)) {
      if ((flags & ClipFlag.saved) === 0) leftOutClips += 1;
      continue;
    }
    rows.push(row);
  }
  rows.sort((a, b) => (columns.recordedAtS[b] ?? 0) - (columns.recordedAtS[a] ?? 0));
  const keys = rows.slice(0, choice.limit ?? rows.length).map((row) => columns.key[row] as ClipKey); // stored as plain numbers
  return { kind: 'clips', keys, leftOut: leftOutClips };
}
