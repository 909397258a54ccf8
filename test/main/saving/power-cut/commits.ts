// Where each commit ends in SQLite's write-ahead log (https://www.sqlite.org/fileformat2.html#walformat).

const HEADER = 32;
const FRAME_HEADER = 24;

/** More would be taken over into the database by itself, after which an older log says nothing. */
const MOST_FRAMES = 1000;

/** Lengths in bytes that hold 0, 1, 2 … commits. */
export function commitEnds(log: Buffer): readonly number[] {
  if (log.length < HEADER) return [0];
  const frame = FRAME_HEADER + log.readUInt32BE(8);
  const salts = log.subarray(16, 24);
  const ends = [0];
  for (let at = HEADER; at + frame <= log.length; at += frame) {
    if (!log.subarray(at + 8, at + 16).equals(salts)) break; // left over from an older log
    const pagesAfterCommit = log.readUInt32BE(at + 4);
    if (pagesAfterCommit > 0) ends.push(at + frame);
  }
  if (log.length > HEADER + frame * MOST_FRAMES) throw new Error('too long a story for one log');
  return ends;
}
