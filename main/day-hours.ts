// Hours that come back every day, by this computer's own clock, whichever way its clocks are changed that night.
import type { DayHours } from '../preload/contract.ts';

/** Hours that begin after they end run over midnight; those of no length are the whole day. */
export function isWithin({ fromMinute, toMinute }: DayHours, atMs: number): boolean {
  const nights = fromMinute < toMinute ? 0 : 1;
  return [-1, 0].some(
    (day) => timeOfDay(fromMinute, day, atMs) <= atMs && atMs < timeOfDay(toMinute, day + nights, atMs),
  );
}

/** When the clock shows this minute of the day, so many days from that of `fromMs`; the first time where it does twice. */
export function timeOfDay(minute: number, days: number, fromMs: number): number {
  const day = new Date(fromMs);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 0, minute).getTime();
}
