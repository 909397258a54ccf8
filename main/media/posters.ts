// Pictures of clips, drawn by the window, kept in the profile.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClipKey, Result } from '../../preload/contract.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import { failed, succeeded } from '../problem.ts';
import { isJpeg } from './jpeg.ts';

export interface Posters {
  /** Where the clip's poster is, or would be. */
  fileOf(key: ClipKey): string;
  /** Refuses what is no JPEG or larger than 200 kB. A disk that fails rejects. */
  store(key: ClipKey, jpeg: Uint8Array): Promise<Result<null>>;
}

const maxBytes = 200_000;

/** Uses `posters/` in the profile; what an earlier process left half written is removed. */
export async function openPosters(profile: string): Promise<Posters> {
  const folder = join(profile, 'posters');
  const partials = join(folder, 'partial');
  await rm(partials, { recursive: true, force: true });
  await mkdir(partials, { recursive: true, mode: 0o700 });

  // A thousand a folder: some file systems are slow with 200,000 names in one.
  const folderOf = (key: ClipKey) => join(folder, String(Math.floor(key / 1000)));
  const fileOf = (key: ClipKey) => join(folderOf(key), `${key}.jpg`);
  return {
    fileOf,
    async store(key, jpeg) {
      if (!isJpeg(jpeg)) return failed('unexpected-answer', { details: 'the poster is no JPEG' });
      if (jpeg.byteLength > maxBytes) {
        return failed('unexpected-answer', { details: `the poster has ${jpeg.byteLength} bytes` });
      }
      await mkdir(folderOf(key), { recursive: true, mode: 0o700 });
      await writeFileAtomically(fileOf(key), jpeg, partials);
      return succeeded(null);
    },
  };
}
