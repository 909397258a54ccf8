// The power is cut at any moment: what was synced is there, what was not may be or not; the next start goes on.
import { existsSync, readdirSync } from 'node:fs';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { writeFileAtomically } from '../../../../main/atomic-file.ts';
import type { ClipKey } from '../../../../preload/contract.ts';
import { seededRandom } from '../../../blink-cloud/index.ts';
import { given } from '../../blink/connected.ts';
import { temporaryFolder } from '../../library/room.ts';
import { type Household, household } from '../household.ts';
import type { Run } from '../run.ts';
import { statesAfterCut } from './after-cut.ts';
import { brokenClaims } from './claims.ts';
import { type Cut, countedBySteps, cutsOf, restoreCut } from './cut-story.ts';
import { recordDisk } from './recorded-disk.ts';

// Where a sync costs nothing: what it means is told by the model.
beforeEach(() => {
  if (existsSync('/dev/shm')) vi.stubEnv('TMPDIR', '/dev/shm');
  return () => vi.unstubAllEnvs();
});

/** Nothing is called saved that is not there; a start from here ends with every clip saved, once, and nothing else. */
async function expectToComeBack(home: Household, cut: Cut, goOn: (app: Run) => Promise<unknown>): Promise<void> {
  restoreCut(home, cut);
  const broken = brokenClaims(home);
  if (broken.length > 0) throw new Error(broken.join(', '));
  await home.tell(async () => {
    const app = await home.start();
    await goOn(app);
    expect((await app.copies()).map(({ state }) => state)).toEqual(home.cloud.truth().map(() => 'confirmed'));
    await app.quit();
  });
  home.expectAllSaved();
  expect(readdirSync(home.folder)).not.toContain('.cliptray-partial');
}

/** `steps`: after each of these, at least one cut was tried. */
async function expectAllToComeBack(
  home: Household,
  cuts: readonly Cut[],
  steps: readonly string[],
  goOn: (app: Run) => Promise<unknown> = saveOn,
): Promise<void> {
  const counted = countedBySteps(cuts);
  console.log(`${cuts.length} disks, by the step before the cut: ${JSON.stringify(counted)}`);
  expect(Object.keys(counted)).toEqual(expect.arrayContaining([...steps]));
  const failures: string[] = [];
  for (const [index, cut] of cuts.entries()) {
    await expectToComeBack(home, cut, goOn).catch((error: Error) =>
      failures.push(`disk ${index}, after ${cut.step}: ${error.message}`),
    );
  }
  expect(failures.slice(0, 10)).toEqual([]);
}

/** Where even the wish was lost, it is made again. */
const saveOn = (app: Run) => (app.saving.jobs().length === 0 ? app.save() : app.idle());

async function startAndSave(start: Household['start']): Promise<Run> {
  const app = await start();
  await app.save();
  return app;
}

/** A home whose folder is chosen and whose clips are listed. */
async function listedHome(clips: number): Promise<Household> {
  const home = await household({ clips });
  await home.tell(async () => (await home.start()).quit());
  return home;
}

describe('a clip is received, sealed, linked, saved and confirmed', () => {
  test('step by step', async () => {
    const home = await listedHome(1);
    const cuts = await home.clock.run(cutsOf(home, startAndSave));
    await expectAllToComeBack(home, cuts, ['mkdir', 'create', 'bytes', 'link', 'commit']);
  });

  test('in a folder that was just being chosen', async () => {
    const home = await household({ clips: 1 });
    const cuts = await home.clock.run(cutsOf(home, (start) => start(), { most: 8 }));
    await expectAllToComeBack(home, cuts, ['mkdir', 'create', 'bytes', 'commit']);
  });

  test('where there are no hard links', async () => {
    const home = await listedHome(1);
    const cuts = await home.clock.run(
      cutsOf(
        home,
        (start) => {
          vi.spyOn(fs, 'link').mockRejectedValue(Object.assign(new Error('EPERM'), { code: 'EPERM' }));
          return startAndSave(start);
        },
        { most: 8 },
      ),
    );
    await expectAllToComeBack(home, cuts, ['create', 'bytes', 'rename', 'commit']);
  });

  test.each(['file synced', 'folder synced'] as const)('a disk on which no %s is found out', async (pretended) => {
    const home = await household({ clips: 1 });
    const cuts = await home.clock.run(cutsOf(home, startAndSave, { pretended }));
    const found = cuts.filter((cut) => {
      restoreCut(home, cut);
      return brokenClaims(home).some((claim) => claim.endsWith('is called saved'));
    });
    expect(found).not.toEqual([]);
  });
});

test('files get other names: two change places, one moves', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    let names: Readonly<Record<ClipKey, string>> = {};
    const app = await home.start({ odd: { wantedName: (key) => names[key] ?? '' } });
    const [a, b, c] = app.keys() as [ClipKey, ClipKey, ClipKey]; // of three clips
    names = { [a]: app.library.nameOf(b), [b]: app.library.nameOf(a), [c]: 'elsewhere/c.mp4' };
    await app.save();
    await app.quit();
  });
  const cuts = await home.clock.run(
    cutsOf(home, async (start) => {
      const app = await start();
      given(await app.saving.renaming.begin());
      await app.saving.renaming.rested();
      return app;
    }),
  );
  await expectAllToComeBack(home, cuts, ['link', 'unlink', 'commit'], async ({ saving }) => {
    await saving.renaming.rested();
    const { files } = given(await saving.renaming.preview());
    expect([0, 3]).toContain(files); // what was begun was ended
    if (files > 0) given(await saving.renaming.begin());
    await saving.renaming.rested();
  });
});

test('a file that turned out to be another clip is put aside', async () => {
  const home = await household({ clips: 3 });
  await home.tell(async () => {
    const app = await home.start({ fate: { call: 'saved', moment: 'after', nth: 3 } });
    void app.saving.save(app.keys(), { kind: 'all' });
    await app.killed;
    await app.quit();
    home.cloud.control({ permute: {} });
  });
  const cuts = await home.clock.run(
    cutsOf(
      home,
      async (start) => {
        const app = await start({ unlisted: true });
        given(await app.saving.pause(null, 'until-resumed')); // how it is fetched again is told above
        await app.list();
        await home.clock.sleep(60_000);
        expect(readdirSync(join(home.profile, 'quarantine'))).not.toEqual([]);
        return app;
      },
      { most: 4 },
    ),
  );
  await expectAllToComeBack(home, cuts, ['bytes', 'commit'], async (app) => {
    given(await app.saving.resume(null));
    await app.idle();
  });
});

test('a small file of ours is replaced: it holds what it held before, or what it should hold', async () => {
  const place = await temporaryFolder();
  const file = join(place, 'settings.json');
  await writeFileAtomically(file, 'before');
  const { before, events, end } = recordDisk(place, () => undefined);
  await writeFileAtomically(file, 'after').finally(end);
  const contentsAfter = (count: number) =>
    statesAfterCut(before, events.slice(0, count), 64, seededRandom(1)).map(({ names, files }) => {
      const entry = names.get(file);
      return typeof entry === 'number' ? files.get(entry)?.bytes.toString() : undefined;
    });
  const meanwhile = events.flatMap((_event, count) => contentsAfter(count));
  expect(new Set(meanwhile)).toEqual(new Set(['before', 'after']));
  expect(new Set(contentsAfter(events.length))).toEqual(new Set(['after']));
});
