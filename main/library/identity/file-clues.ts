// What a file's path says of its clip: when it was recorded, and by which camera. No layout is known for sure.
import { reducedName } from './reduced-name.ts';

export interface PathClues {
  /** Moments that are meant for sure, as seconds since 1970 or with an offset are; Unix ms. */
  readonly momentsMs: readonly number[];
  /** Times on a wall clock, as if they were UTC: whose clock it was is not said; ms. */
  readonly wallMs: readonly number[];
  /** The path without its ending, reduced as cameras' names are. */
  readonly words: string;
}

const DAY = String.raw`(20\d\d)[-_. /]?([01]\d)[-_. /]?([0-3]\d)`;
const TIME = String.raw`([0-2]\d)[-_.:h ]?([0-5]\d)[-_.:m ]?([0-5]\d)`;
const FULL = new RegExp(
  String.raw`(?<!\d)${DAY}[T_\-. /\\]*${TIME}(?!\d)(?:\.\d{3}(?=Z))?(Z|[+-]\d\d[-:.]?\d\d(?!\d))?`,
  'g',
);
const DAY_ALONE = new RegExp(String.raw`(?<!\d)${DAY}(?!\d)`, 'g');
/** Parted, for six digits in a row may be anything. */
const TIME_ALONE = /(?<!\d)([0-2]\d)[-_.:h]([0-5]\d)[-_.:m]([0-5]\d)(?!\d)/g;
const SECONDS = /(?<!\d)(1\d{9})(\d{3})?(?!\d)/g;

/** `path`: below the folder or drive that is looked through. */
export function pathClues(path: string): PathClues {
  const plain = path.replace(/\.[^./\\]+$/, '');
  const momentsMs: number[] = [];
  const wallMs: number[] = [];
  for (const [, seconds, ms] of plain.matchAll(SECONDS)) momentsMs.push(Number(seconds) * 1000 + Number(ms ?? 0));
  for (const [, year, month, day, hour, minute, second, zone] of plain.matchAll(FULL)) {
    const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (Number.isNaN(at)) continue;
    if (zone === undefined) wallMs.push(at);
    else momentsMs.push(at - offsetMs(zone));
  }
  if (wallMs.length === 0 && momentsMs.length === 0) wallMs.push(...apart(plain));
  return { momentsMs, wallMs, words: reducedName(plain) };
}

/** A folder for each day, and times in the names of files. */
function apart(path: string): readonly number[] {
  const days = [...path.matchAll(DAY_ALONE)].map(([, year, month, day]) => `${year}-${month}-${day}`);
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(DAY_ALONE, ' ');
  const times = [...name.matchAll(TIME_ALONE)].map(([, hour, minute, second]) => `${hour}:${minute}:${second}`);
  return days.flatMap((day) => times.map((time) => Date.parse(`${day}T${time}Z`))).filter((at) => !Number.isNaN(at));
}

function offsetMs(zone: string): number {
  if (zone === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d)[-:.]?(\d\d)$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * Of these reduced names those that a path names. One that is part of another that is named, as `gate` is of
 * `frontgate`, is not meant.
 */
export function namedIn(words: string, names: readonly string[]): ReadonlySet<string> {
  const found = names.filter((name) => name !== '' && words.includes(name));
  return new Set(found.filter((name) => !found.some((other) => other !== name && other.includes(name))));
}
