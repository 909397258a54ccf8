import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileSecrets } from '../../../main/keychain/file.ts';
import { describeSecretStore } from './contract.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'cliptray-secrets-'));

describeSecretStore('secrets in a file', async () => {
  const folder = await newFolder();
  return {
    store: fileSecrets(join(folder, 'tokens.json')),
    close: () => rm(folder, { recursive: true }),
  };
});

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await newFolder();
  path = join(folder, 'tokens.json');
});
afterEach(() => rm(folder, { recursive: true }));

test('only its owner can read the file, and no partial one is left beside it', async () => {
  const secrets = fileSecrets(path);
  await secrets.set('refresh', 'one');
  await secrets.set('refresh', 'two');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['tokens.json']);
});

test('the next process finds what this one stored', async () => {
  await fileSecrets(path).set('refresh', 'one');
  expect(await fileSecrets(path).get('refresh')).toEqual({ kind: 'found', value: 'one' });
});

test('a file that is something else is neither read nor overwritten, nor quoted', async () => {
  await writeFile(path, 'my diary');
  const secrets = fileSecrets(path);
  expect(await secrets.get('refresh')).toEqual({ kind: 'unavailable', details: 'not a file of tokens' });
  expect(await secrets.set('refresh', 'one')).toEqual({ kind: 'unavailable', details: 'not a file of tokens' });
  expect(await readFile(path, 'utf8')).toBe('my diary');
});

test('a folder that cannot be written to makes the store unavailable', async () => {
  const secrets = fileSecrets(join(folder, 'missing', 'tokens.json'));
  expect(await secrets.set('refresh', 'one')).toMatchObject({ kind: 'unavailable' });
});

test('a token line is used once: the start after it goes on with the tokens stored since', async () => {
  const first = fileSecrets(path);
  expect(await first.isNewLine('refresh_token=a')).toBe(true);
  first.rememberLine('refresh_token=a');
  await first.set('refresh', 'b');

  const second = fileSecrets(path);
  expect(await second.isNewLine('refresh_token=a')).toBe(false);
  expect(await second.isNewLine('refresh_token=c')).toBe(true);
});

test('a process killed before it got a new refresh token uses its line again', async () => {
  fileSecrets(path).rememberLine('refresh_token=a');
  expect(await fileSecrets(path).isNewLine('refresh_token=a')).toBe(true);
});

test('the line itself is not kept', async () => {
  const secrets = fileSecrets(path);
  secrets.rememberLine('refresh_token=very-secret');
  await secrets.set('refresh', 'b');
  expect(await readFile(path, 'utf8')).not.toContain('very-secret');
});
