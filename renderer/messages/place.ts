// Where a clip is, read from its flags: the one rule behind every mark and word.
import { ClipFlag, type Place } from '../../preload/contract.ts';

/** The first that holds, in the order of `Place`. */
export function placeOf(flags: number): Place {
  const onDrive = (flags & ClipFlag.onDrive) !== 0;
  if (flags & ClipFlag.saved) return onDrive ? 'saved' : 'only-here';
  if (flags & ClipFlag.cached) return 'cached';
  if (flags & ClipFlag.removedByYou) return 'removed-by-you';
  return onDrive ? 'on-drive' : 'gone';
}
