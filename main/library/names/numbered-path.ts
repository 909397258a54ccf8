// Gives files that would bear one name different ones, also where the file system does not tell upper from lower case.
import { cutToBytes, LONGEST_SEGMENT } from './safe-segment.ts';

/** Where a template has `{n}`: a character that nobody's file is named with, and that every cleaning leaves alone. */
export const NUMBER_PLACE = '\uE000';

/** How the least distinguishing of file systems compares a path; both foldings, since neither knows all letters. */
export const foldedPath = (path: string): string => path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');

/** `Gate/13.58.mp4` becomes `Gate/13.58 (2).mp4`, and number 1 changes nothing; where the name has a place for it, it stands there. */
export function numberedPath(wanted: string, number: number): string {
  if (wanted.includes(NUMBER_PLACE)) return wanted.replaceAll(NUMBER_PLACE, String(number));
  if (number === 1) return wanted;
  const folder = wanted.slice(0, wanted.lastIndexOf('/') + 1);
  const ending = ` (${number}).mp4`;
  const stem = wanted.slice(folder.length).replace(/\.mp4$/, '');
  return folder + cutToBytes(stem, LONGEST_SEGMENT - ending.length).trimEnd() + ending;
}

/** Whether a file that wants this name bears it, with whatever number. */
export const bearsName = (path: string, wanted: string): boolean =>
  [1, ...[...path.matchAll(/\d+/g)].map(([digits]) => Number(digits))].some(
    (number) => numberedPath(wanted, number) === path,
  );

/**
 * The name with a number that is free, the lowest where there are no gaps: thousands may want one name, so it is found
 * in a few dozen looks. `isTaken` is asked for folded paths.
 */
export function freePath(wanted: string, isTaken: (folded: string) => boolean): string {
  const isFree = (number: number) => !isTaken(foldedPath(numberedPath(wanted, number)));
  let taken = 0;
  let free = 1;
  while (!isFree(free)) {
    taken = free;
    free *= 2;
  }
  while (free - taken > 1) {
    const middle = (free + taken) >>> 1;
    if (isFree(middle)) free = middle;
    else taken = middle;
  }
  return numberedPath(wanted, free);
}
