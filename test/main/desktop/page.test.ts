import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerPage } from '../../../main/desktop/page.ts';

let root: string;
let folder: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cliptray-page-'));
  folder = join(root, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="__NONCE__" />');
  await writeFile(join(folder, 'assets', 'index.js'), 'run("__NONCE__")');
  await writeFile(join(folder, 'notes.txt'), 'no type of ours');
  await writeFile(join(root, 'secret.js'), 'secret');
});
afterEach(() => rm(root, { recursive: true }));

const ask = (url: string, method = 'GET') => answerPage(new Request(url, { method }), folder);

test('the page has a nonce of its own at each load, in its policy and in its text', async () => {
  const [one, two] = [await ask('app://bundle/index.html'), await ask('app://bundle/index.html')];
  const text = await one.text();
  const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? '';
  expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(one.headers.get('Content-Security-Policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(two.headers.get('Content-Security-Policy')).not.toContain(nonce);
});

test('the policy lets in our own scripts, styles, fonts, clips and pictures, and nothing else', async () => {
  const policy = (await ask('app://bundle/index.html')).headers.get('Content-Security-Policy') ?? '';
  expect(policy.replace(/nonce-[^']+/, 'nonce-R').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-R'",
    "img-src 'self' clip:",
    'media-src clip:',
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test('a script comes as it is, as a script', async () => {
  const response = await ask('app://bundle/assets/index.js');
  expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  expect(await response.text()).toBe('run("__NONCE__")');
});

test('what is not there is not found, nor what has no type of ours, nor a folder', async () => {
  expect((await ask('app://bundle/missing.js')).status).toBe(404);
  expect((await ask('app://bundle/notes.txt')).status).toBe(404);
  expect((await ask('app://bundle/assets')).status).toBe(404);
  expect((await ask('app://bundle/')).status).toBe(404);
});

test('nothing outside of the folder can be reached', async () => {
  expect((await ask('app://bundle/../secret.js')).status).toBe(404);
  expect((await ask('app://bundle/%2e%2e/secret.js')).status).toBe(404);
  expect((await ask('app://bundle/%2e%2e%2fsecret.js')).status).toBe(404);
  expect((await ask('app://bundle/assets/..%2f..%2fsecret.js')).status).toBe(404);
  expect((await ask('app://bundle/..%5csecret.js')).status).toBe(404);
  expect((await ask('app://bundle/index.html%00.js')).status).toBe(404);
  expect((await ask('app://bundle/%E0%A4%A')).status).toBe(404);
  expect((await ask('app://elsewhere/index.html')).status).toBe(404);
});

test('nothing can be sent to it', async () => {
  expect((await ask('app://bundle/index.html', 'POST')).status).toBe(404);
});
