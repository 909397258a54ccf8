// The hash by which a file's bytes are known.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { codeOf } from '../../system-error.ts';

/** SHA-256 of a file in lower-case hex; null where there is none, or a folder. */
export async function hashOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk);
    return hash.digest('hex');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}
