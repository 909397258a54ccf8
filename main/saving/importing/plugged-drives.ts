// The drives that are plugged into this computer, where its system shows them.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { PluggedDrive } from '../../../preload/contract.ts';

export interface DrivePlaces {
  readonly platform: NodeJS.Platform;
  /** The person's name at this computer, as folders are called after it. */
  readonly user: string;
  /** Above everything, with its stroke; another one for tests. Windows has none. */
  readonly root?: string;
}

/** Those with a folder as sync modules make them first, then by name. */
export async function pluggedDrives({
  platform,
  user,
  root = platform === 'win32' ? '' : '/',
}: DrivePlaces): Promise<readonly PluggedDrive[]> {
  const places = platform === 'win32' ? await letters(root) : await mounts(platform, user, root);
  const drives = await Promise.all(
    places.map(async (place) => ({
      path: place,
      name: path.basename(place) || place,
      looksLikeBlink: (await namesIn(place)).some((name) => /^blink/i.test(name)),
    })),
  );
  return drives.sort((a, b) => Number(b.looksLikeBlink) - Number(a.looksLikeBlink) || (a.name < b.name ? -1 : 1));
}

/** A: and B: were for floppy disks, C: is the computer's own. */
async function letters(root: string): Promise<readonly string[]> {
  const all = [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${root}${letter}:\\`);
  const isThere = await Promise.all(
    all.map((place) =>
      fs.access(place).then(
        () => true,
        () => false,
      ),
    ),
  );
  return all.filter((_place, index) => isThere[index]);
}

async function mounts(platform: NodeJS.Platform, user: string, root: string): Promise<readonly string[]> {
  const above = platform === 'darwin' ? ['Volumes'] : [`media/${user}`, `run/media/${user}`, 'mnt'];
  const found = await Promise.all(
    above.map(async (place) => (await namesIn(path.join(root, place))).map((name) => path.join(root, place, name))),
  );
  return found.flat();
}

/** Of folders only; none where it cannot be read. */
async function namesIn(place: string): Promise<readonly string[]> {
  const entries = await fs.readdir(place, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
