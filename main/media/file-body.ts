// A part of a file as a stream that holds no file open while nobody reads.
import { type FileHandle, open } from 'node:fs/promises';
import { codeOf } from '../system-error.ts';

/** What tells a file from another one that was put in its place. */
export interface FileVersion {
  readonly path: string;
  readonly size: number;
  readonly inode: bigint;
  readonly modifiedNs: bigint;
}

const chunkBytes = 256 * 1024;

/** Null: there is no such file now. */
export async function versionOf(path: string): Promise<FileVersion | null> {
  try {
    return await withFile(path, (file) => stated(path, file));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * The bytes from `first` to `last`, both inclusive. Each chunk opens the file anew: a paused player forgets its stream
 * without cancelling it, and on Windows an open file could not be moved or deleted. A file that changed meanwhile ends
 * the stream with an error: bytes of two files are never mixed.
 */
export function fileBody(version: FileVersion, first: number, last: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next = first;
  return new ReadableStream(
    {
      async pull(stream) {
        const size = Math.min(chunkBytes, last + 1 - next);
        if (size > 0) stream.enqueue(await readChunk(version, next, size));
        next += size;
        if (next > last) stream.close();
      },
    },
    { highWaterMark: 0 },
  );
}

const readChunk = (version: FileVersion, offset: number, size: number) =>
  withFile(version.path, async (file) => {
    const now = await stated(version.path, file);
    if (now.inode !== version.inode || now.modifiedNs !== version.modifiedNs || now.size !== version.size) {
      throw new Error('the file was replaced while it was read');
    }
    const chunk = new Uint8Array(size);
    for (let filled = 0; filled < size; ) {
      const { bytesRead } = await file.read(chunk, filled, size - filled, offset + filled);
      if (bytesRead === 0) throw new Error('the file became shorter while it was read');
      filled += bytesRead;
    }
    return chunk;
  });

async function stated(path: string, file: FileHandle): Promise<FileVersion> {
  const { size, ino, mtimeNs } = await file.stat({ bigint: true });
  return { path, size: Number(size), inode: ino, modifiedNs: mtimeNs };
}

async function withFile<Value>(path: string, use: (file: FileHandle) => Promise<Value>): Promise<Value> {
  const file = await open(path, 'r');
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}
