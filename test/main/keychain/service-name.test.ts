import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keychainService } from '../../../main/keychain/service-name.ts';

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'cliptray-service-')));
  await mkdir(join(folder, 'one'));
  await mkdir(join(folder, 'two'));
});
afterEach(() => rm(folder, { recursive: true }));

test('two profiles, or two clouds, never share a sign-in', async () => {
  const real = await keychainService(join(folder, 'one'), null);
  expect(real).toMatch(/^Cliptray\/[0-9a-f]{12}$/);
  expect(await keychainService(join(folder, 'two'), null)).not.toBe(real);
  expect(await keychainService(join(folder, 'one'), 'http://127.0.0.1:8080')).not.toBe(real);
});

test('a profile reached by another way is the same profile', async () => {
  await symlink(join(folder, 'one'), join(folder, 'link'));
  expect(await keychainService(join(folder, 'link'), null)).toBe(await keychainService(join(folder, 'one'), null));
});
