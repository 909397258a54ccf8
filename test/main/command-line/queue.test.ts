// The queue at a terminal: shown, held, moved, ended and tried again through the index, while no app runs.
import { expect, test } from 'vitest';
import { changeQueue } from '../../../main/command-line/change-queue.ts';
import { showQueue } from '../../../main/command-line/queue.ts';
import type { QueueWish } from '../../../main/command-line/queue-wish.ts';
import { openSettings, type SettingsFile } from '../../../main/settings.ts';
import type { DayHours, JobId } from '../../../preload/contract.ts';
import { silentLog } from '../blink/roles.ts';
import { folder, keyAt, openRoom, type Room, row, save, temporaryFolder } from '../library/room.ts';
import { eventsOf, spoken } from './spoken.ts';

interface Terminal {
  readonly room: Room;
  readonly settings: SettingsFile;
  /** In the order in which they are worked through. */
  readonly picked: JobId;
  readonly everything: JobId;
  order(): Promise<readonly JobId[]>;
  /** Exit code and what was said. */
  change(wish: QueueWish, locale?: string): Promise<{ readonly code: number; readonly text: string }>;
  show(options?: { readonly json?: boolean; readonly hours?: DayHours; readonly locale?: string }): Promise<string>;
}

/** Two jobs wait: one clip that was picked, and all others. */
async function terminal(): Promise<Terminal> {
  const profile = await temporaryFolder();
  const settings = await openSettings(profile, silentLog);
  const room = await openRoom(profile);
  await room.list('5120', [row(1), row(2), row(3), row(4)]);
  const { queue } = room.library;
  const at = (minute: number) => keyAt(room.library, minute);
  const everything = (await queue.addJob({ kind: 'all' }, [at(1), at(2), at(3)], folder, 5)).job?.id;
  const picked = (await queue.addJob({ kind: 'selection' }, [at(4)], folder, 6)).job?.id;
  if (!everything || !picked) throw new Error('there are clips to save');
  return {
    room,
    settings,
    picked,
    everything,
    order: () => queue.jobOrder(),
    async change(wish, locale) {
      const { output, text } = spoken(locale);
      const nowMs = room.clock.now();
      return { code: await changeQueue({ library: room.library, settings, nowMs }, wish, output), text: text() };
    },
    async show({ json = false, hours, locale } = {}) {
      const { output, text } = spoken(locale, json);
      await showQueue({ library: room.library, savingHours: hours ?? null, nowMs: room.clock.now() }, output);
      return text();
    },
  };
}

test('the queue tells each job with its number, what is left of it, and where it goes', async () => {
  const { room, picked, everything, show } = await terminal();
  await room.library.queue.putFolder({ id: folder, path: '/media/clips', isOwn: true });
  await save(room, keyAt(room.library, 3));
  expect((await show()).split('\n')).toEqual([
    `  ${picked}  Your selection: 0 of 1 saved · 0.4 MB to come`,
    '     to /media/clips',
    `  ${everything}  All unsaved clips: 1 of 3 saved · 0.8 MB to come`,
    '     to /media/clips',
    '',
  ]);
  expect(eventsOf(await show({ json: true }))).toMatchObject([
    { event: 'queue', open: 2, paused: false, until: null, hours: null },
    { event: 'job', job: picked, name: 'Your selection', state: 'open', total: 1, waiting: 1, timeLeftMs: null },
    { event: 'job', job: everything, saved: 1, waiting: 2, folder: '/media/clips', failures: {} },
  ]);
});

test('from when clips came lately it tells how fast they come, and how long the rest takes', async () => {
  const { room, show, picked, everything } = await terminal();
  for (const minute of [1, 2, 3]) await save(room, keyAt(room.library, minute));
  const [, ...jobs] = eventsOf(await show({ json: true }));
  // One was saved each second. The other job has nothing left that takes time.
  expect(jobs).toMatchObject([
    { job: picked, secondsPerClip: 1, timeLeftMs: 1000 },
    { job: everything, secondsPerClip: null, timeLeftMs: null },
  ]);
  expect(await show()).toContain('1.0 s a clip · about 1 s left');
});

test('it tells which clips failed, why, and whether they are tried again', async () => {
  const { room, everything, show } = await terminal();
  const { queue } = room.library;
  await queue.attempted(keyAt(room.library, 1), folder, 3, true);
  await queue.givenUp(keyAt(room.library, 2), folder, { kind: 'clip-gone' });
  const text = await show();
  expect(text).toContain('2026-02-03T18:01:31.000Z  Frontgate: Failed 3 times, is tried again');
  expect(text).toContain('2026-02-03T18:02:31.000Z  Frontgate: No longer on the drive');
  expect(eventsOf(await show({ json: true }))).toMatchObject([
    {},
    {},
    { job: everything, failed: 1, failures: { 'clip-gone': 1 } },
    { event: 'clip', job: everything, camera: 'Frontgate', reason: null, attempts: 3, triedAgain: true },
    { event: 'clip', job: everything, reason: 'clip-gone', triedAgain: false },
  ]);
});

test('what ended with failures is told until it is dismissed, and an empty queue says so', async () => {
  const { room, picked, everything, show, change } = await terminal();
  const { queue } = room.library;
  await queue.givenUp(keyAt(room.library, 4), folder, { kind: 'clip-damaged' });
  await queue.endJob(picked, 'done', room.clock.now());
  await queue.endJob(everything, 'cancelled', room.clock.now());
  expect(await show()).toContain(`${picked}  Your selection: 0 of 1 saved · 1 could not be saved`);
  expect(await change({ kind: 'dismiss', job: null })).toEqual({
    code: 0,
    text: 'Removed, with 1 clip that could not be saved.\n',
  });
  expect(await show()).toBe('Nothing is being saved.\n');
  expect(await change({ kind: 'dismiss', job: null })).toMatchObject({ text: 'No ended job is left to remove.\n' });
});

