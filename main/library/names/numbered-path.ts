// Gives files that would bear one name different ones, also where the file system does not tell upper from lower case.
import { cutToBytes, LONGEST_SEGMENT } from './safe-segment.ts';

/** How the least distinguishing of file systems compares a path; both foldings, since neither knows all letters. */
export const foldedPath = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');

/** `Gate/13.58.mp4` becomes `Gate/13.58 (2).mp4`; number 1 changes nothing. */
export function numberedPath(path: string, number: number): string {
  if (number === 1) return path;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const ending = ` (${number}).mp4`;
  const stem = path.slice(folder.length).replace(/\.mp4$/, '');
  return folder + cutToBytes(stem, LONGEST_SEGMENT - ending.length).trimEnd() + ending;
}
