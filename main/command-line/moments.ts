// Times, whiles and hours as a person types them, and times as programs read them.
import type { DayHours } from '../../preload/contract.ts';

/** 23:00-07:00, by this computer's clock. */
export function hoursOf(text: string): DayHours | 'unreadable' {
  const [from, to, ...others] = text.split('-').map(minuteOf);
  if (from === undefined || to === undefined || others.length > 0) return 'unreadable';
  return Number.isNaN(from) || Number.isNaN(to) ? 'unreadable' : { fromMinute: from, toMinute: to };
}

/** Since midnight; NaN where it is no time. */
function minuteOf(text: string): number {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  return Number(hour) * 60 + Number(minute);
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** 30m, 12h or 7d, in ms; NaN where it is no while. */
export function whileOf(text: string): number {
  const [, count, unit] = /^(\d+)([mhd])$/.exec(text) ?? [];
  return Number(count) * (units[unit ?? ''] ?? Number.NaN);
}

/** Unix ms; NaN where it is neither date nor time. */
export function momentOf(text: string): number {
  // A date alone means its first moment here, not in UTC as Date.parse has it.
  return Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);
}

export const isoTime = (unixMs: number | null): string | null =>
  unixMs === null ? null : new Date(unixMs).toISOString();
