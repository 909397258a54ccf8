// Where a clip is saved, by the person's template: `Front gate/2026-11-23/2026-11-23 13.58.04 Front gate.mp4`.
import { type NameStyle, type NameTimes, type NameToken, usualNames } from '../../../preload/contract.ts';
import { type LocalTimes, localTimes } from './local-time.ts';
import { NUMBER_PLACE } from './numbered-path.ts';
import { LONGEST_SEGMENT, safeSegment } from './safe-segment.ts';
import { readTemplate, type Template, type TemplateSegment } from './template.ts';

/** What a name can be made of. */
export interface NamedClip {
  readonly camera: string;
  readonly module: string;
  readonly system: string;
  /** IANA name of its system's; null: unknown. */
  readonly timeZone: string | null;
  /** Unix ms. */
  readonly recordedAtMs: number;
  /** 0 = unknown. */
  readonly lengthMs: number;
}

const ENDING = '.mp4';
/** In one language: a name must not depend on who looks at it. */
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * Answers names relative to the folder, with `/`; `{n}` is left as `NUMBER_PLACE`, for `numberedPath` to fill in. A
 * template that cannot be read, as an edited settings file may hold, is passed over for the usual one.
 */
export function naming({ template, times }: NameStyle): (clip: NamedClip) => string {
  const read = readTemplate(template);
  const segments = 'kind' in read ? usualTemplate() : read;
  const wallClocks = new Map<string | null, LocalTimes>();
  const wallClockOf = (timeZone: string | null): LocalTimes => {
    const known = wallClocks.get(timeZone) ?? localTimes(timeZone);
    wallClocks.set(timeZone, known);
    return known;
  };
  return (clip) => {
    const values = valuesOf(clip, wallClockOf(zoneOf(clip, times)));
    const expand = (segment: TemplateSegment) =>
      segment.map((piece) => (typeof piece === 'string' ? piece : values[piece.token]())).join('');
    const folders = segments.slice(0, -1).map((segment) => safeSegment(expand(segment)));
    const file = safeSegment(expand(segments.at(-1) ?? []), LONGEST_SEGMENT - ENDING.length);
    return [...folders, file + ENDING].join('/');
  };
}

/** The zone whose clocks a clip's name shows; null: the computer's. */
export function zoneOf(clip: Pick<NamedClip, 'timeZone'>, times: NameTimes): string | null {
  switch (times) {
    case 'system':
      return clip.timeZone;
    case 'computer':
      return null;
    case 'utc':
      return 'UTC';
  }
}

function valuesOf(clip: NamedClip, wallClock: LocalTimes): Readonly<Record<NameToken, () => string>> {
  const { date, time } = wallClock(clip.recordedAtMs);
  const [year = '', month = '', day = ''] = date.split('-');
  const [hour = '', minute = '', second = ''] = time.split('.');
  // The mark of {n} means nothing where a camera happens to be called so.
  const own = (name: string) => name.replaceAll(NUMBER_PLACE, '');
  return {
    camera: () => own(clip.camera),
    module: () => own(clip.module),
    system: () => own(clip.system),
    date: () => date,
    year: () => year,
    month: () => month,
    day: () => day,
    time: () => time,
    hour: () => hour,
    minute: () => minute,
    second: () => second.slice(0, 2), // the offset of a doubled hour belongs to {time}
    weekday: () => WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '',
    utc: () => new Date(clip.recordedAtMs).toISOString().slice(0, 19).replaceAll(':', '.').concat('Z'),
    length: () => (clip.lengthMs > 0 ? `${Math.round(clip.lengthMs / 1000)}s` : ''),
    n: () => NUMBER_PLACE,
  };
}

function usualTemplate(): Template {
  const usual = readTemplate(usualNames.template);
  if ('kind' in usual) throw new Error('the usual template can be read');
  return usual;
}
