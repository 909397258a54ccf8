// Files that are about to leave the app, dragged or copied: saved clips as they are, cached ones under a proper name.
import { copyFile, link, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ClipKey } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { ClipFiles } from './clip-files.ts';

export interface HandedOutParts {
  /** `handed-out/` in it is used; it must exist. */
  readonly profile: string;
  readonly fileOf: ClipFiles['fileOf'];
  /** The name that a clip would be saved as, with `/`. */
  readonly nameOf: (key: ClipKey) => string;
  readonly clock: Clock;
}

/** The path of a clip's file under its proper name; null: it is on no disk of this computer. */
export type HandOut = (key: ClipKey) => Promise<string | null>;

/** Whoever got a file may read it late: a mail that is written, a folder that is pasted into. */
const keptMs = 24 * 60 * 60_000;

/** Removes what was handed out more than a day ago, now and whenever something is handed out. */
export async function openHandedOut({ profile, fileOf, nameOf, clock }: HandedOutParts): Promise<HandOut> {
  const folder = join(profile, 'handed-out');
  await mkdir(folder, { recursive: true, mode: 0o700 });

  async function forgetOld(): Promise<void> {
    const before = clock.now() - keptMs;
    for (const name of await readdir(folder)) {
      const kept = await stat(join(folder, name)).catch(() => null);
      if (kept && kept.mtimeMs < before) await rm(join(folder, name), { recursive: true, force: true });
    }
  }
  await forgetOld();

  return async (key) => {
    const file = await fileOf(key);
    if (!file || file.savedAs !== null) return file?.path ?? null;
    await forgetOld();
    // A folder for each clip: two of them may have the same name. Making it anew counts the day from now.
    const own = join(folder, String(key));
    await rm(own, { recursive: true, force: true });
    await mkdir(own, { mode: 0o700 });
    const named = join(own, basename(nameOf(key)));
    // A link costs no room and outlives the cache's own name; not every disk knows links.
    await link(file.path, named).catch(() => copyFile(file.path, named));
    return named;
  };
}
