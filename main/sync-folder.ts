// Puts the names of a folder on the disk: without this a power cut can take a new name, or bring an old one back.
import fs from 'node:fs/promises';
import { codeOf } from './system-error.ts';

/** Throws where the disk fails; a system that syncs no folders has nothing better to offer, and is let be. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!syncsNoFolders(error)) throw error;
  }
}

/** Windows opens or syncs none (and orders renames itself); some network shares refuse it. */
const syncsNoFolders = (error: unknown) =>
  ['EISDIR', 'EPERM', 'EACCES', 'EBADF', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error));
