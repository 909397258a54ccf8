// Gives an arrived clip its name in the folder: sealed in the index first, then linked, then known as saved.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import type { Copy, NewCopy, QueueStore } from '../../library/index.ts';
import { syncFolder } from '../../sync-folder.ts';
import { codeOf } from '../../system-error.ts';
import { type ChosenFolder, folderProblem } from '../folder/folder.ts';
import { giveName, removeReservation } from '../folder/give-name.ts';
import { hashOf } from '../folder/hash-of.ts';
import type { Arrival } from './receive.ts';

/**
 * Links the arrival under its name and forgets the unfinished file; a file of that name with the same bytes is adopted.
 * Null: the clip is saved. On a problem the unfinished file is gone and the clip counts as unsaved.
 */
export async function keep(
  arrival: Arrival,
  clip: Pick<NewCopy, 'key' | 'pair' | 'mayBeOld' | 'proof'> & { readonly name: string },
  folder: ChosenFolder,
  store: QueueStore,
  clock: Clock,
): Promise<Problem | null> {
  const taken: string[] = [];
  try {
    for (;;) {
      const { path: name } = await store.seal({
        ...clip,
        folderId: folder.id,
        path: clip.name,
        taken,
        bytes: arrival.bytes,
        sha256: arrival.sha256,
        lengthMs: arrival.mp4.lengthMs,
      });
      const final = path.join(folder.path, name);
      if (await clock.busy(link(arrival.file, final, folder))) break;
      if ((await clock.busy(hashOf(final))) === arrival.sha256) {
        await clock.busy(fs.unlink(arrival.file)); // it stands there already, from before an index was lost
        break;
      }
      taken.push(name);
    }
    await store.saved(clip.key, folder.id, clock.now());
    return null;
  } catch (error) {
    await clock.busy(fs.rm(arrival.file, { force: true })).catch(() => undefined);
    if (codeOf(error) === '') throw error; // not the disk: a bug, or the app ends
    await store.unseal(clip.key, folder.id);
    return folderProblem(error, folder.path);
  }
}

/** Finishes what a kill left between the seal and the link: true where the sealed file stands and is the clip. */
export async function adoptSealed(copy: Copy, folder: ChosenFolder, store: QueueStore, clock: Clock): Promise<boolean> {
  const file = path.join(folder.path, copy.path);
  if ((await hashOf(file)) !== copy.sha256) {
    await removeReservation(file);
    await store.unseal(copy.key, folder.id);
    return false;
  }
  await syncFolder(path.dirname(file));
  await store.saved(copy.key, folder.id, clock.now());
  return true;
}

/** False where a file of that name is there already. */
async function link(partial: string, final: string, folder: ChosenFolder): Promise<boolean> {
  const given = await giveName(partial, final, folder);
  if (given === 'both') await fs.unlink(partial);
  await syncFolder(path.dirname(final));
  return given !== 'taken';
}
