import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettings } from '../../main/settings.ts';

const warnings: string[] = [];
const log = { info: () => {}, warn: (text: string) => void warnings.push(text), error: () => {} };

let profile: string;
beforeEach(async () => {
  warnings.length = 0;
  profile = await mkdtemp(join(tmpdir(), 'cliptray-settings-'));
});
afterEach(() => rm(profile, { recursive: true }));

test('a first start has the defaults', async () => {
  const settings = (await openSettings(profile, log)).current();
  expect(settings).toEqual({
    theme: 'system',
    pace: 'gentle',
    clipsAs: 'list',
    volume: 1,
    playerWidth: null,
    closeToTray: true,
    openAtLogin: false,
    checkEveryMinutes: 10,
    notifications: { newClips: true, jobs: true, quiet: null, muted: [] },
    keepAwake: true,
    firstRunOver: false,
    savingHours: null,
    autoSave: null,
    leftOutCameras: [],
    deleteFromDrive: false,
    driveFullerThan: 90,
    nearlyFullTold: [],
    names: { template: '{camera}/{date}/{date} {time} {camera}', times: 'system' },
    toldOfTray: false,
    toldOfNoTray: false,
    folder: null,
    window: null,
  });
});

test('what was changed is there after a restart, in order, with nothing left beside it', async () => {
  const settings = await openSettings(profile, log);
  await Promise.all([
    settings.change({ theme: 'light' }),
    settings.change({ folder: { path: '/clips', id: 'f1' } }),
    settings.change({ theme: 'dark' }),
  ]);
  expect((await openSettings(profile, log)).current()).toEqual(settings.current());
  expect(settings.current()).toMatchObject({ theme: 'dark', folder: { path: '/clips', id: 'f1' } });
  expect(await readdir(profile)).toEqual(['settings.json']);
});

test('a wrong value falls back alone', async () => {
  const file = { theme: 'pink', pace: 'brisk', volume: 7, folder: { path: '' }, window: { x: 1 }, later: true };
  await writeFile(join(profile, 'settings.json'), JSON.stringify(file));
  expect((await openSettings(profile, log)).current()).toMatchObject({
    theme: 'system',
    pace: 'brisk',
    volume: 1,
    playerWidth: null,
    folder: null,
    window: null,
  });
});

test('a file that is no JSON, or not an object, counts as none', async () => {
  await writeFile(join(profile, 'settings.json'), '{"theme":"da');
  expect((await openSettings(profile, log)).current().theme).toBe('system');
  await writeFile(join(profile, 'settings.json'), '[1]');
  expect((await openSettings(profile, log)).current().theme).toBe('system');
});

test('where the file cannot be written the change holds for now, and the log says so', async () => {
  const settings = await openSettings(profile, log);
  await rm(profile, { recursive: true });
  await writeFile(profile, ''); // a file where the folder was: it fails for root too
  await settings.change({ theme: 'dark' });
  expect(settings.current().theme).toBe('dark');
  expect(warnings).toEqual(['the settings could not be written']);
});
