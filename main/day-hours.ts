// Whether a moment lies within hours that come back every day.
import type { DayHours } from '../preload/contract.ts';

/** By this computer's own clock. Hours that begin after they end run over midnight; those of no length are the whole day. */
export function isWithin({ fromMinute, toMinute }: DayHours, atMs: number): boolean {
  const at = new Date(atMs);
  const minute = at.getHours() * 60 + at.getMinutes();
  return fromMinute < toMinute ? fromMinute <= minute && minute < toMinute : minute >= fromMinute || minute < toMinute;
}
