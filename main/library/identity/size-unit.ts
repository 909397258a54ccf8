// Learns what a module's sizes count: almost surely KiB, but nobody has said so (protocol §4.2).

/** A file of ours and the size that its manifest gave. */
export interface SizeSample {
  readonly bytes: number;
  readonly size: number;
}

/** Answers whether a file of so many bytes can be the clip that is listed with this size. */
export type SizeFits = (bytes: number, size: number) => boolean;

/** From here on samples are believed more than the usual units. */
const ENOUGH = 5;
const USUAL_UNITS = [1024, 1000, 1];
/** A size may be rounded up or down, and be taken a little before the file was complete. */
const ROUNDING = 1.5;
const LEAST_SPREAD = 0.002;
const USUAL_SPREAD = 0.01;

/**
 * `samples`: files known to be right. Those that wait for this very answer are no samples: after a module re-indexed
 * they may all be wrong, and would make anything fit.
 */
export function learnSizeUnit(samples: readonly SizeSample[]): SizeFits {
  const ratios = samples.filter(({ size }) => size > 0).map(({ bytes, size }) => bytes / size);
  if (ratios.length < ENOUGH) {
    return (bytes, size) => USUAL_UNITS.some((unit) => isNear(bytes, size, unit, USUAL_SPREAD));
  }
  const unit = median(ratios);
  const spread = Math.max(LEAST_SPREAD, 4 * median(ratios.map((ratio) => Math.abs(ratio / unit - 1))));
  return (bytes, size) => isNear(bytes, size, unit, spread);
}

const isNear = (bytes: number, size: number, unit: number, spread: number): boolean =>
  size > 0 && Math.abs(bytes / unit - size) <= ROUNDING + size * spread;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
