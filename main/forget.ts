// Deletes a whole profile. It is only marked while the app runs, which has its files open, and deleted at the next start.
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomically } from './atomic-file.ts';
import { takeOwnership } from './owner.ts';

const mark = 'forget-this-profile';

/** Chromium's, by which a second launch finds the first: made before anything of ours runs. */
const isInstanceLock = (name: string) => name.startsWith('Singleton') || name === 'lockfile';

/** From now on the profile is as good as deleted, also if the process is killed. */
export const markForgotten = (profile: string): Promise<void> => writeFileAtomically(join(profile, mark), '');

/**
 * Deletes all there is in a profile that was marked, the mark last: whoever is killed in between leaves it to the next.
 * Does nothing while another process owns the profile. To be called before anything in it is opened.
 */
export async function forgetIfMarked(profile: string): Promise<void> {
  if (!existsSync(join(profile, mark))) return;
  const ownership = takeOwnership(profile);
  if (!ownership.ok) return;
  // Windows refuses what is open, which can only be Chromium's caches: nothing of ours is open yet.
  const remove = (name: string) => rm(join(profile, name), { recursive: true, force: true }).catch(() => undefined);
  const isOwn = (name: string) => name.startsWith('owner.sqlite');
  const names = (await readdir(profile)).filter((name) => name !== mark && !isInstanceLock(name));
  try {
    await Promise.all(names.filter((name) => !isOwn(name)).map(remove));
  } finally {
    ownership.value.release();
  }
  await Promise.all(names.filter(isOwn).map(remove));
  await remove(mark);
}
