// Numbers, sizes and lengths as people read them, for one language; with its dates.
import { type DateWords, datesFor, two } from './dates.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** Numbers and their units stay on one line. */
const nbsp = '\u00a0';

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** What `Intl` does not know of a language, or says at greater length than there is room for. */
export interface FormatWords extends DateWords {
  /** The short names of the units of time. */
  readonly units: { readonly second: string; readonly minute: string; readonly hour: string; readonly day: string };
}

export function formatsFor(locale: string, { units, ...dates }: FormatWords) {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const plain = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const count = (value: number) => whole.format(value);
  const unit = (value: number, name: string) => `${count(value)}${nbsp}${name}`;
  /** Decimal units, as file managers count. */
  const sizeAndUnit = (value: number) => {
    const [size, name] = value < 999_500_000 ? [value / 1e6, 'MB'] : [value / 1e9, 'GB'];
    return [size < 99.95 ? tenths.format(size) : count(size), name] as const;
  };
  const bytes = (value: number) => sizeAndUnit(value).join(nbsp);
  return {
    locale,
    count,
    /** `#` in the chosen form becomes the number. */
    plural: (value: number, forms: PluralForms) =>
      (forms[rules.select(value)] ?? forms.other).replace('#', count(value)),
    /** `part` is 0–1; rounded down, so that 100 % means all of it. */
    percent: (part: number) => `${count(Math.floor(part * 100 + 1e-9))}${nbsp}%`,
    tenths: (value: number) => tenths.format(value),
    /** How many times as fast: 1×, 0.5× */
    times: (value: number) => `${plain.format(value)}×`,
    seconds: (value: number) => `${tenths.format(value)}${nbsp}${units.second}`,
    bytes,
    /** Without its unit where the other size has the same one: the 6.0 in 6.0 of 16.1 GB. */
    bytesBeside: (value: number, other: number) => {
      const [size, name] = sizeAndUnit(value);
      return name === sizeAndUnit(other)[1] ? size : bytes(value);
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
    ...datesFor(locale, dates),
  };
}
