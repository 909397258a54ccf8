// The command line over real TCP: what it prints, keeps, and how it ends.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { realClock } from '../blink-cloud/clock.ts';
import type { TruthRow } from '../blink-cloud/index.ts';
import { listed, smallClient } from '../blink-cloud/small-client.ts';

const cli = join(import.meta.dirname, '../blink-cloud/cli.ts');
const speed = 50;
// Each test starts a process of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });

const running: ChildProcess[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function start(...words: string[]) {
  const child = spawn(process.execPath, [cli, '--speed', String(speed), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const said = JSON.parse(String(line));
  folders.push(dirname(said.truth));
  const tokens = { accessToken: said.accessToken, refreshToken: said.refreshToken };
  const client = smallClient({ ...said, tokens }, fetch);
  const clock = realClock(speed);
  return {
    child,
    said,
    client,
    list: () => listed(client, (ms) => clock.sleep(clock.span(ms) + 5)),
    truth: async (): Promise<readonly TruthRow[]> => JSON.parse(await readFile(said.truth, 'utf8')),
    control: async (command: unknown) =>
      fetch(`${said.url}/_control`, { method: 'POST', body: JSON.stringify(command) }),
  };
}

test('the first line says all that a client needs, and SIGTERM ends it cleanly with the truth left in place', async () => {
  const { child, said, truth } = await start('--clips', '7');
  expect(said).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    refreshToken: expect.any(String),
    accessToken: expect.any(String),
    accountId: 246_810,
    networks: [{ id: 51_001, modules: [62_002] }],
    truth: expect.any(String),
  });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(await truth()).toHaveLength(7);
});

test('a clip comes over the wire, half a clip breaks off, and the log tells both', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'blink-cloud-log-'));
  folders.push(folder);
  const { client, list, child } = await start('--clips', '3', '--faults', 'truncate#1', '--log', join(folder, 'log'));
  const manifest = await list();
  const path = client.clipPath(manifest, manifest.clips[0]);
  await client.send('POST', path);
  const clock = realClock(speed);
  await clock.sleep(clock.span(5300));
  const half = await client.send('GET', path);
  await expect(half.arrayBuffer()).rejects.toThrow('terminated');
  const whole = await client.send('GET', path);
  const { byteLength } = await whole.arrayBuffer();
  expect(String(byteLength)).toBe(whole.headers.get('content-length'));

  child.kill('SIGTERM');
  await once(child, 'exit');
  const lines = (await readFile(join(folder, 'log'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.filter(({ route }) => route === 'get')).toEqual([
    expect.objectContaining({
      status: 200,
      fault: 'truncate',
      bytes: Math.floor(byteLength / 2),
      clip: lines.at(-1).clip,
    }),
    expect.objectContaining({ status: 200, bytes: byteLength }),
  ]);
});

test('over the wire a slow body comes whole, a stalled one stops with its connection open', async () => {
  const { client } = await start('--clips', '0', '--faults', 'slow@home#1,stall@home#2');
  const startedAtMs = Date.now();
  const slow = await client.homescreen();
  expect(JSON.parse(await slow.text())).toHaveProperty('networks');
  expect(Date.now() - startedAtMs).toBeGreaterThanOrEqual(12_000 / speed);

  const leaving = new AbortController();
  const stalled = await client.send('GET', '/api/v3/accounts/246810/homescreen', { signal: leaving.signal });
  const reader = stalled.body?.getReader();
  const half = Math.floor(Number(stalled.headers.get('content-length')) / 2);
  for (let came = 0; came < half; ) came += (await reader?.read())?.value?.length ?? 0;
  const next = reader?.read();
  // Whole requests come and go meanwhile.
  expect(await Promise.race([next, client.homescreen().then(({ status }) => status)])).toBe(200);
  leaving.abort(new Error('enough'));
  await expect(next).rejects.toThrow('enough');
});

test('over the wire a fault takes the connection away for a while', async () => {
  const { client } = await start('--clips', '0', '--faults', 'offline@home#1');
  await expect(client.homescreen()).rejects.toThrow('fetch failed');
  await expect(client.homescreen()).rejects.toThrow('fetch failed');
  await expect
    .poll(() => client.homescreen().then(({ status }) => status, String), { interval: 20, timeout: 20_000 })
    .toBe(200);
});

test('over the wire a cut looks like an end, and a cloud that is away like no connection', async () => {
  const { client, control, said } = await start('--clips', '0', '--faults', 'cut@home#1');
  const half = await client.homescreen();
  expect(half.headers.get('content-length')).toBeNull();
  const text = await half.text();
  expect(text).toMatch(/^\{"account":/);
  expect(() => JSON.parse(text)).toThrow(SyntaxError);

  await control({ offline: { ms: 3_600_000 } });
  await expect(client.homescreen()).rejects.toThrow('fetch failed');
  await control({ offline: { ms: 0 } });
  expect((await fetch(`${said.url}/nowhere`)).status).toBe(404);
});

test('specs can record a clip, and a command that is none is refused in words', async () => {
  const { control, truth } = await start('--clips', '2');
  const row = await (await control({ record: { camera: 'Garden', kib: 400 } })).json();
  expect(row).toMatchObject({ camera: 'Garden', size: 400 });
  expect(await truth()).toContainEqual(row);
  const refused = await control({ explode: true });
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('explode')]);
});

test('cameras that go on recording change the truth by themselves', async () => {
  const { truth } = await start('--clips', '0', '--new-clips', '7200');
  await expect.poll(async () => (await truth()).length, { interval: 20, timeout: 20_000 }).toBeGreaterThan(2);
});

test.each([
  [['--faults', 'stal:1'], '"stal" is not a fault'],
  [['--clips', 'many'], '--clips many: a whole number'],
  [['--odd', 'sideways'], '--odd sideways: one of'],
  [['--nonsense'], "'--nonsense'"],
])('%s is a usage error', async (words, message) => {
  const ended = promisify(execFile)(process.execPath, [cli, ...words]);
  await expect(ended).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
});
