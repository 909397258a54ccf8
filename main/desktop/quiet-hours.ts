// Whether a moment lies in the hours in which nothing is told.
import type { QuietHours } from '../../preload/contract.ts';

/** By this computer's own clock. Hours that end before they begin run over midnight. */
export function isQuiet(hours: QuietHours | null, atMs: number): boolean {
  if (!hours) return false;
  const at = new Date(atMs);
  const minute = at.getHours() * 60 + at.getMinutes();
  const { fromMinute, toMinute } = hours;
  return fromMinute <= toMinute ? fromMinute <= minute && minute < toMinute : minute >= fromMinute || minute < toMinute;
}
