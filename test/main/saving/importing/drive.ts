// A carried drive with a home's clips, and importing from it.
import { copyFile, mkdir, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { ImportReport } from '../../../../preload/contract.ts';
import type { CloudOptions, TruthRow } from '../../../blink-cloud/index.ts';
import { given } from '../../blink/connected.ts';
import { temporaryFolder } from '../../library/room.ts';
import { household } from '../household.ts';
import type { Run } from '../run.ts';

/** Where a clip's file lies on the drive. */
export type Layout = (clip: TruthRow, index: number) => string;

/** The drive of a home with the same clips, as another computer would find it. */
export async function drive(layout: Layout, options: Partial<CloudOptions> = {}): Promise<string> {
  const other = await household(options);
  const place = await temporaryFolder();
  await other.tell(async () => {
    const app = await other.start();
    await app.save();
    const copies = await app.copies();
    for (const [index, clip] of other.cloud.truth().entries()) {
      const copy = copies.find(({ sha256 }) => sha256 === clip.sha256);
      const file = join(place, layout(clip, index));
      await mkdir(dirname(file), { recursive: true });
      await copyFile(join(other.folder, copy?.path ?? ''), file);
      const recordedAt = new Date(clip.created_at);
      await utimes(file, recordedAt, recordedAt);
    }
  });
  return place;
}

export const digits = (text: string) => text.slice(0, 19).replaceAll(':', '-');
/** As one public layout has it: the camera's name without its spaces, and UTC. */
export const byName: Layout = ({ camera_name, created_at }) => `blink_backups/${camera_name}_${digits(created_at)}.mp4`;
export const byNothing: Layout = (_clip, index) => `files/${index}.mp4`;

/** Imports all of it; fails where that was not possible. */
export async function importFrom(app: Run, source: string): Promise<ImportReport> {
  given(await app.saving.importing.begin(source));
  await app.saving.importing.over();
  const { state } = app.saving.importing;
  if (state?.kind !== 'ended') throw new Error('it has not ended');
  expect(state.problem).toBeNull();
  return state.report;
}
