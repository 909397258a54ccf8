// What clocks on the wall showed at a moment, in any time zone.

export interface LocalTime {
  /** 2026-11-23 */
  readonly date: string;
  /** 13.58.04; in an hour that clocks went through twice, with its offset: 02.30.00+0100. */
  readonly time: string;
}

/** `atMs`: Unix ms. */
export type LocalTimes = (atMs: number) => LocalTime;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Answers local times of one zone: its own, where the name is one, or the computer's, or UTC. */
export function localTimes(timeZone: string | null): LocalTimes {
  const format = formatOf(timeZone) ?? formatOf(undefined) ?? formatOf('UTC');
  if (!format) throw new Error('this JavaScript knows no UTC');
  return (atMs) => {
    const wall = wallClock(format, atMs);
    const [date = '', time = ''] = new Date(wall).toISOString().slice(0, 19).split('T');
    const mark = isDoubled(format, atMs, wall) ? offsetText(wall - atMs) : '';
    return { date, time: time.replaceAll(':', '.') + mark };
  };
}

/** The computer's zone is `undefined`; null where there is no such zone. */
function formatOf(timeZone: string | null | undefined): Intl.DateTimeFormat | null {
  if (timeZone === null) return null;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return null;
  }
}

/** The time on the wall as if it were UTC; whole seconds, Unix ms. */
function wallClock(format: Intl.DateTimeFormat, atMs: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(atMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** True where another moment showed the same time: clocks were put back in between. */
function isDoubled(format: Intl.DateTimeFormat, atMs: number, wall: number): boolean {
  return [-DAY_MS, DAY_MS].some((distance) => {
    const other = wall - (wallClock(format, atMs + distance) - (atMs + distance));
    return other !== atMs && wallClock(format, other) === wall;
  });
}

function offsetText(offsetMs: number): string {
  const minutes = Math.abs(Math.round(offsetMs / MINUTE_MS));
  const digits = (value: number) => String(value).padStart(2, '0');
  return (offsetMs < 0 ? '-' : '+') + digits(Math.floor(minutes / 60)) + digits(minutes % 60);
}

/** What the clocks showed, as if it were UTC; ms. */
export function wallMsOf(wallClock: LocalTimes, atMs: number): number {
  const { date, time } = wallClock(atMs);
  return Date.parse(`${date}T${time.slice(0, 8).replaceAll('.', ':')}Z`);
}

/** A moment in the last hour before this one that clocks went through twice, the second time; Unix ms; null: none in two years. */
export function lastDoubledHour(wallClock: LocalTimes, beforeMs: number): number | null {
  const offsetAt = (atMs: number) => wallMsOf(wallClock, atMs) - atMs;
  for (let days = 1; days <= 730; days++) {
    const [from, to] = [beforeMs - days * DAY_MS, beforeMs - (days - 1) * DAY_MS];
    if (offsetAt(from) <= offsetAt(to)) continue; // clocks were not put back on this day
    for (let atMs = to; atMs > from; atMs -= 15 * MINUTE_MS) if (wallClock(atMs).time.length > 8) return atMs;
  }
  return null;
}
