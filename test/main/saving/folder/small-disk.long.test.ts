// A real disk is full, or can only be read any more, while clips are saved: the folder's, and the profile's.
import { spawnSync } from 'node:child_process';
import { readdirSync, statfsSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import type { Problem, ProblemKind } from '../../../../preload/contract.ts';
import { smallDisk, whyNoNamespace, whyNoSmallDisk } from '../../../small-disk.ts';
import { type Household, household, saveUntil } from '../household.ts';
import type { Run } from '../run.ts';

const refusal = whyNoSmallDisk();

interface Trouble {
  readonly kind: ProblemKind;
  found(app: Run): Problem | null;
  begin(): void;
  end(): void;
}

/** Clips are saved until the trouble is noticed; an hour later it ends. */
async function expectToHold(home: Household, { kind, found, begin, end }: Trouble): Promise<void> {
  await home.tell(async () => {
    const app = await home.start();
    const { saved } = await saveUntil(app, 2);
    await app.until(() => app.saving.lanes().every(({ arriving }) => arriving.length === 0)); // no file is open
    begin();
    await app.until(() => found(app)?.kind === kind);
    const [asked, fetched] = [home.answered('post').length, home.answered('get').length];
    await home.clock.sleep(3_600_000);
    expect(found(app)).toMatchObject({ kind });
    expect(home.answered('post').length - asked).toBeLessThanOrEqual(12);
    expect(home.answered('get').length - fetched).toBeLessThanOrEqual(30);
    end();
    expect(await saved).toMatchObject([{ state: 'done', saved: 8, failed: 0 }]);
    expect(found(app)).toBeNull();
    await app.quit();
    home.expectAllSaved();
    expect(readdirSync(home.folder)).not.toContain('.cliptray-partial');
  });
}

const usedKiB = (at: string): number => {
  const { blocks, bfree, bsize } = statfsSync(at);
  return ((blocks - bfree) * bsize) / 1024;
};

const ofFolder = (app: Run) => app.saving.folderProblem;
const ofProfile = (app: Run) => app.indexProblem();

if (refusal !== null && whyNoNamespace() === null)
  test('these stories, in a namespace of their own: there anybody may mount', () => {
    const vitest = ['vitest', 'run', '--project=long', import.meta.filename];
    const { status, stdout } = spawnSync('unshare', ['-rm', ...vitest], { encoding: 'utf8' });
    expect(status, stdout).toBe(0);
  });
else stories();

function stories(): void {
  beforeEach((context) => {
    if (refusal !== null) context.skip(`no disk can be mounted: ${refusal}; ${whyNoNamespace()}`);
  });

  test('a folder whose disk is full', async () => {
    const home = await household();
    const disk = smallDisk(home.folder, 'size=1m');
    await expectToHold(home, {
      kind: 'disk-full',
      found: ofFolder,
      begin: () => disk.remount(`size=${usedKiB(home.folder) + 4}k`),
      end: () => disk.remount('size=1m'),
    });
  });

  test('a folder whose disk can only be read', async () => {
    const home = await household();
    const disk = smallDisk(home.folder, 'size=1m');
    await expectToHold(home, {
      kind: 'folder-read-only',
      found: ofFolder,
      begin: () => disk.remount('ro'),
      end: () => disk.remount('rw'),
    });
  });

  test('a profile whose disk is full', async () => {
    const home = await household();
    const disk = smallDisk(home.profile, 'size=8m');
    await expectToHold(home, {
      kind: 'disk-full',
      found: ofProfile,
      begin: () => disk.remount(`size=${usedKiB(home.profile)}k`),
      end: () => disk.remount('size=8m'),
    });
  });
}
