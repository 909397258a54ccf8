// Numbers, sizes, lengths and dates as people read them, for one language.

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Numbers and their units stay on one line. */
const nbsp = '\u00a0';

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** The short names of the units of time. */
export interface TimeUnits {
  readonly second: string;
  readonly minute: string;
  readonly hour: string;
  readonly day: string;
}

const two = (value: number) => String(value).padStart(2, '0');

/**
 * `localMs` is wall-clock time counted as if it were UTC, so that no time zone is looked up per clip;
 * `unixMs` is a moment and shown in the computer's own zone.
 */
export function formatsFor(locale: string, units: TimeUnits) {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const rules = new Intl.PluralRules(locale);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const weekdayShort = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  const monthShort = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });

  const momentDay = new Intl.DateTimeFormat(locale, { weekday: 'short' });
  const momentTime = (unixMs: number): string => {
    const moment = new Date(unixMs);
    return `${two(moment.getHours())}:${two(moment.getMinutes())}`;
  };
  const count = (value: number) => whole.format(value);
  const unit = (value: number, name: string) => `${count(value)}${nbsp}${name}`;

  return {
    count,
    /** `#` in the chosen form becomes the number. */
    plural: (value: number, forms: PluralForms) =>
      (forms[rules.select(value)] ?? forms.other).replace('#', count(value)),
    /** `part` is 0–1; rounded down, so that 100 % means all of it. */
    percent: (part: number) => `${count(Math.floor(part * 100 + 1e-9))}${nbsp}%`,
    seconds: (value: number) => `${tenths.format(value)}${nbsp}${units.second}`,
    /** Decimal units, as file managers count. */
    bytes(value: number): string {
      const [size, name] = value < 999_500_000 ? [value / 1e6, 'MB'] : [value / 1e9, 'GB'];
      return `${size < 99.95 ? tenths.format(size) : count(size)}${nbsp}${name}`;
    },
    /** How long a clip is, or a place in it: 0:12, 1:02:03. */
    clipLength(ms: number): string {
      const seconds = Math.round(ms / 1000);
      const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
      const tail = two(seconds % 60);
      return hours > 0 ? `${hours}:${two(minutes)}:${tail}` : `${minutes}:${tail}`;
    },
    /** How long something takes, coarser the longer it is: 40 s, 5 min, 11 h 20 min, 3 d 4 h. */
    duration(ms: number): string {
      if (ms < 100_000) return unit(Math.max(1, Math.round(ms / 1000)), units.second);
      if (ms < 99.5 * minuteMs) return unit(Math.round(ms / minuteMs), units.minute);
      const tenMinutes = Math.round(ms / (10 * minuteMs)) * 10 * minuteMs;
      const [large, small] =
        tenMinutes < dayMs
          ? [unit(Math.floor(tenMinutes / hourMs), units.hour), unit((tenMinutes % hourMs) / minuteMs, units.minute)]
          : [unit(Math.floor(ms / dayMs), units.day), unit(Math.floor((ms % dayMs) / hourMs), units.hour)];
      return small.startsWith('0') ? large : `${large} ${small}`;
    },
    /** 13:58:04 */
    wallTime(localMs: number): string {
      const seconds = Math.floor(localMs / 1000);
      return `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    },
    /** 14:05, on this computer's clock. */
    momentTime,
    /** 14:05, or Sun 14:05 where it was not within the last hours: on this computer's clock. */
    moment(unixMs: number, nowMs = Date.now()): string {
      const day = nowMs - unixMs > 12 * hourMs ? `${momentDay.format(unixMs)} ` : '';
      return `${day}${momentTime(unixMs)}`;
    },
    /** 06:30 */
    minuteOfDay: (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    weekday: (localMs: number) => weekday.format(localMs),
    weekdayShort: (localMs: number) => weekdayShort.format(localMs),
    month: (localMs: number) => month.format(localMs),
    monthShort: (localMs: number) => monthShort.format(localMs),
    dayOfMonth: (localMs: number) => new Date(localMs).getUTCDate(),
    year: (localMs: number) => new Date(localMs).getUTCFullYear(),
  };
}
