// English numbers and dates: the words of formats.ts and the order in which English puts a date.
import { formatsFor } from '../formats.ts';

const base = formatsFor('en-GB', { second: 's', minute: 'min', hour: 'h', day: 'd' });

/** A year is named only where it is not the current one. */
const withYear = (date: string, localMs: number, nowLocalMs: number) =>
  base.year(localMs) === base.year(nowLocalMs) ? date : `${date} ${base.year(localMs)}`;

export const formats = {
  ...base,
  /** Mon 23 Nov */
  dayShort: (localMs: number, nowLocalMs: number) =>
    withYear(
      `${base.weekdayShort(localMs)} ${base.dayOfMonth(localMs)} ${base.monthShort(localMs)}`,
      localMs,
      nowLocalMs,
    ),
  /** 23 Nov */
  dayAlone: (localMs: number, nowLocalMs: number) =>
    withYear(`${base.dayOfMonth(localMs)} ${base.monthShort(localMs)}`, localMs, nowLocalMs),
  /** Monday 23 November */
  dayLong: (localMs: number, nowLocalMs: number) =>
    withYear(`${base.weekday(localMs)} ${base.dayOfMonth(localMs)} ${base.month(localMs)}`, localMs, nowLocalMs),
};
