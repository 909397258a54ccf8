// A home whose clips are saved and confirmed, to delete from; and what must be true after every story.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ClipKey } from '../../../../preload/contract.ts';
import type { CloudOptions, TruthRow } from '../../../blink-cloud/index.ts';
import { filesIn } from '../../../electron/compare-folder.ts';
import { type Household, household } from '../household.ts';
import type { Run, RunOptions } from '../run.ts';

export interface Deleting {
  readonly home: Household;
  readonly app: Run;
  /** Newest first. */
  readonly keys: readonly ClipKey[];
  /** Of them. */
  readonly first: ClipKey;
  /** Clips that are no longer on a drive, oldest first. */
  gone(): readonly TruthRow[];
  /** Requests to delete a clip that reached the cloud. */
  requests(): number;
}

/** Tells a story in a home with four saved clips; whatever it does, no clip is gone that is not in a folder, byte for byte. */
export async function deleting(
  story: (deleting: Deleting) => Promise<void>,
  cloud: Partial<CloudOptions> = {},
  run: RunOptions = {},
): Promise<void> {
  const home = await household({ clips: 4, ...cloud });
  await home.tell(async () => {
    const app = await home.start(run);
    await app.save();
    const keys = app.keys();
    const [first] = keys;
    if (first === undefined) throw new Error('no clip');
    await story({
      home,
      app,
      keys,
      first,
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

/** Where a story saves besides. */
export const otherFolder = (home: Household): string => join(home.profile, 'other clips');

/** Whatever left the drives stands in a folder, byte for byte. */
export function expectOnlySafeOnesGone(home: Household): void {
  const hashes = new Set(
    [home.folder, otherFolder(home)]
      .filter((folder) => existsSync(folder))
      .flatMap((folder) => filesIn(folder).map((file) => join(folder, file)))
      .map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')),
  );
  const lost = home.cloud.truth().filter((row) => row.gone_at !== undefined && !hashes.has(row.sha256));
  expect(lost).toEqual([]);
}
