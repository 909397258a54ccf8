// The days that are asked for most, with their names.
import type { Messages } from '../../messages/index.ts';
import type { DayRange } from '../../store/search-days.ts';

/** `today`: days since 1970 at the cameras. */
export const usualDays = (
  { days }: Messages['library'],
  today: number,
): readonly { readonly name: string; readonly days: DayRange }[] => [
  { name: days.today, days: { from: today, to: today } },
  { name: days.yesterday, days: { from: today - 1, to: today - 1 } },
  { name: days.last(7), days: { from: today - 6, to: today } },
  { name: days.last(30), days: { from: today - 29, to: today } },
];
