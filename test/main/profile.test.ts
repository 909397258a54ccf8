import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chosenProfile, makeProfile, profilePath } from '../../main/profile.ts';

describe('the place of the profile', () => {
  const linux = { platform: 'linux', env: {}, home: '/home/ann', cwd: '/work' } as const;
  const mac = { platform: 'darwin', env: {}, home: '/Users/ann', cwd: '/work' } as const;
  const windows = { platform: 'win32', env: {}, home: 'C:\\Users\\ann', cwd: 'D:\\work' } as const;

  test('on Linux', () => {
    expect(profilePath(null, linux)).toBe('/home/ann/.config/Cliptray');
    expect(profilePath(null, { ...linux, env: { XDG_CONFIG_HOME: '/data/conf' } })).toBe('/data/conf/Cliptray');
    expect(profilePath(null, { ...linux, env: { XDG_CONFIG_HOME: 'conf' } })).toBe('/home/ann/.config/Cliptray');
    expect(profilePath('p', linux)).toBe('/work/p');
  });

  test('on macOS', () => {
    expect(profilePath(null, mac)).toBe('/Users/ann/Library/Application Support/Cliptray');
    expect(profilePath('/p', mac)).toBe('/p');
  });

  test('on Windows', () => {
    const env = { APPDATA: 'E:\\Roaming' };
    expect(profilePath(null, { ...windows, env })).toBe('E:\\Roaming\\Cliptray');
    expect(profilePath(null, windows)).toBe('C:\\Users\\ann\\AppData\\Roaming\\Cliptray');
    expect(profilePath('p', windows)).toBe('D:\\work\\p');
  });
});

test('--profile is found by its name, not by its place', () => {
  expect(chosenProfile(['electron', 'out', '--profile', '/tmp/p'])).toBe('/tmp/p');
  expect(chosenProfile(['electron', '--profile=/tmp/p', 'out'])).toBe('/tmp/p');
  expect(chosenProfile(['electron', 'out'])).toBeNull();
  expect(chosenProfile(['electron', 'out', '--profile'])).toBeNull();
  expect(chosenProfile([])).toBeNull();
});

test('nobody else can look into the profile, not even into one that was open before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cliptray-profile-'));
  try {
    await makeProfile(join(folder, 'deep', 'new'));
    await mkdir(join(folder, 'open'), { mode: 0o755 });
    await makeProfile(join(folder, 'open'));
    expect((await stat(join(folder, 'deep', 'new'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'open'))).mode & 0o777).toBe(0o700);
  } finally {
    await rm(folder, { recursive: true });
  }
});
