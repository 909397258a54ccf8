// Reads a saved file again: only bytes that stand in the folder now permit the deletion of the clip on the drive.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { KeptWhy } from '../../../preload/contract.ts';
import type { Copy } from '../../library/index.ts';
import { type ChosenFolder, findFolder } from '../folder/folder.ts';
import { hashOf } from '../folder/hash-of.ts';

/** Null: the file stands, with the bytes and the hash that it was saved with. Any trouble of the disk is a reason. */
export async function whyUnsafe(copy: Copy, folder: ChosenFolder): Promise<KeptWhy | null> {
  // Without its marker it is an empty mount point, or another disk.
  if ((await findFolder(folder.path))?.id !== folder.id) return 'folder-away';
  const file = path.join(folder.path, copy.path);
  // Not through a link: what it points to is not in the folder.
  const found = await fs.lstat(file).catch(() => null);
  if (!found?.isFile()) return 'file-missing';
  if (found.size !== copy.bytes) return 'file-changed';
  const hash = await hashOf(file).catch(() => null);
  return hash === copy.sha256 ? null : 'file-changed';
}
