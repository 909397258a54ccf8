// Which files of a folder are to bear another name, and which one each: no two the same, none that another one keeps.
import type { ClipKey } from '../../../preload/contract.ts';
import { bearsName, foldedPath, freePath } from './numbered-path.ts';

/** A file of ours; `wanted` null: it keeps its name, whatever that is. */
export interface NamedFile {
  readonly key: ClipKey;
  readonly path: string;
  readonly wanted: string | null;
}

export interface PlannedName {
  readonly key: ClipKey;
  readonly from: string;
  readonly to: string;
  readonly wanted: string;
}

/**
 * A name may be given away that its file is about to leave. One that has the wanted name with any number keeps it.
 * `promised`: names that are given away already.
 */
export function planNames(files: readonly NamedFile[], promised: readonly string[] = []): readonly PlannedName[] {
  const leaves = ({ path, wanted }: NamedFile) => wanted !== null && !bearsName(path, wanted);
  const kept = files.filter((file) => !leaves(file)).map(({ path }) => path);
  const taken = new Set([...kept, ...promised].map(foldedPath));
  return files.filter(leaves).map(({ key, path, wanted }) => {
    const to = freePath(wanted ?? path, (folded) => taken.has(folded));
    taken.add(foldedPath(to));
    return { key, from: path, to, wanted: wanted ?? path };
  });
}
