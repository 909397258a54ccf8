// Reads an MP4 that is open as a file.
import type { FileHandle } from 'node:fs/promises';
import { readMp4 } from './mp4.ts';

/** As `readMp4`; `bytes`: length of the file. Rejects where the file cannot be read. */
export const readMp4File = (file: FileHandle, bytes: number): ReturnType<typeof readMp4> =>
  readMp4(async (offset, size) => {
    const { buffer, bytesRead } = await file.read(new Uint8Array(size), 0, size, offset);
    return buffer.subarray(0, bytesRead);
  }, bytes);
