// Puts a doubtful file aside, where it is kept and never counted as saved.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Copy } from '../library/index.ts';
import type { ChosenFolder } from './folder.ts';
import { hashOf } from './keep.ts';
import { codeOf } from './make-folders.ts';

/**
 * Moves the copy's file into `quarantine`: copied, synced, its hash checked, and only then removed from the folder.
 * A file that the person changed or removed meanwhile is left alone.
 */
export async function putAside(copy: Copy, folder: ChosenFolder, quarantine: string): Promise<void> {
  const file = path.join(folder.path, copy.path);
  if ((await hashOf(file)) !== copy.sha256) return;
  await fs.mkdir(quarantine, { recursive: true, mode: 0o700 });
  const bytes = await fs.readFile(file);
  const aside = path.join(
    quarantine,
    `${copy.key} ${createHash('sha256').update(bytes).digest('hex').slice(0, 12)} ${path.basename(copy.path)}`,
  );
  const handle = await fs.open(aside, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if ((await hashOf(aside)) !== copy.sha256) return;
  await fs.unlink(file).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}
