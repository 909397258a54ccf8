// Two processes and one profile: the second one that would save says so, and those that only read are not kept waiting.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { takeOwnership } from '../../main/owner.ts';
import { start } from '../desktop/process.ts';
import { given } from '../main/blink/connected.ts';

async function cliptray(profile: string, ...words: readonly string[]) {
  const child = start(
    process.execPath,
    [join(import.meta.dirname, '../../main/cli.ts'), ...words, '--profile', profile],
    {
      env: { ...process.env, LC_ALL: 'C.UTF-8', CLIPTRAY_TOKEN_FILE: join(profile, 'tokens.json') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const [err, [code]] = await Promise.all([child.stderr ? text(child.stderr) : '', once(child, 'exit')]);
  return { err, code };
}

test('while one saves, another ends with 5 and reads all the same; the lock that it leaves behind is no hindrance', async () => {
  const place = mkdtempSync(join(tmpdir(), 'cliptray-two-'));
  onTestFinished(() => rmSync(place, { recursive: true }));
  const profile = join(place, 'profile');
  mkdirSync(profile);
  const first = given(takeOwnership(profile));

  const second = await cliptray(profile, 'save', '--all', '--to', join(place, 'clips'));
  expect(second.code).toBe(5);
  expect(second.err).not.toBe('');
  expect((await cliptray(profile, 'list')).code).toBe(0);

  first.release();
  const third = await cliptray(profile, 'save', '--all', '--to', join(place, 'clips'));
  expect(third.code).toBe(3); // nobody is signed in
});
