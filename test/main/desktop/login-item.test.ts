// The entry that starts the app at login: read by GLib, as desktops read it, and by hand where it is another's.
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { autostartFile } from '../../../main/desktop/autostart-file.ts';
import { type LoginItemParts, loginItem, startCommand } from '../../../main/desktop/login-item.ts';
import { until } from '../../desktop/until.ts';
import { temporaryFolder } from '../library/room.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

describe('the command', () => {
  test('of a package is its program, of an AppImage its own file, and unpackaged the app behind Electron', () => {
    expect(startCommand({}, '/opt/cliptray/cliptray', null, null)).toEqual(['/opt/cliptray/cliptray', '--hidden']);
    expect(startCommand({ APPIMAGE: '/home/a/Cliptray.AppImage' }, '/tmp/.mount/cliptray', null, null)).toEqual([
      '/home/a/Cliptray.AppImage',
      '--hidden',
    ]);
    expect(startCommand({}, '/usr/bin/electron', '/src/cliptray', '/home/a/other')).toEqual([
      '/usr/bin/electron',
      '/src/cliptray',
      '--profile',
      '/home/a/other',
      '--hidden',
    ]);
  });
});

describe('on Linux', () => {
  async function scene(...command: readonly string[]) {
    const home = await temporaryFolder();
    const machine = { platform: 'linux', env: {}, home, cwd: '/' } as const;
    const [program = '/opt/cliptray/cliptray', ...args] = command;
    const app: LoginItemParts['app'] = { getLoginItemSettings: unasked, setLoginItemSettings: unasked };
    const file = path.join(home, '.config/autostart/cliptray.desktop');
    return { item: loginItem({ machine, app, command: [program, ...args], log }), file, home };
  }

  function unasked(): never {
    throw new Error('Electron does nothing about it on Linux');
  }

  test('it is a file, which comes and goes', async () => {
    const { item, file } = await scene();
    expect(await item.isOn()).toBe(false);
    expect(await item.set(true)).toBe(true);
    expect(await readFile(file, 'utf8')).toContain('Exec="/opt/cliptray/cliptray"\n');
    expect(await item.set(false)).toBe(false);
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  test('a desktop that turned it off has the last word', async () => {
    const { item, file } = await scene();
    await item.set(true);
    await writeFile(file, `${await readFile(file, 'utf8')}Hidden=true\n`);
    expect(await item.isOn()).toBe(false);
    expect(await item.set(true)).toBe(true);
  });

  test('where it cannot be written it stays off', async () => {
    const { item, home } = await scene();
    await writeFile(path.join(home, '.config'), 'a file where a folder should be');
    expect(await item.set(true)).toBe(false);
  });

  test('the program is started with its arguments, whatever stands in them', async () => {
    const folder = path.join(await temporaryFolder(), 'a "folder" for $HOME and `mine` \\o/');
    await mkdir(folder);
    const program = path.join(folder, 'start me');
    const heard = path.join(folder, 'heard');
    await writeFile(
      program,
      '#!/bin/sh\nprintf "%s\\n" "$0" "$@" > "$(dirname "$0")/heard.part"\nmv "$(dirname "$0")/heard.part" "$(dirname "$0")/heard"\n',
    );
    await chmod(program, 0o700);
    const entry = path.join(folder, 'cliptray.desktop');
    await writeFile(entry, autostartFile('Cliptray', [program, '--profile', '/home/ä/50 % "off"', '--hidden']));
    await promisify(execFile)('gio', ['launch', entry]);
    const words = await until('the program', () => readFile(heard, 'utf8').catch(() => ''));
    expect(words.trim().split('\n')).toEqual([program, '--profile', '/home/ä/50 % "off"', '--hidden']);
  });
});

test('elsewhere the system is told', async () => {
  const told: object[] = [];
  const app = {
    getLoginItemSettings: () =>
      ({ openAtLogin: told.length > 0 }) as ReturnType<LoginItemParts['app']['getLoginItemSettings']>, // all that is read
    setLoginItemSettings: (settings: object) => void told.push(settings),
  };
  const machine = { platform: 'win32', env: {}, home: 'C:\\Users\\a', cwd: 'C:\\' } as const;
  const item = loginItem({ machine, app, command: ['C:\\Cliptray\\Cliptray.exe', '--hidden'], log });
  expect(await item.isOn()).toBe(false);
  expect(await item.set(true)).toBe(true);
  expect(told).toEqual([{ path: 'C:\\Cliptray\\Cliptray.exe', args: ['--hidden'], openAtLogin: true }]);
});
