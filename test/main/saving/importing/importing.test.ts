// Clips that come on a carried drive: copied, named, counted as saved, and never asked of their module.
import { rmSync } from 'node:fs';
import fs, { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { chooseFolder } from '../../../../main/saving/index.ts';
import type { ImportReport } from '../../../../preload/contract.ts';
import { messagesFor } from '../../../../renderer/messages/index.ts';
import type { TruthRow } from '../../../blink-cloud/index.ts';
import { given } from '../../blink/connected.ts';
import { type Household, household } from '../household.ts';
import type { Run } from '../run.ts';
import { byName, byNothing, digits, drive, importFrom } from './drive.ts';

const proofs = async (app: Run) => new Set((await app.copies()).map(({ proof }) => proof));

async function tellImport(home: Household, source: string, then: (app: Run, report: ImportReport) => Promise<void>) {
  await home.tell(async () => {
    const app = await home.start();
    await then(app, await importFrom(app, source));
  });
}

test('clips whose camera and second stand in their names are saved, and none is asked of its module', async () => {
  const source = await drive(byName);
  const home = await household();
  await tellImport(home, source, async (app, report) => {
    expect(report).toMatchObject({ imported: 8, guessed: 0, had: 0, left: 0 });
    home.expectAllSaved();
    expect(await proofs(app)).toEqual(new Set(['name']));
    await app.save();
    expect(home.uploads()).toEqual([]);
  });
});

test('times may be those of the cameras’ clocks, with a folder for each day', async () => {
  const wall = (clip: TruthRow) => new Date(Date.parse(clip.created_at) + 3_600_000).toISOString(); // Vienna, November
  const source = await drive((clip) => `${wall(clip).slice(0, 10)}/${clip.camera}/${digits(wall(clip)).slice(11)}.MP4`);
  const home = await household();
  await tellImport(home, source, async (app, report) => {
    expect(report).toMatchObject({ imported: 8, guessed: 0, left: 0 });
    expect(await proofs(app)).toEqual(new Set(['name']));
    home.expectAllSaved();
  });
});

test('what only time and content tell is a guess, and marked as one', async () => {
  const source = await drive(byNothing);
  const home = await household();
  await tellImport(home, source, async (app, report) => {
    expect(report).toMatchObject({ imported: 8, guessed: 8, left: 0 });
    expect(report.guessedFiles).toHaveLength(8);
    expect(await proofs(app)).toEqual(new Set(['guess']));
    const [key] = app.keys();
    expect(key && (await app.library.queue.filesOf(key))).toMatchObject([{ proof: 'guess' }]);
    home.expectAllSaved();
  });
});

test('a clip that was saved elsewhere before is known by its bytes, whatever it is called', async () => {
  const source = await drive(byNothing);
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    await app.save();
    const other = given(await home.clock.busy(chooseFolder(`${home.folder} of another year`)));
    await app.saving.useFolder(other);
    expect(await importFrom(app, source)).toMatchObject({ imported: 8, guessed: 0 });
    const copies = await app.library.queue.copiesIn(other.id);
    expect(new Set(copies.map(({ proof }) => proof))).toEqual(new Set(['hash']));
    expect(home.uploads()).toHaveLength(8);
  });
});

test('clips that are saved already are counted and left as they are', async () => {
  const source = await drive(byName);
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    await app.save();
    expect(await importFrom(app, source)).toMatchObject({ imported: 0, had: 8, left: 0 });
    home.expectAllSaved();
    expect(await proofs(app)).toEqual(new Set(['fetched']));
  });
});

test('what cannot be told is listed with its reason, not guessed, and nothing on the drive changes', async () => {
  const source = await drive(byName, { clips: 2 });
  const [first = ''] = await readdir(join(source, 'blink_backups'));
  const at = (name: string) => join(source, 'blink_backups', name);
  await writeFile(at('holiday.mp4'), 'no video');
  await copyFile(at(first), at(`${first.replace(/\d\d\.mp4$/, '')}99.mp4`));
  const foreign = join(import.meta.dirname, '../../../blink-cloud/fixtures/small.mp4');
  const misfit = first.replace('.mp4', ' copy.mp4');
  await copyFile(foreign, at(misfit));
  await writeFile(at('notes.txt'), 'mine');
  const before = (await readdir(source, { recursive: true })).sort();
  const home = await household({ clips: 2 });
  await tellImport(home, source, async (_app, report) => {
    expect(report).toMatchObject({ imported: 2, left: 3 });
    expect(Object.fromEntries(report.leftFiles.map(({ path, reason }) => [path, reason]))).toMatchObject({
      'blink_backups/holiday.mp4': 'not-video',
      [`blink_backups/${misfit}`]: 'misfit',
    });
    home.expectAllSaved();
  });
  expect((await readdir(source, { recursive: true })).sort()).toEqual(before);
});

