// A stand-in for the Electron that ships, where it cannot be downloaded: to electron-builder's eyes a folder to pack
// around, with a fuse wire of today's length. It cannot be started.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Electron } from '../electron/electron.ts';

/** Marks the wire in the executable (@electron/fuses); then its version, its length, and a digit for each fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = '101100011';

export function standInFor(folder: string): Electron {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const executable = join(folder, 'electron');
  writeFileSync(executable, `${sentinel}\x01${String.fromCharCode(fuses.length)}${fuses}`, { mode: 0o755 });
  return { executable, version: 'none', from: 'ELECTRON_OVERRIDE_DIST_PATH' };
}
