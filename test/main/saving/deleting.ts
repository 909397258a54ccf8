// A home whose clips are saved and confirmed, to delete from; and what must be true after every story.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ClipKey } from '../../../preload/contract.ts';
import type { CloudOptions, TruthRow } from '../../blink-cloud/index.ts';
import { filesIn } from '../../electron/compare-folder.ts';
import { type Household, household } from './household.ts';
import type { Run, RunOptions } from './run.ts';

export interface Deleting {
  readonly home: Household;
  readonly app: Run;
  /** Newest first. */
  readonly keys: readonly ClipKey[];
  /** Clips that are no longer on a drive, oldest first. */
  gone(): readonly TruthRow[];
  /** Requests to delete a clip that reached the cloud. */
  requests(): number;
}

/** Tells a story in a home with six saved clips; whatever it does, no clip is gone that is not in a folder, byte for byte. */
export async function deleting(
  story: (deleting: Deleting) => Promise<void>,
  cloud: Partial<CloudOptions> = {},
  run: RunOptions = {},
): Promise<void> {
  const home = await household({ clips: 6, ...cloud });
  await home.tell(async () => {
    const app = await home.start(run);
    await app.save();
    await story({
      home,
      app,
      keys: app.keys(),
      gone: () => home.cloud.truth().filter((row) => row.gone_at !== undefined),
      requests: () => home.cloud.log.filter(({ route }) => route === 'delete').length,
    });
  });
  expectOnlySafeOnesGone(home);
}

export const fileOf = async (app: Run, key: ClipKey, folder: string): Promise<string> => {
  const copy = (await app.copies()).find((one) => one.key === key);
  if (!copy) throw new Error(`clip ${key} is not saved`);
  return join(folder, copy.path);
};

/** Whatever left the drives by our doing stands in a folder. Clips that the story itself removed are told by `removed`. */
export function expectOnlySafeOnesGone(
  home: Household,
  folders = [home.folder],
  removed: readonly string[] = [],
): void {
  const hashes = new Set(
    folders
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => filesIn(folder).map((file) => join(folder, file)))
      .map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')),
  );
  const lost = home.cloud
    .truth()
    .filter((row) => row.gone_at !== undefined && !hashes.has(row.sha256) && !removed.includes(row.sha256));
  expect(lost).toEqual([]);
}
