// What a person types to find clips: days, times of day, and for the rest words of a camera's name.
import type { HourRange, SearchWords } from '../messages/search-words.ts';
import { fold } from './fold.ts';
import { type DayRange, type ReadDays, readRange } from './search-days.ts';

export interface Search {
  /** As it was typed. */
  readonly text: string;
  readonly days: DayRange | null;
  readonly hours: HourRange | null;
  /** Folded; a camera's name has to hold them all. */
  readonly words: readonly string[];
}

/** `today`: days since 1970 at the cameras. A word that begins a camera's name is no day: "Sun terrace", "May's room". */
export function readSearch(text: string, today: number, words: SearchWords, cameras: readonly string[]): Search {
  const names = cameras.flatMap((name) => fold(name).split(/\s+/));
  const isName = (word: string) => names.some((name) => name.startsWith(word));
  const typed = fold(text)
    .split(/[\s,]+/)
    .filter(Boolean);
  let days: DayRange | null = null;
  let hours: HourRange | null = null;
  const rest: string[] = [];
  for (let at = 0; at < typed.length; ) {
    const word = typed[at] ?? '';
    const range: ReadDays | null = days === null ? readRange(typed, at, { today, words, isName }) : null;
    const part: HourRange | undefined = hours === null && !isName(word) ? words.partsOfDay[word] : undefined;
    if (range) days = range.days;
    else if (part) hours = part;
    else rest.push(word);
    at = range ? range.next : at + 1;
  }
  return { text, days, hours, words: rest };
}

/** Whether this hour of the wall clock, 0–23, lies in the range. */
export const isInHours = (hour: number, { from, until }: HourRange): boolean =>
  from < until ? hour >= from && hour < until : hour >= from || hour < until;
