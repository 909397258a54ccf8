// Makes folders, and what is in them last.
import fs from 'node:fs/promises';
import path from 'node:path';
import { syncFolder } from '../../sync-folder.ts';
import { codeOf } from '../../system-error.ts';

/**
 * Makes a folder and those above it that are missing; gives them, the topmost first. `within` itself is never made:
 * where it is missing, ENOENT is thrown. (`recursive` of Node's own mkdir never returns below /proc, where making a
 * folder fails as if its parent were missing.)
 */
export async function makeFolders(folderPath: string, within?: string): Promise<readonly string[]> {
  if (folderPath === within) return [];
  const make = () =>
    fs.mkdir(folderPath).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === 'EEXIST') return false;
        throw error;
      },
    );
  try {
    return (await make()) ? [folderPath] : [];
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' || path.dirname(folderPath) === folderPath) throw error;
    const above = await makeFolders(path.dirname(folderPath), within);
    if (above.length === 0) throw error; // the parent is there, and yet it fails
    return (await make()) ? [...above, folderPath] : above;
  }
}

/** The same for folders that a power cut must not take: each, and the name of the topmost, is on the disk. */
export async function makeLastingFolders(folderPath: string, within?: string): Promise<void> {
  const made = await makeFolders(folderPath, within);
  for (const one of made) await syncFolder(one);
  if (made[0] !== undefined) await syncFolder(path.dirname(made[0]));
}
