// The videos of a carried drive or another folder, as they are found there.
import type { Dirent } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';

export interface StrayPath {
  readonly file: string;
  /** Relative to where the search began, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Unix ms. */
  readonly modifiedAtMs: number;
  /** It takes no room here: a cloud would have to send it first. */
  readonly isElsewhere: boolean;
}

/** More is no drive of a sync module: it takes 256 GB at most. */
const MOST_FILES = 1_000_000;

/**
 * All .mp4 files below `root`, folder by folder in the order of their names. Links are not followed, and what begins
 * with a dot is passed over: bins, and the unfinished files of our own folders. `onFolder` is told of each folder that
 * cannot be read. Throws where `root` itself cannot.
 */
export async function strayFiles(
  root: string,
  signal: AbortSignal,
  onUnreadable: (path: string) => void,
): Promise<readonly StrayPath[]> {
  const found: StrayPath[] = [];
  const look = async (folder: string, entries: readonly Dirent[]): Promise<void> => {
    for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (signal.aborted || found.length >= MOST_FILES) return;
      const file = path.join(folder, entry.name);
      const below = path.relative(root, file).split(path.sep).join('/');
      if (entry.name.startsWith('.')) continue;
      try {
        if (entry.isDirectory()) await look(file, await fs.readdir(file, { withFileTypes: true }));
        if (!entry.isFile() || !/\.mp4$/i.test(entry.name)) continue;
        const { size, mtimeMs, blocks } = await fs.stat(file);
        found.push({ file, path: below, bytes: size, modifiedAtMs: mtimeMs, isElsewhere: blocks === 0 && size > 4096 });
      } catch {
        onUnreadable(below);
      }
    }
  };
  await look(root, await fs.readdir(root, { withFileTypes: true }));
  return found;
}
