// What a file of a clip says of itself.
import fs from 'node:fs/promises';
import { type Mp4Facts, readMp4File } from '../../library/index.ts';

/** `mp4` null: it is not a whole video. Throws where the disk cannot read it. */
export async function readVideo(file: string): Promise<{ readonly bytes: number; readonly mp4: Mp4Facts | null }> {
  const handle = await fs.open(file);
  try {
    const { size } = await handle.stat();
    const mp4 = await readMp4File(handle, size);
    return { bytes: size, mp4: mp4.ok ? mp4.value : null };
  } finally {
    await handle.close();
  }
}
