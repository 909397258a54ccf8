// Folder and index against the truth: what was lost, doubled, mixed up, damaged or left half done.
import type { TruthRow } from '../blink-cloud/index.ts';
import { inspectFolder } from '../electron/compare-folder.ts';
import type { Index } from './caught.ts';

export interface Losses {
  readonly equal: number;
  readonly lost: number;
  readonly doubled: number;
  readonly mixedUp: number;
  readonly corrupt: number;
  readonly partial: number;
  /** In words. */
  readonly differences: readonly string[];
}

/** Oddities of the home that the runs have; see `known`. */
export const oddities = 'equal-seconds,umlaut,removed,renamed,collide,future';

/** Two cameras are alike in the manifest, two have gone: their clips keep the name that stands there (protocol §4.6). */
const known = (row: TruthRow): TruthRow => ({
  ...row,
  camera: ['Front gate', 'Front-gate', 'Attic window', 'Old barn door'].includes(row.camera)
    ? row.camera_name
    : row.camera,
});

/** Without the folder of the day, as the template of the renamed clips has it. */
export const withoutDay = (name: string): string => name.replace(/\/[^/]+\//, '/');

export function compare(
  folder: string,
  truth: readonly TruthRow[],
  renamed: (name: string) => string = (name) => name,
): Losses {
  const { equal, strange, wrongTime, missing } = inspectFolder(folder, truth.map(known), undefined, renamed);
  const isPartial = (file: string) => file.startsWith('.') || file.endsWith('.part');
  const isMissing = new Set(missing.map(({ sha256 }) => sha256));
  const isClip = new Set(truth.map(({ sha256 }) => sha256));
  const count = (of: (found: { file: string; sha256: string }) => boolean) => strange.filter(of).length;
  const whole = ({ file }: { file: string }) => !isPartial(file);
  return {
    equal,
    lost: missing.filter(({ sha256 }) => !strange.some((found) => found.sha256 === sha256)).length,
    doubled: count((found) => whole(found) && isClip.has(found.sha256) && !isMissing.has(found.sha256)),
    mixedUp: count((found) => whole(found) && isMissing.has(found.sha256)) + wrongTime.length,
    corrupt: count((found) => whole(found) && !isClip.has(found.sha256)),
    partial: count(({ file }) => isPartial(file)),
    differences: [
      ...strange.map(({ file, sha256 }) => `${file} (${sha256}): no clip of that name`),
      ...wrongTime.map((file) => `${file}: wrong time`),
      ...missing.map(({ name, sha256 }) => `${name}: missing (${sha256})`),
    ],
  };
}

/** What the index says otherwise than the truth, when everything is saved. */
export function compareIndex(index: Index, truth: readonly TruthRow[]): readonly string[] {
  const copies = index.rows<{ sha256: string; recordedS: number; state: string }>(
    `c.sha256, clips.recorded_s as recordedS, c.state from copies c join clips on clips.key = c.key`,
  );
  const times = new Map(truth.map((row) => [row.sha256, Date.parse(row.created_at) / 1000]));
  const [check] = index.rows<{ found: string }>('integrity_check as found from pragma_integrity_check');
  const open = index.rows<{ key: number }>('key from items');
  const seen = new Set(copies.map(({ sha256 }) => sha256));
  return [
    ...(check?.found === 'ok' ? [] : [`the index is damaged: ${check?.found}`]),
    ...copies
      .filter(({ sha256, recordedS }) => times.get(sha256) !== recordedS)
      .map(({ sha256 }) => `the index has ${sha256} at another time`),
    ...copies.filter(({ state }) => state !== 'confirmed').map((copy) => `${copy.sha256} is ${copy.state}`),
    ...truth.filter(({ sha256 }) => !seen.has(sha256)).map(({ sha256 }) => `the index does not know ${sha256}`),
    ...open.map(({ key }) => `clip ${key} is still on its way`),
    ...(copies.length > truth.length ? [`the index has ${copies.length} copies of ${truth.length} clips`] : []),
    ...(index.openJobs() > 0 ? ['a job is still open'] : []),
  ];
}
