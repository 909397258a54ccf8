// How long clips are, as the filter sorts them: a camera records between a few seconds and a minute.

/** `unknown`: the drive's own list does not say it; a clip's length is learned with its file. */
export type ClipLength = 'short' | 'medium' | 'long' | 'unknown';

/** `untilMs` is no longer part of it. */
export const lengthsOf: Readonly<Record<ClipLength, { readonly fromMs: number; readonly untilMs: number }>> = {
  short: { fromMs: 1, untilMs: 10_000 },
  medium: { fromMs: 10_000, untilMs: 30_000 },
  long: { fromMs: 30_000, untilMs: Number.POSITIVE_INFINITY },
  unknown: { fromMs: 0, untilMs: 1 },
};
