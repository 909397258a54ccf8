// Knows a folder that has lost its marker by the clips in it.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Copy, QueueStore } from '../../library/index.ts';

/** So many of its clips are looked for, the newest; one that stands is enough. */
const mostLookedFor = 20;

/** The id that the folder had here; null: none of the clips that were ever saved here stands here. An empty one may be a mount point. */
export async function idByClips(
  folderPath: string,
  store: Pick<QueueStore, 'load' | 'copiesIn'>,
): Promise<string | null> {
  const { folders } = await store.load();
  for (const { id } of folders.filter((folder) => folder.path === folderPath)) {
    const copies = (await store.copiesIn(id)).toSorted((a, b) => (b.savedAtMs ?? 0) - (a.savedAtMs ?? 0));
    for (const copy of copies.slice(0, mostLookedFor)) if (await stands(copy, folderPath)) return id;
  }
  return null;
}

async function stands(copy: Copy, folderPath: string): Promise<boolean> {
  const found = await fs.lstat(path.join(folderPath, copy.path)).catch(() => null);
  return found?.isFile() === true && found.size === copy.bytes;
}
