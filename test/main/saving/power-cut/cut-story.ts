// Tells a story once, and finds every disk that a power cut in it may have left: folder, profile and index together.
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { seededRandom } from '../../../blink-cloud/index.ts';
import type { Household } from '../household.ts';
import type { Run } from '../run.ts';
import { signatureOf, statesAfterCut } from './after-cut.ts';
import { commitEnds } from './commits.ts';
import type { DiskState } from './disk-event.ts';
import { type Pretended, recordDisk } from './recorded-disk.ts';

/** The index's files; null: there was none. */
interface IndexFiles {
  readonly database: Buffer | null;
  readonly log: Buffer | null;
}

export interface Cut {
  /** The last step before it, as `link` or `commit`. */
  readonly step: string;
  readonly disk: DiskState;
  readonly index: IndexFiles;
}

/** What lasted of the index and of the folder is combined as it can be: a commit lasts when it is answered. `most`: of one moment. */
export async function cutsOf(
  home: Household,
  story: (start: Household['start']) => Promise<Run>,
  { most = 64, pretended = null }: { readonly most?: number; readonly pretended?: Pretended } = {},
): Promise<readonly Cut[]> {
  const place = dirname(home.folder);
  const database = indexFile(home);
  const before = read(database);
  const lengths: number[] = [];
  const lengthNow = () => (existsSync(`${database}-wal`) ? statSync(`${database}-wal`).size : 0);
  const recording = recordDisk(place, () => lengths.push(lengthNow()), pretended);
  let run: Run;
  try {
    run = await story(home.start);
  } finally {
    recording.end();
  }
  const log = read(`${database}-wal`) ?? Buffer.alloc(0);
  const after = read(database);
  if (before) expect(after?.equals(before), 'the log was taken over meanwhile').toBe(true);
  await run.quit();

  const ends = commitEnds(log);
  const commitsIn = (length: number) => ends.findLastIndex((end) => end <= length);
  const cuts = new Map<string, Cut>();
  const random = seededRandom(1);
  for (let events = 0; events <= recording.events.length; events++) {
    const first = events === 0 ? 0 : commitsIn(lengths[events - 1] ?? 0);
    const last = events === recording.events.length ? ends.length - 1 : commitsIn(lengths[events] ?? 0);
    for (const disk of statesAfterCut(recording.before, recording.events.slice(0, events), most, random)) {
      for (let commits = first; commits <= last; commits++) {
        const event = recording.events[events - 1];
        const step = commits > first ? 'commit' : event?.kind === 'names' ? event.step : (event?.kind ?? 'nothing');
        const end = ends[commits] ?? 0;
        const index = { database: after, log: end > 0 ? log.subarray(0, end) : null };
        const signature = `${commits} ${signatureOf(disk)}`;
        if (!cuts.has(signature)) cuts.set(signature, { step, disk, index });
      }
    }
  }
  return [...cuts.values()];
}

/** Puts the disk into the state that the cut left. */
export function restoreCut(home: Household, { disk, index }: Cut): void {
  for (const name of readdirSync(disk.place)) rmSync(join(disk.place, name), { recursive: true });
  mkdirSync(home.profile);
  const standing = new Map<number, string>();
  for (const one of [...disk.names.keys()].sort()) {
    const entry = disk.names.get(one);
    if (entry === 'folder') mkdirSync(one, { recursive: true });
    if (typeof entry !== 'number') continue;
    const other = standing.get(entry);
    const content = disk.files.get(entry);
    if (other !== undefined) linkSync(other, one);
    else if (content) {
      writeFileSync(one, content.bytes);
      utimesSync(one, content.modifiedAtMs / 1000, content.modifiedAtMs / 1000);
    }
    standing.set(entry, one);
  }
  if (index.database) writeFileSync(indexFile(home), index.database);
  if (index.log) writeFileSync(`${indexFile(home)}-wal`, index.log);
}

export const countedBySteps = (cuts: readonly Cut[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(cuts, ({ step }) => step)].map(([step, those]) => [step, those.length] as const).sort(),
  );

const indexFile = (home: Household) => join(home.profile, 'index.sqlite');
const read = (file: string) => (existsSync(file) ? readFileSync(file) : null);
