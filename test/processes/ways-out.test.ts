// Signing out, forgetting everything, and holding the queue on the command line, in processes of their own.
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeOwnership } from '../../main/owner.ts';
import { type RunningCloud, startCloud } from '../blink-cloud/running.ts';
import { start } from '../desktop/process.ts';

let folder: string;
let cloud: RunningCloud;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cliptray-commands-'));
  cloud = await startCloud(folder, '--clips', '3', '--speed', '50');
});
afterEach(async () => {
  await cloud.end();
  rmSync(folder, { recursive: true });
});

const profile = () => join(folder, 'profile');
const tokenFile = () => join(folder, 'tokens.json');

/** Runs `cliptray`, with this on its standard input, for a person of this language. */
async function cliptray(words: readonly string[], input = '', locale = 'C.UTF-8') {
  const child = start(
    process.execPath,
    [join(import.meta.dirname, '../../main/cli.ts'), ...words, '--profile', profile()],
    {
      env: {
        ...process.env,
        LC_ALL: locale,
        CLIPTRAY_BLINK_URL: cloud.url,
        CLIPTRAY_SPEED: '10', // its time limits shrink with it, and real processes answer
        CLIPTRAY_TOKEN_FILE: tokenFile(),
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  child.stdin?.end(input);
  const [out, err, [code]] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'exit'),
  ]);
  return { out, err, code };
}

const routes = async () => (await cloud.log()).map(({ route }) => route);
const tokens = () => readFileSync(tokenFile(), 'utf8');

test('sign-out takes the tokens out, tells Blink, and leaves what was saved', async () => {
  await cliptray(['sign-in'], cloud.refreshToken);
  await cliptray(['save', '--all', '--to', join(folder, 'clips')]);
  expect(tokens()).toContain('eyJ.');
  const { out, code } = await cliptray(['sign-out']);
  expect(out).toContain('Signed out.');
  expect(code).toBe(0);
  expect(tokens()).not.toContain('eyJ.');
  expect(await routes()).toContain('logout');
  expect(
    readdirSync(join(folder, 'clips'), { recursive: true }).filter((name) => String(name).endsWith('.mp4')),
  ).toHaveLength(3);
  expect((await cliptray(['status'])).out).toContain('3 clips');
  expect((await cliptray(['save', '--all', '--to', join(folder, 'clips')])).code).toBe(3);
  expect((await cliptray(['sign-out'])).out).toContain('Nobody was signed in.');
});

test('status tells of what is saved by itself', async () => {
  expect((await cliptray(['status'])).out).toContain('New clips are not saved by themselves.');
  const autoSave = { ignored: ['Garden'], sinceMs: Date.UTC(2026, 10, 23, 13) };
  writeFileSync(join(profile(), 'settings.json'), JSON.stringify({ autoSave }));
  expect((await cliptray(['status'])).out).toContain('Clips that came after 2026-11-23T13:00:00.000Z are saved');
  expect((await cliptray(['status', '--json'])).out).toContain(JSON.stringify(autoSave));
});

test('while the app runs the queue is shown, and what would change it is refused and says what to do', async () => {
  await cliptray(['sign-in'], cloud.refreshToken);
  const app = takeOwnership(profile());
  try {
    expect(await cliptray(['queue'])).toMatchObject({ code: 0, out: 'Nothing is being saved.\n' });
    expect(await cliptray(['pause', '--for', '1h'])).toMatchObject({
      code: 5,
      err: expect.stringContaining('Change this in its window, or end it first.'),
    });
  } finally {
    if (app.ok) app.value.release();
  }
  expect((await cliptray(['queue'])).out).toBe('Nothing is being saved.\n');
  expect(await cliptray(['pause'])).toMatchObject({ code: 0, out: 'Everything is paused.\n' });
  expect((await cliptray(['queue'])).out).toBe('Nothing is being saved.\nEverything is paused.\n');
});

test('forget wants the word, and then leaves an empty profile', async () => {
  await cliptray(['sign-in'], cloud.refreshToken);
  const before = readdirSync(profile());
  const refused = await cliptray(['forget'], 'yes\n');
  expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('Nothing was deleted.') });
  expect(readdirSync(profile())).toEqual(before);
  expect(tokens()).toContain('eyJ.');
  const { out, code } = await cliptray(['forget'], 'forget\n');
  expect(code).toBe(0);
  expect(out).toContain('List of clips');
  expect(out).toContain('Everything is forgotten.');
  expect(readdirSync(profile())).toEqual([]);
  expect(tokens()).toBe('{}\n');
});

test('a German terminal is spoken to in German, and forgetting wants a German word; programs read the same as ever', async () => {
  const inGerman = (words: readonly string[], input = '') => cliptray(words, input, 'de_DE.UTF-8');
  await cliptray(['sign-in'], cloud.refreshToken);
  expect((await inGerman(['status'])).out).toMatch(
    /^Konto \d+: 0 Clips, davon 0 gespeichert\.\nNoch kein Ordner gewählt\.$/m,
  );
  expect((await inGerman(['status', '--json'])).out).toBe((await cliptray(['status', '--json'])).out);
  expect(await inGerman(['forget'], 'forget\n')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Nichts wurde gelöscht.'),
  });
  expect((await inGerman(['forget'], 'vergessen\n')).out).toContain('Alles ist vergessen.');
});
