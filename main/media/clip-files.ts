// Where a clip's file is on this computer, and what that file says of itself.
import fs from 'node:fs/promises';
import path from 'node:path';
import { type ClipFacts, ClipFlag, type ClipKey } from '../../preload/contract.ts';
import { type Library, readMp4 } from '../library/index.ts';
import type { ChosenFolder } from '../saving/index.ts';
import type { ClipCache } from './cache.ts';

export interface ClipFile {
  readonly path: string;
  /** Below the chosen folder, with `/`; null: cached only. */
  readonly savedAs: string | null;
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
  async function savedFile(key: ClipKey): Promise<ClipFile | null> {
    const chosen = folder();
    if (!chosen || ((library.row(key)?.flags ?? 0) & ClipFlag.saved) === 0) return null;
    const copy = await library.queue.copyOf(key, chosen.id);
    if (!copy) return null;
    const file = path.join(chosen.path, copy.path);
    return (await isFile(file)) ? { path: file, savedAs: copy.path } : null;
  }

  async function fileOf(key: ClipKey): Promise<ClipFile | null> {
    const saved = await savedFile(key);
    if (saved) return saved;
    const cached = await cache.find(key);
    return cached && { path: cached.file, savedAs: null };
  }

  return {
    fileOf,
    async factsOf(key) {
      const file = await fileOf(key);
      const read = file && (await readFile(file.path));
      return {
        key,
        fileName: file?.savedAs ?? library.nameOf(key),
        width: read?.mp4?.width ?? null,
        height: read?.mp4?.height ?? null,
        codec: read?.mp4?.codec ?? null,
        lengthMs: read?.mp4?.lengthMs ?? null,
        bytes: read?.bytes ?? null,
      };
    },
  };
}

async function readFile(file: string) {
  const handle = await fs.open(file);
  try {
    const { size } = await handle.stat();
    const mp4 = await readMp4(async (offset, length) => {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    }, size);
    return { bytes: size, mp4: mp4.ok ? mp4.value : null };
  } finally {
    await handle.close();
  }
}

const isFile = (file: string) =>
  fs.stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