test('two files that fit one clip and differ decide nothing; two that are equal are one', async () => {
  const source = await drive(byName, { clips: 2 });
  const [first = '', second = ''] = (await readdir(join(source, 'blink_backups'))).sort();
  const at = (name: string) => join(source, 'blink_backups', name);
  await mkdir(join(source, 'again'));
  await copyFile(at(first), join(source, 'again', first));
  const changed = await readFile(at(second));
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  await writeFile(join(source, 'again', second), changed);
  const home = await household({ clips: 2 });
  await tellImport(home, source, async (app, report) => {
    expect(report.imported).toBe(1);
    expect(report.leftFiles.map(({ reason }) => reason)).toEqual(['same-clip', 'same-clip', 'same-clip']);
    await app.save();
    home.expectAllSaved();
    expect(home.uploads()).toEqual([1]);
  });
});

test('a clip that waits in a job is taken from the drive, and the job counts it', async () => {
  const source = await drive(byName);
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    await app.saving.pause(null, 'until-resumed');
    given(await app.saving.save(app.keys(), { kind: 'all' }));
    expect(await importFrom(app, source)).toMatchObject({ imported: 8 });
    expect(await app.idle()).toMatchObject([{ state: 'done', saved: 8, total: 8 }]);
    expect(home.uploads()).toEqual([]);
    home.expectAllSaved();
  });
});

test('a drive that was pulled out is told, and an import that is stopped leaves no clip half there', async () => {
  const source = await drive(byName, { clips: 2 });
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    const app = await home.start();
    const { importing } = app.saving;
    given(await importing.begin(join(source, 'not there')));
    await importing.over();
    expect(importing.state).toMatchObject({ kind: 'ended', problem: { kind: 'source-unreadable' } });
    given(await importing.begin(source));
    await importing.stop();
    expect(importing.state).toMatchObject({ kind: 'ended', stopped: true, report: { imported: 0 } });
    expect(await app.copies()).toEqual([]);
  });
});

test('a drive that is pulled out on the way is told once, not file by file; what was copied stays', async () => {
  const source = await drive(byName);
  const home = await household();
  await home.tell(async () => {
    const app = await home.start();
    const { importing } = app.saving;
    given(await importing.begin(source));
    await app.until(() => importing.state?.kind === 'copying' && importing.state.done === 2);
    rmSync(source, { recursive: true }); // before the next file is looked for
    await importing.over();
    if (importing.state?.kind !== 'ended') throw new Error('it has not ended');
    const { problem, report } = importing.state;
    expect(problem).toMatchObject({ kind: 'source-unreadable', subject: source });
    expect(report).toMatchObject({ left: 0, leftFiles: [] });
    expect(await app.copies()).toHaveLength(report.imported);
    expect(report.imported).toBeLessThan(8);
    const words = messagesFor('en').problems.text(problem ?? { kind: 'folder-missing' });
    expect(words.text).not.toContain('waits');
  });
});

test('a disk without room for all of it is told before anything is copied', async () => {
  const source = await drive(byName, { clips: 2 });
  const home = await household({ clips: 2 });
  await home.tell(async () => {
    const app = await home.start();
    const { importing } = app.saving;
    const room = { bavail: 1, blocks: 1000, bsize: 4096 } as Awaited<ReturnType<typeof fs.statfs>>; // all that is read
    const statfs = vi.spyOn(fs, 'statfs').mockResolvedValue(room);
    onTestFinished(() => statfs.mockRestore());
    given(await importing.begin(source));
    await importing.over();
    expect(importing.state).toMatchObject({ kind: 'ended', problem: { kind: 'disk-full', subject: home.folder } });
    expect(await app.copies()).toEqual([]);
  });
});
