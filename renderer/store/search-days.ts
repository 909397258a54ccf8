// Reads a day or a range of days out of typed words: "14 nov", "nov 14 2025", "14.11.", "12-14 nov", "mon to wed".
import type { SearchWords } from '../messages/search-words.ts';

/** Days since 1970 at the cameras, both inclusive. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

export interface SearchContext {
  readonly today: number;
  readonly words: SearchWords;
  /** Whether a word may be meant as a camera's name. */
  readonly isName: (word: string) => boolean;
}

export interface ReadDays {
  readonly days: DayRange;
  /** The word behind it. */
  readonly next: number;
}

const dayMs = 86_400_000;
const dayNumber = /^(\d{1,2})(?:\.|st|nd|rd|th)?$/;
const isDash = (word: string | undefined) => word === '-' || word === '–';

/** Null: no day begins at this word. */
export function readRange(typed: readonly string[], at: number, context: SearchContext): ReadDays | null {
  const joined = /^(\d{1,2})\.?[-–](\d{1,2}\.?)$/.exec(typed[at] ?? '');
  if (joined) return rangeTo(joined[1], [joined[2] ?? '', ...typed.slice(at + 1)], at, context);
  const isBetween = (word: string | undefined) =>
    isDash(word) || (word !== undefined && context.words.to.includes(word));
  const first = readDay(typed, at, context);
  if (!first) {
    const [, day] = dayNumber.exec(typed[at] ?? '') ?? [];
    return day !== undefined && isBetween(typed[at + 1]) ? rangeTo(day, typed.slice(at + 2), at + 2, context) : null;
  }
  const last = isBetween(typed[first.next]) ? readDay(typed, first.next + 1, context) : null;
  if (!last) return first;
  const [from, to] = [first.days.from, last.days.to];
  return { days: { from: Math.min(from, to), to: Math.max(from, to) }, next: last.next };
}

/** "12" and "14 nov": both in that month. */
function rangeTo(
  day: string | undefined,
  rest: readonly string[],
  at: number,
  context: SearchContext,
): ReadDays | null {
  const last = readDay(rest, 0, context);
  if (!last || last.days.from !== last.days.to) return null;
  const end = new Date(last.days.to * dayMs);
  const from = dayOf(end.getUTCFullYear(), end.getUTCMonth(), Number(day));
  return from === null || from > last.days.to ? null : { days: { from, to: last.days.to }, next: at + last.next };
}

function readDay(typed: readonly string[], at: number, context: SearchContext): ReadDays | null {
  const { today, words, isName } = context;
  const [word = '', second = '', third = ''] = typed.slice(at, at + 3);
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word) ?? [];
  if (isoYear) return single(dayOf(Number(isoYear), Number(isoMonth) - 1, Number(isoDay)), at + 1);
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2})?)?$/.exec(word) ?? [];
  if (day) return single(latest(Number(day), Number(month) - 1, yearOf(year), today), at + 1);

  const [, before] = dayNumber.exec(word) ?? [];
  if (before) {
    const named = monthOf(second, words);
    if (named < 0) return null;
    const year = yearOf(/^\d{4}$/.exec(third)?.[0]);
    return single(latest(Number(before), named, year, today), at + (year === null ? 2 : 3));
  }
  const named = monthOf(word, words);
  if (named >= 0) {
    const [, after] = dayNumber.exec(second) ?? [];
    const year = yearOf(/^\d{4}$/.exec(after ? third : second)?.[0]);
    const next = at + 1 + (after ? 1 : 0) + (year === null ? 0 : 1);
    if (after) return single(latest(Number(after), named, year, today), next);
    return year === null && isName(word) ? null : { days: wholeMonth(named, year, today), next };
  }
  if (isName(word)) return null;
  if (words.today.includes(word)) return single(today, at + 1);
  if (words.yesterday.includes(word)) return single(today - 1, at + 1);
  const weekday = beginning(word, words.weekdays);
  // The first of January 1970 was a Thursday.
  return weekday < 0 ? null : single(today - ((today + 4 - weekday) % 7), at + 1);
}

const single = (day: number | null, next: number): ReadDays | null =>
  day === null ? null : { days: { from: day, to: day }, next };

const monthOf = (word: string, { months }: SearchWords) => beginning(word.replace(/\.$/, ''), months);

/** Which of the names this word is, or begins; -1: none. */
const beginning = (word: string, names: readonly string[]) =>
  word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word));

/** Null: no year was named. Two figures mean this century. */
function yearOf(figures: string | undefined): number | null {
  if (figures === undefined) return null;
  return figures.length === 2 ? 2000 + Number(figures) : Number(figures);
}

/** Null: there is no such day. `month` counts from 0. */
function dayOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date.getTime() / dayMs : null;
}

/** Without a year the last such day that is not in the future: nothing is recorded there. */
function latest(day: number, month: number, year: number | null, today: number): number | null {
  const thisYear = new Date(today * dayMs).getUTCFullYear();
  const found = dayOf(year ?? thisYear, month, day);
  return year === null && (found === null || found > today) ? dayOf(thisYear - 1, month, day) : found;
}

function wholeMonth(month: number, year: number | null, today: number): DayRange {
  const now = new Date(today * dayMs);
  const chosen = year ?? now.getUTCFullYear() - (month > now.getUTCMonth() ? 1 : 0);
  return { from: Date.UTC(chosen, month, 1) / dayMs, to: Date.UTC(chosen, month + 1, 0) / dayMs };
}
