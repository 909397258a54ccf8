// Puts a doubtful file aside, where it is kept and never counted as saved.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../preload/contract.ts';
import type { Copy } from '../library/index.ts';
import { type ChosenFolder, folderProblem } from './folder.ts';
import { hashOf } from './keep.ts';
import { codeOf } from './make-folders.ts';

/**
 * Moves the copy's file into a folder of its own in `quarantine`: copied, synced, its hash checked, and only then removed
 * from the clips. A file that the person changed or removed meanwhile is left alone. Null: the clip may be fetched again.
 */
export async function putAside(copy: Copy, folder: ChosenFolder, quarantine: string): Promise<Problem | null> {
  const file = path.join(folder.path, copy.path);
  try {
    if ((await hashOf(file)) !== copy.sha256) return null;
    const aside = path.join(quarantine, `${copy.key} ${copy.sha256.slice(0, 12)}`, path.basename(copy.path));
    await fs.mkdir(path.dirname(aside), { recursive: true, mode: 0o700 });
    await fs.copyFile(file, aside);
    await sync(aside);
    if ((await hashOf(aside)) === copy.sha256) await fs.rm(file, { force: true });
    return null;
  } catch (error) {
    if (codeOf(error) === '') throw error; // not the disk: a bug
    return folderProblem(error, folder.path);
  }
}

async function sync(file: string): Promise<void> {
  const handle = await fs.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
