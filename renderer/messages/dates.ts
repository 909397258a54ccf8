// Days and times as people read them, for one language.

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What `Intl` does not know of a language, or says at greater length than there is room for. */
export interface DateWords {
  /** The day of the month, before the month's name: 23, or 23. */
  readonly dayOfMonth: (day: number) => string;
  /** Monday 23 November */
  readonly weekdayAndDate: (weekday: string, date: string) => string;
  readonly tomorrow: string;
}

export const two = (value: number) => String(value).padStart(2, '0');

/**
 * `localMs` is wall-clock time counted as if it were UTC, so that no time zone is looked up per clip;
 * `unixMs` is a moment and shown in the computer's own zone.
 */
export function datesFor(locale: string, words: DateWords) {
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const weekdayShort = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const monthShort = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });

  const momentDay = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  const momentTime = (unixMs: number): string => {
    const moment = new Date(unixMs);
    return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  };
  const isoMonth = (localMs: number) => new Date(localMs).toISOString().slice(0, 7);
  const dayOfMonth = (localMs: number) => words.dayOfMonth(new Date(localMs).getUTCDate());
  const year = (localMs: number) => new Date(localMs).getUTCFullYear();
  /** A year is named only where it is not the current one. */
  const withYear = (date: string, localMs: number, nowLocalMs: number) =>
    year(localMs) === year(nowLocalMs) ? date : `${date} ${year(localMs)}`;
  const dayAlone = (localMs: number, nowLocalMs: number) =>
    withYear(`${dayOfMonth(localMs)} ${monthShort.format(localMs)}`, localMs, nowLocalMs);
  const dayShort = (localMs: number, nowLocalMs: number) =>
    withYear(
      `${weekdayShort.format(localMs)} ${dayOfMonth(localMs)} ${monthShort.format(localMs)}`,
      localMs,
      nowLocalMs,
    );
  /** 13:58:04 */
  const wallTime = (localMs: number) => {
    const seconds = Math.floor(localMs / 1000);
    return `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  };
  const isoDayName = (isoDay: string) => {
    const ms = Date.parse(isoDay);
    return Number.isNaN(ms) ? isoDay : dayShort(ms, ms);
  };

  return {
    wallTime,
    /** “Front gate, 13:58”, and with the day where it is not today: by the clock at the camera. */
    clipMoment(camera: string, localMs: number, nowLocalMs: number): string {
      const isToday = Math.floor(localMs / dayMs) === Math.floor(nowLocalMs / dayMs);
      const day = isToday ? '' : `${dayShort(localMs, nowLocalMs)} `;
      return `${camera}, ${day}${wallTime(localMs).slice(0, 5)}`;
    },
    /** 14:05, on this computer's clock. */
    momentTime,
    /** 14:05, or Sun 14:05 where it was not within the last hours: on this computer's clock. */
    moment(unixMs: number, nowMs = Date.now()): string {
      const day = nowMs - unixMs > 12 * hourMs ? `${momentDay.format(unixMs)} ` : '';
      return `${day}${momentTime(unixMs)}`;
    },
    /** 15:02, tomorrow 06:00, Mon 30 Nov 06:00: on this computer's clock. */
    momentAhead(unixMs: number, nowMs: number): string {
      const dayOf = (ms: number) => new Date(ms).setHours(0, 0, 0, 0);
      const time = momentTime(unixMs);
      const days = Math.round((dayOf(unixMs) - dayOf(nowMs)) / dayMs);
      if (days === 0) return time;
      if (days === 1) return `${words.tomorrow} ${time}`;
      const here = (ms: number) => ms - new Date(ms).getTimezoneOffset() * minuteMs;
      return `${dayShort(here(unixMs), here(nowMs))} ${time}`;
    },
    /** 06:30 */
    minuteOfDay: (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    monthShort: (localMs: number) => monthShort.format(localMs),
    /** Mon 23 Nov */
    dayShort,
    /** 23 Nov, or 21 Nov – 23 Nov. Days are counted from 1 January 1970. */
    dayRange({ from, to }: { readonly from: number; readonly to: number }, today: number): string {
      const last = dayAlone(to * dayMs, today * dayMs);
      if (from === to) return last;
      const isOneMonth = isoMonth(from * dayMs) === isoMonth(to * dayMs);
      return `${isOneMonth ? dayOfMonth(from * dayMs) : dayAlone(from * dayMs, today * dayMs)} – ${last}`;
    },
    /** Monday 23 November */
    dayLong: (localMs: number, nowLocalMs: number) =>
      withYear(
        words.weekdayAndDate(weekday.format(localMs), `${dayOfMonth(localMs)} ${month.format(localMs)}`),
        localMs,
        nowLocalMs,
      ),
    /** A day comes as 2026-11-23 and is read as Mon 23 Nov. */
    isoDayName,
    /** 14 – 20 November; Mon 23 Nov where it is one day. */
    isoDaysName(fromDay: string, toDay: string): string {
      const [fromMs, toMs] = [Date.parse(fromDay), Date.parse(toDay)];
      if (fromDay === toDay || Number.isNaN(fromMs) || Number.isNaN(toMs)) return isoDayName(toDay);
      const sameMonth = fromDay.slice(0, 7) === toDay.slice(0, 7);
      const from = sameMonth ? dayOfMonth(fromMs) : `${dayOfMonth(fromMs)} ${month.format(fromMs)}`;
      return `${from} – ${dayOfMonth(toMs)} ${month.format(toMs)}`;
    },
  };
}
