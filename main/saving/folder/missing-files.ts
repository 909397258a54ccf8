// Which files of ours are not where they were, and which of those stand elsewhere in their folder.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Copy, FoundFile } from '../../library/index.ts';
import { codeOf } from '../../system-error.ts';
import type { ChosenFolder } from './folder.ts';
import { hashOf } from './hash-of.ts';
import { strayFiles } from './stray-files.ts';

/** One look into each folder, which on a network is much less than one for each file. What cannot be read is not missing. */
export async function missingFiles(
  copies: readonly Copy[],
  folder: ChosenFolder,
  signal: AbortSignal,
): Promise<readonly Copy[]> {
  const byFolder = Map.groupBy(copies, (copy) => path.posix.dirname(copy.path));
  const missing: Copy[] = [];
  for (const [below, inIt] of byFolder) {
    if (signal.aborted) return [];
    const names = await namesIn(path.join(folder.path, below));
    for (const copy of inIt) {
      if (names === 'unreadable' || names.has(path.posix.basename(copy.path))) continue;
      // File systems spell some letters in another way than they were given.
      if (await isGone(path.join(folder.path, copy.path))) missing.push(copy);
    }
  }
  return missing;
}

/** By size, then by hash: only unknown files of a missing one's size are read, and none that a cloud would have to send. */
export async function findMoved(
  missing: readonly Copy[],
  copies: readonly Copy[],
  folder: ChosenFolder,
  signal: AbortSignal,
): Promise<readonly FoundFile[]> {
  const known = new Set(copies.map((copy) => copy.path));
  const sought = Map.groupBy(missing, ({ bytes }) => bytes);
  const found: FoundFile[] = [];
  for (const stray of await strayFiles(folder.path, signal, () => undefined)) {
    const ofSize = sought.get(stray.bytes) ?? [];
    if (signal.aborted || ofSize.length === 0 || known.has(stray.path) || stray.isElsewhere) continue;
    const sha256 = await hashOf(stray.file).catch(() => null);
    const copy = ofSize.find((one) => one.sha256 === sha256 && !found.some(({ key }) => key === one.key));
    if (copy) found.push({ key: copy.key, path: stray.path });
  }
  return found;
}

async function namesIn(folder: string): Promise<ReadonlySet<string> | 'unreadable'> {
  try {
    return new Set(await fs.readdir(folder));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? new Set() : 'unreadable';
  }
}

const isGone = (file: string): Promise<boolean> =>
  fs.lstat(file).then(
    () => false,
    (error: unknown) => codeOf(error) === 'ENOENT',
  );
