// Reads a Retry-After header: seconds or a date.

const LONGEST_MS = 24 * 60 * 60_000;

/** How long to wait, ms, at most a day; null where the header is absent or unreadable. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const waitMs = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - nowMs;
  return Number.isFinite(waitMs) ? Math.min(LONGEST_MS, Math.max(0, waitMs)) : null;
}
