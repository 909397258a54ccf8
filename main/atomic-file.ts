// Replaces a small file so that a reader, or a start after a power cut, finds the old content or the new one, whole.
import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './sync-folder.ts';

/**
 * Creates or replaces `path`, readable by its owner only, and waits until it is on the disk. Its folder must exist.
 * A kill can leave a partial file behind: in `partials`, on the same volume, or beside `path`.
 */
export async function writeFileAtomically(
  path: string,
  content: string | Uint8Array,
  partials: string = dirname(path),
): Promise<void> {
  const partial = join(partials, `${basename(path)}.${randomUUID()}.partial`);
  try {
    const file = await open(partial, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}