test('everything or one job is paused and resumed', async () => {
  const { room, picked, show, change } = await terminal();
  const { queue } = room.library;
  expect(await change({ kind: 'pause', job: null, pause: { untilMs: null } })).toEqual({
    code: 0,
    text: 'Everything is paused.\n',
  });
  expect((await queue.load()).pause).toEqual({ untilMs: null });
  expect(await show()).toMatch(/^Everything is paused\.\n/);
  await change({ kind: 'resume', job: null });
  expect((await queue.load()).pause).toBeNull();

  const untilMs = room.clock.now() + 3_600_000;
  await change({ kind: 'pause', job: picked, pause: { untilMs } });
  expect(await show()).toMatch(/Your selection: .* · Paused until \d\d:\d\d/);
  await room.clock.run(room.clock.sleep(3_600_000));
  expect(await show()).not.toContain('Paused');
});

test('a job changes places: first, up, down and last', async () => {
  const { room, picked, everything, order, change } = await terminal();
  const { job } = await room.library.queue.addJob({ kind: 'all' }, [keyAt(room.library, 1)], 'another', 7);
  const third = job?.id ?? picked;
  await change({ kind: 'move', job: third, to: 'first' });
  expect(await order()).toEqual([third, picked, everything]);
  await change({ kind: 'move', job: third, to: 'down' });
  expect(await order()).toEqual([picked, third, everything]);
  await change({ kind: 'move', job: everything, to: 'up' });
  expect(await order()).toEqual([picked, everything, third]);
  await change({ kind: 'move', job: picked, to: 'last' });
  expect(await order()).toEqual([everything, third, picked]);
});

test('the first one stays first, the last one last', async () => {
  const { picked, everything, order, change } = await terminal();
  await change({ kind: 'move', job: picked, to: 'up' });
  await change({ kind: 'move', job: everything, to: 'down' });
  expect(await order()).toEqual([picked, everything]);
});

test('a cancelled job waits for nothing; what it saved stays', async () => {
  const { room, everything, show, change } = await terminal();
  await save(room, keyAt(room.library, 3));
  expect(await change({ kind: 'cancel', job: everything })).toMatchObject({
    text: `Job ${everything} is cancelled: 2 clips are not saved.\n`,
  });
  expect(await room.library.queue.copiesIn(folder)).toHaveLength(1);
  expect(await show()).not.toContain('All unsaved clips');
});

test('cancelling what is saved by itself moves the rule on, as in the window', async () => {
  const { room, settings, change } = await terminal();
  await settings.change({ autoSave: { ignored: ['Garden'], sinceMs: 5 } });
  const { job } = await room.library.queue.addJob({ kind: 'new' }, [keyAt(room.library, 1)], 'another', 7);
  if (!job) throw new Error('there is a clip to save');
  await change({ kind: 'cancel', job: job.id });
  expect(settings.current().autoSave).toEqual({ ignored: ['Garden'], sinceMs: room.clock.now() });
});

test('what was given up is tried again, but for what no try can bring', async () => {
  const { room, everything, show, change } = await terminal();
  const { queue } = room.library;
  await queue.givenUp(keyAt(room.library, 1), folder, { kind: 'clip-damaged' });
  await queue.givenUp(keyAt(room.library, 2), folder, { kind: 'clip-gone' });
  await queue.endJob(everything, 'done', room.clock.now());
  expect(await change({ kind: 'retry', job: everything })).toEqual({ code: 0, text: '1 clip will be tried again.\n' });
  expect((await queue.load()).items.map(({ key }) => key)).toContain(keyAt(room.library, 1));
  expect(await show()).toContain('All unsaved clips');
  expect(await change({ kind: 'retry', job: null })).toMatchObject({
    text: 'Nothing failed that another try could bring.\n',
  });
});

test('hours are written where the app reads them', async () => {
  const { settings, change, show } = await terminal();
  const hours = { fromMinute: 1380, toMinute: 420 };
  expect(await change({ kind: 'hours', hours })).toMatchObject({
    text: 'Jobs that save everything run from 23:00 to 07:00 only.\n',
  });
  expect(settings.current().savingHours).toEqual(hours);
  const shown = await show({ hours });
  expect(shown).toMatch(/All unsaved clips: .* · at the chosen hours only/);
  expect(shown).toMatch(/Your selection: 0 of 1 saved · 0.4 MB to come\n/);
  await change({ kind: 'hours', hours: null });
  expect(settings.current().savingHours).toBeNull();
});

test('a job that is not there is refused with those that are, and nothing changes', async () => {
  const { room, picked, everything, change } = await terminal();
  const before = await room.library.queue.load();
  const noJob = 99 as JobId; // no such number was given
  expect(await change({ kind: 'cancel', job: noJob })).toEqual({
    code: 2,
    text: `There is no job 99 to do this with. There are: ${picked}, ${everything}.\n`,
  });
  expect(await change({ kind: 'dismiss', job: picked })).toEqual({
    code: 2,
    text: `Job ${picked} has not ended: cliptray cancel ${picked} ends it.\n`,
  });
  expect(await room.library.queue.load()).toEqual(before);
});

test('a German terminal reads German', async () => {
  const { picked, show, change } = await terminal();
  expect(await show({ locale: 'de' })).toContain('Auswahl: 0 von 1 gespeichert · noch 0,4 MB');
  expect(await change({ kind: 'pause', job: picked, pause: { untilMs: null } }, 'de')).toMatchObject({
    text: `Auftrag ${picked} ist angehalten.\n`,
  });
});
