// Which clips a command means, newest first.
import { ClipFlag, type ClipKey, type Clips } from '../../preload/contract.ts';
import type { Choice } from './arguments.ts';

/** `unknown-camera` names those there are. */
export type Chosen =
  | { readonly kind: 'clips'; readonly keys: readonly ClipKey[] }
  | { readonly kind: 'unknown-camera'; readonly known: readonly string[] };

/** `mayMean`: what the command can do something with, by a clip's ClipFlag bits. */
export function chooseClips(
  { columns, cameras }: Clips,
  choice: Choice,
  mayMean: (flags: number) => boolean = () => true,
): Chosen {
  const named = (name: string) => name.localeCompare(choice.camera ?? '', undefined, { sensitivity: 'base' }) === 0;
  const known = [...new Set(cameras.map((camera) => camera.name))].sort();
  if (choice.camera !== null && !known.some(named)) return { kind: 'unknown-camera', known };

  const rows: number[] = [];
  for (const row of columns.key.keys()) {
    const flags = columns.flags[row] ?? 0;
    const camera = cameras[columns.camera[row] ?? -1];
    if (choice.camera !== null && !(camera && named(camera.name))) continue;
    if (!mayMean(flags)) continue;
    if (choice.unsavedOnly && (flags & ClipFlag.saved) !== 0) continue;
    if (choice.sinceMs !== null && (columns.recordedAtS[row] ?? 0) * 1000 < choice.sinceMs) continue;
    rows.push(row);
  }
  rows.sort((a, b) => (columns.recordedAtS[b] ?? 0) - (columns.recordedAtS[a] ?? 0));
  const keys = rows.slice(0, choice.limit ?? rows.length).map((row) => columns.key[row] as ClipKey); // stored as plain numbers
  return { kind: 'clips', keys };
}
