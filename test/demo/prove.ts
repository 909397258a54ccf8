// Lets somebody save, then compares what lies in the folder with the truth: the tour's last word.
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareFolder } from '../electron/compare-folder.ts';
import type { DemoOptions } from './command-line.ts';
import type { Wanted } from './wanted.ts';

export interface Places {
  /** Where clips are saved. */
  readonly out: string;
  /** Where a picture of each step goes. */
  readonly shots: string;
}

const shownDifferences = 10;

/**
 * `save` answers how many clips it says it has saved. Ends with one line of JSON; true only if they are all that was
 * wanted, each file equals the truth in bytes, camera, name and time, and nothing else lies beside them.
 */
export async function prove(
  chosen: Pick<DemoOptions, 'out' | 'shots'>,
  electron: string | null,
  wanted: Wanted,
  save: (places: Places) => Promise<number>,
): Promise<boolean> {
  const startedAt = performance.now();
  const out = chosen.out ?? join(mkdtempSync(join(tmpdir(), 'cliptray-tour-')), 'clips');
  const shots = chosen.shots ?? `${out}-pictures`;
  mkdirSync(out, { recursive: true });
  const saved = await save({ out, shots }).catch((error: unknown) => {
    console.log(`\nIt did not work: ${error instanceof Error ? error.message : error}`);
    return 0;
  });
  const { equal: verified, differences } = compareFolder(out, wanted.clips, wanted.timeZone);
  const beside = readdirSync(out).filter((name) => name !== wanted.camera && name !== '.cliptray-folder');
  const wrong = [...differences, ...beside.map((name) => `${name}: does not belong there`)];
  for (const words of wrong.slice(0, shownDifferences)) console.log(`    ${words}`);
  if (wrong.length > shownDifferences) console.log(`    and ${wrong.length - shownDifferences} more`);
  console.log(
    `\nOf ${wanted.clips.length} clips, ${verified} files equal what ${wanted.camera} recorded: bytes, name and time.`,
  );
  console.log(`Clips: ${out}`);
  if (electron !== null) console.log(`Pictures: ${shots}`);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  console.log(JSON.stringify({ saved, verified, failed: wrong.length, electron, seconds }));
  return verified > 0 && verified === wanted.clips.length && saved === verified && wrong.length === 0;
}
