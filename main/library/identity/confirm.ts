// Decides whether a saved file is the clip whose name it bears, by what a later manifest says ("Confirmed mapping").
import type { Pair } from '../../blink/index.ts';
import type { SizeFits } from './size-unit.ts';

/** Why a file is fetched again: it is not that of its clip, or of two equal clips with the same bytes one is wrong. */
export type Doubt = 'misfit' | 'doubled';

/** A file, and the handles that it was fetched by. */
export interface FetchedFile {
  readonly pair: Pair;
  /** It lay in the cloud under its pair already, and may be from before that meant this clip. */
  readonly mayBeOld: boolean;
  readonly bytes: number;
  readonly lengthMs: number | null;
  /** The doubt after which the clip was fetched again and brought the same bytes; null: there was none such. */
  readonly settled: Doubt | null;
  /**
   * Another clip of the same camera and second has a file with the same bytes, so one of the two is probably the
   * other's; not so where both were fetched again by one manifest, and were the same again.
   */
  readonly isDoubled: boolean;
  /**
   * It may be the file of a clip of another camera or second: that one has a file with the same bytes, or none that is
   * confirmed, and its size fits too.
   */
  readonly hasRival: boolean;
  /** Equal clips were matched by their order only, and not all of them have files: what fits this one may fit another. */
  readonly isUnsure: boolean;
}

/** The clip in a manifest read after the file was fetched. */
export interface ListedClip {
  readonly pair: Pair;
  /** 0 = unknown. */
  readonly size: number;
  /** 0 = unknown. */
  readonly lengthMs: number;
}

/** Blink's lengths are rounded, and count from the trigger rather than from the first frame. */
export const LENGTH_TOLERANCE_MS = 1000;

/**
 * Under one manifest id the handles decide; under another they agree only where the clip kept its id and the content
 * fits. Where the clip got another id, or its handles prove nothing because what they brought may be old, the content
 * alone decides, unless it has a rival: many clips are of one size.
 * Clips that are equal to the second are told apart by their bytes: where two have the same, both are fetched again.
 * The same bytes once more settle a doubt. A clip that is no longer listed (`null`) stays `provisional`: nothing speaks
 * against its file, and there is nothing left to fetch.
 */
export function confirm(
  file: FetchedFile,
  listed: ListedClip | null,
  sizeFits: SizeFits,
): 'confirmed' | 'provisional' | Doubt {
  if (!listed) return 'provisional';
  if (file.isDoubled) return 'doubled';
  const hasSameId = file.pair.clipId === listed.pair.clipId;
  if (file.pair.manifestId === listed.pair.manifestId) {
    if (!hasSameId) return 'misfit';
    if (!file.mayBeOld) return 'confirmed';
  }
  // Sizes are estimates: without this, one that never fits would have its clip fetched for ever.
  if (file.settled) return 'confirmed';
  if (!sizeFits(file.bytes, listed.size) || !lengthFits(file, listed)) return 'misfit';
  if (file.hasRival && (file.mayBeOld || !hasSameId)) return 'misfit';
  return file.isUnsure ? 'provisional' : 'confirmed';
}

function lengthFits(file: FetchedFile, listed: ListedClip): boolean {
  if (file.lengthMs === null || listed.lengthMs === 0) return true;
  return Math.abs(file.lengthMs - listed.lengthMs) <= LENGTH_TOLERANCE_MS;
}
