// New clips are saved by themselves, as the rule says: from now on or all, of these cameras, in one job.
import { rename } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { isOpenJob } from '../../main/saving/index.ts';
import type { AutoSave, ClipKey, Job } from '../../preload/contract.ts';
import { ClipFlag } from '../../preload/contract.ts';
import { type WholeApp, wholeApp } from './whole-app.ts';

const minuteMs = 60_000;
const everything: AutoSave = { ignored: [], sinceMs: null };
const fromNow = ({ clock }: WholeApp): AutoSave => ({ ignored: [], sinceMs: clock.now() });

const jobs = ({ core }: WholeApp): readonly Job[] => core.saving.jobs();
const record = ({ cloud }: WholeApp, camera?: string) =>
  cloud.control({ record: { listedAfterMs: 0, ...(camera !== undefined && { camera }) } });
/** Names of the cameras of saved clips, in order. */
function savedOf({ core }: WholeApp): readonly string[] {
  const keys = [...core.library.clips().columns.key] as ClipKey[]; // columns hold plain numbers
  return keys
    .flatMap((key) => core.library.row(key) ?? [])
    .filter(({ flags }) => (flags & ClipFlag.saved) !== 0)
    .map(({ cameraName }) => cameraName)
    .sort();
}
const cameraNames = ({ state }: WholeApp) => state().systems.flatMap(({ cameras }) => cameras.map(({ name }) => name));

test('from now on: what was on the drive stays there, what comes is saved with the next regular look', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    await app.core.changeSettings({ autoSave: fromNow(app) });
    await app.clock.sleep(15 * minuteMs);
    expect(jobs(app)).toEqual([]);
    record(app);
    record(app);
    await app.until(() => jobs(app)[0]?.state === 'done');
    expect(jobs(app)).toMatchObject([{ title: { kind: 'new' }, total: 2, saved: 2 }]);
    expect(savedOf(app)).toHaveLength(2);
  });
});

test('everything: the whole drive at once, and nothing twice', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    await app.core.changeSettings({ autoSave: everything });
    await app.until(() => savedOf(app).length === 6 && !jobs(app).some(isOpenJob));
    await app.clock.sleep(25 * minuteMs);
    expect(jobs(app)).toMatchObject([{ title: { kind: 'new' }, state: 'done', total: 6, saved: 6 }]);
  });
});

test('clips of a camera that is left out are not saved', async () => {
  const app = await wholeApp({ cameras: 2, clips: 0 });
  await app.tell(async () => {
    const [wanted = '', ignored = ''] = cameraNames(app);
    await app.core.changeSettings({ autoSave: { ...everything, ignored: [ignored] } });
    record(app, wanted);
    record(app, ignored);
    await app.until(() => savedOf(app).length > 0 && !jobs(app).some(isOpenJob));
    await app.clock.sleep(15 * minuteMs);
    expect(savedOf(app)).toEqual([wanted]);
  });
});

test('a clip that was left out of saving stays where it is', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    const [first] = [...app.core.library.clips().columns.key] as ClipKey[]; // columns hold plain numbers
    if (!first) throw new Error('the drive has six clips');
    await app.core.library.markExcluded([first], true);
    await app.core.changeSettings({ autoSave: everything });
    await app.until(() => savedOf(app).length === 5 && !jobs(app).some(isOpenJob));
    await app.clock.sleep(15 * minuteMs);
    expect(jobs(app)).toMatchObject([{ state: 'done', total: 5 }]);
    await app.core.library.markExcluded([first], false);
    await app.until(() => savedOf(app).length === 6);
  });
});

test('what comes while the job is open joins it; the next one takes its place', async () => {
  const app = await wholeApp({ clips: 0 });
  await app.tell(async () => {
    await app.core.saving.pause(null, 'until-resumed'); // it stays open until the second clip is listed
    await app.core.changeSettings({ autoSave: fromNow(app) });
    record(app);
    await app.core.check();
    await app.until(() => jobs(app).length === 1);
    record(app);
    await app.core.check();
    await app.until(() => jobs(app)[0]?.total === 2);
    expect(jobs(app)).toHaveLength(1);
    await app.core.saving.resume(null);
    await app.until(() => jobs(app)[0]?.state === 'done');
    record(app);
    await app.core.check();
    await app.until(() => savedOf(app).length === 3);
    expect(jobs(app)).toMatchObject([{ title: { kind: 'new' }, total: 1 }]);
  });
});

test('a pause holds it, and so do the hours of long jobs', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    const minute = (new Date(app.clock.now()).getHours() * 60 + 120) % 1440;
    await app.core.changeSettings({ savingHours: { fromMinute: minute, toMinute: (minute + 60) % 1440 } });
    await app.core.changeSettings({ autoSave: everything });
    await app.clock.sleep(10 * minuteMs);
    const [job] = jobs(app);
    expect(job).toMatchObject({ saved: 0, hoursFromMs: expect.any(Number) });
    await app.core.saving.pause(null, 'until-resumed');
    await app.core.changeSettings({ savingHours: null });
    await app.clock.sleep(10 * minuteMs);
    expect(jobs(app)).toMatchObject([{ state: 'paused', saved: 0 }]);
    await app.core.saving.resume(null);
    await app.until(() => savedOf(app).length === 6);
  });
});

test('new clips are saved after what was picked by hand, and before the whole drive', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    const [first, second] = [...app.core.library.clips().columns.key] as ClipKey[]; // columns hold plain numbers
    if (!first || !second) throw new Error('the drive has six clips');
    await app.core.saving.pause(null, 'until-resumed');
    await app.core.saving.save([first], { kind: 'all' });
    await app.core.changeSettings({ autoSave: fromNow(app) });
    record(app);
    await app.core.check();
    await app.until(() => jobs(app).length === 2);
    await app.core.saving.save([second], { kind: 'selection' });
    expect(jobs(app).map(({ title }) => title.kind)).toEqual(['one', 'new', 'all']);
  });
});

test('cancelled, they are not wanted again, but those that come later are; the cancellation can be taken back', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    await app.core.saving.pause(null, 'until-resumed');
    await app.core.changeSettings({ autoSave: everything });
    await app.until(() => jobs(app).length === 1);
    const [job] = jobs(app);
    if (!job) throw new Error('no job');
    await app.core.cancelJob(job.id);
    await app.core.saving.resume(null);
    await app.clock.sleep(15 * minuteMs);
    expect(jobs(app)).toMatchObject([{ state: 'cancelled' }]);
    record(app);
    await app.until(() => savedOf(app).length === 1);
    await app.core.saving.undoCancel(job.id);
    await app.until(() => savedOf(app).length === 7);
  });
});

test('while the folder is away nothing is queued; when it is back, all that came meanwhile is saved', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    await app.clock.busy(rename(app.folder, `${app.folder} away`));
    await app.core.changeSettings({ autoSave: fromNow(app) });
    record(app);
    await app.core.check();
    await app.clock.sleep(minuteMs);
    expect(jobs(app)).toEqual([]);
    expect(app.state().folder.kind).toBe('problem');
    await app.clock.busy(rename(`${app.folder} away`, app.folder));
    await app.until(() => savedOf(app).length === 1);
  });
});

test('switched off, nothing is saved by itself any more', async () => {
  const app = await wholeApp();
  await app.tell(async () => {
    await app.core.changeSettings({ autoSave: fromNow(app) });
    await app.core.changeSettings({ autoSave: null });
    record(app);
    await app.clock.sleep(15 * minuteMs);
    expect(jobs(app)).toEqual([]);
  });
});
