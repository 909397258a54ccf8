// Gives a file of a chosen folder a name there, and never writes over another one.
import fs from 'node:fs/promises';
import path from 'node:path';
import { codeOf } from '../../system-error.ts';
import type { ChosenFolder } from './folder.ts';
import { makeLastingFolders } from './make-folders.ts';

/**
 * `taken`: a file of that name is there already, and nothing was done. `both`: the file bears both names, and the
 * caller removes the first when it likes. `moved`: where there are no hard links it bears only the new one. The folder
 * of the new name is made where it is missing; `syncFolder` makes the name last.
 */
export async function giveName(file: string, name: string, folder: ChosenFolder): Promise<'taken' | 'both' | 'moved'> {
  await fs.access(file); // where it is gone, so is its volume: nothing is made in the empty mount point
  await makeLastingFolders(path.dirname(name), folder.path);
  try {
    await fs.link(file, name); // refuses to overwrite, unlike rename
    return 'both';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'taken';
    if (!hasNoHardLinks(error)) throw error;
    if (!(await reserve(name))) return 'taken';
    await fs.rename(file, name).catch(async (failure: unknown) => {
      await removeReservation(name);
      throw failure;
    });
    return 'moved';
  }
}

/** Where there are no hard links, a kill can leave the empty file that reserved the name. */
export async function removeReservation(file: string): Promise<void> {
  const found = await fs.stat(file).catch(() => null);
  if (found?.isFile() && found.size === 0) await fs.unlink(file);
}

/** FAT, exFAT and some network shares answer so; on Windows as EISDIR, which libuv makes of "invalid function". */
const hasNoHardLinks = (error: unknown) =>
  ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EISDIR'].includes(codeOf(error));

async function reserve(final: string): Promise<boolean> {
  try {
    await (await fs.open(final, 'wx')).close();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
