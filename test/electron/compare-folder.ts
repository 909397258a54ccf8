// Compares a folder of saved clips with what the cameras recorded: by name, bytes and time.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TruthRow } from '../blink-cloud/index.ts';

export interface Comparison {
  /** Files that are what they should be. */
  readonly equal: number;
  /** In words: what is missing, too much, or not what its name says. */
  readonly differences: readonly string[];
}

export interface Inspection {
  readonly equal: number;
  /** Files that are no clip of that name. */
  readonly strange: readonly { readonly file: string; readonly sha256: string }[];
  /** Files whose modification time is not that of their clip's recording. */
  readonly wrongTime: readonly string[];
  readonly missing: readonly { readonly name: string; readonly sha256: string }[];
}

const hourMs = 3_600_000;
const viennese = 'Europe/Vienna';

/**
 * Each of `expected`, and nothing else, has to stand in `folder` under the name that its camera and time make.
 * `timeZone`: that of the simulated home, as its homescreen says.
 */
export function compareFolder(folder: string, expected: readonly TruthRow[], timeZone = viennese): Comparison {
  const { equal, strange, wrongTime, missing } = inspectFolder(folder, expected, timeZone);
  return {
    equal,
    differences: [
      ...strange.map(({ file }) => `${file}: no clip that was recorded`),
      ...wrongTime.map((file) => `${file}: wrong time`),
      ...missing.map(({ name, sha256 }) => `${name}: missing (${sha256})`),
    ],
  };
}

/** The same, part by part. `renamed` makes the name that is looked for out of the usual one. */
export function inspectFolder(
  folder: string,
  expected: readonly TruthRow[],
  timeZone = viennese,
  renamed = (name: string) => name,
): Inspection {
  const nameOf = namesIn(timeZone);
  const wanted = new Map<string, TruthRow[]>();
  for (const row of expected) {
    const name = renamed(nameOf(row.camera, Date.parse(row.created_at)));
    wanted.set(name, [...(wanted.get(name) ?? []), row]);
  }
  let equal = 0;
  const strange: { file: string; sha256: string }[] = [];
  const wrongTime: string[] = [];
  for (const file of filesIn(folder)) {
    // Clips of the same second are numbered, in no promised order.
    const rows = wanted.get(file.replace(/ \(\d+\)\.mp4$/, '.mp4')) ?? [];
    const sha256 = hashOf(join(folder, file));
    const found = rows.findIndex((row) => row.sha256 === sha256);
    const [row] = found < 0 ? [] : rows.splice(found, 1);
    if (!row) strange.push({ file, sha256 });
    else if (statSync(join(folder, file)).mtimeMs !== Date.parse(row.created_at)) wrongTime.push(file);
    else equal++;
  }
  const missing = [...wanted].flatMap(([name, rows]) => rows.map(({ sha256 }) => ({ name, sha256 })));
  return { equal, strange, wrongTime, missing };
}

/** Below `folder`, hidden ones too but for the marker that makes it the clips folder. */
export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.cliptray-folder')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** `Front gate/2026-11-23/2026-11-23 13.58.04 Front gate.mp4`, by the clocks on the wall. */
function namesIn(timeZone: string): (camera: string, recordedAtMs: number) => string {
  const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const offset = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (camera, recordedAtMs) => {
    const wall = wallClock.format(recordedAtMs);
    // When clocks are put back, an hour is there twice: its names carry the offset.
    const isDoubled = [-hourMs, hourMs].some((distance) => wallClock.format(recordedAtMs + distance) === wall);
    const mark = isDoubled ? (/[+-]\d\d:\d\d$/.exec(offset.format(recordedAtMs))?.[0].replace(':', '') ?? '') : '';
    const [date, time] = wall.replaceAll(':', '.').split(' ');
    return `${camera}/${date}/${date} ${time}${mark} ${camera}.mp4`;
  };
}
