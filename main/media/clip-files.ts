// Where a clip's file is on this computer, and what that file says of itself.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { ClipFacts, ClipKey } from '../../preload/contract.ts';
import type { Library } from '../library/index.ts';
import { type ChosenFolder, findFolder, readVideo } from '../saving/index.ts';
import type { ClipCache } from './cache.ts';

export interface ClipFile {
  readonly path: string;
  /** Below the folder that it was saved into, with `/`; null: cached only. */
  readonly savedAs: string | null;
  /** It came from a carried drive, and was matched by time, size and length alone. */
  readonly isGuess: boolean;
}

export interface ClipFiles {
  /** Null: it is on no disk of this computer. */
  fileOf(key: ClipKey): Promise<ClipFile | null>;
  factsOf(key: ClipKey): Promise<ClipFacts>;
}

export interface ClipFileParts {
  readonly library: Library;
  readonly cache: ClipCache;
  readonly folder: () => ChosenFolder | null;
}

export function clipFiles({ library, cache, folder }: ClipFileParts): ClipFiles {
  /** In the chosen folder, or in one that was chosen before: that one only where it is still the same folder. */
  async function savedFile(key: ClipKey): Promise<ClipFile | null> {
    const chosen = folder();
    const files = await library.queue.filesOf(key);
    const nearestFirst = [...files].sort(
      (a, b) => Number(b.folder.id === chosen?.id) - Number(a.folder.id === chosen?.id),
    );
    for (const { folder: known, path: name, proof } of nearestFirst) {
      const file = path.join(known.path, name);
      const isThere = known.id === chosen?.id || (await findFolder(known.path))?.id === known.id;
      if (isThere && (await isFile(file))) return { path: file, savedAs: name, isGuess: proof === 'guess' };
    }
    return null;
  }

  async function fileOf(key: ClipKey): Promise<ClipFile | null> {
    const saved = await savedFile(key);
    if (saved) return saved;
    const cached = await cache.find(key);
    return cached && { path: cached.file, savedAs: null, isGuess: false };
  }

  return {
    fileOf,
    async factsOf(key) {
      const file = await fileOf(key);
      // It may go away with its folder at any moment: then there is nothing to tell of it.
      const read = file && (await readVideo(file.path).catch(() => null));
      return {
        key,
        fileName: file?.savedAs ?? library.nameOf(key),
        width: read?.mp4?.width ?? null,
        height: read?.mp4?.height ?? null,
        codec: read?.mp4?.codec ?? null,
        lengthMs: read?.mp4?.lengthMs ?? null,
        bytes: read?.bytes ?? null,
        isGuess: file?.isGuess ?? false,
      };
    },
  };
}

const isFile = (file: string) =>
  fs.stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
