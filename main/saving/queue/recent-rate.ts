// How fast clips came lately, from when they were saved: for who cannot ask the process that saves them.

const lookBackMs = 600_000;

/** Seconds a clip of all modules together; null: too few came lately to tell. */
export function recentSecondsPerClip(savedAtMs: readonly number[], nowMs: number): number | null {
  const lately = savedAtMs.filter((atMs) => atMs > nowMs - lookBackMs && atMs <= nowMs);
  if (lately.length < 3) return null;
  return (Math.max(...lately) - Math.min(...lately)) / (lately.length - 1) / 1000;
}
