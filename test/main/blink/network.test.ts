// What failed requests look like on a real network, in Node and in Chromium, and which addresses are on this computer.

import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { exchange } from '../../../main/blink/exchange.ts';
import { hostsOf, loopbackOrigin } from '../../../main/blink/hosts.ts';
import { connectBlink } from '../../../main/blink/index.ts';
import { readManifest } from '../../../main/blink/manifest.ts';
import { reachOf } from '../../../main/blink/reach.ts';
import { systemClock } from '../../../main/clock.ts';
import { memorySecrets } from '../../../main/keychain/memory.ts';
import { serveCloud } from '../../blink-cloud/http-server.ts';
import { createBlinkCloud, seededRandom } from '../../blink-cloud/index.ts';
import { given, memoryBudget, silentLog } from './connected.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no port');
  return `http://127.0.0.1:${at.port}/`;
}

const failureOf = (url: string, speed = 1) =>
  exchange({ fetch, clock: systemClock(speed) }, url, { method: 'GET' })
    .then(({ body }) => body.read())
    .then(
      () => {
        throw new Error('answered');
      },
      (error: unknown) => error,
    );

test('nobody listens: not sent', async () => {
  const url = await serving(() => {});
  const [server] = servers.splice(0);
  await new Promise((resolve) => server?.close(resolve));
  expect(reachOf(await failureOf(url))).toBe('not-sent');
});

test('the connection is reset before an answer, or in it: lost', async () => {
  const before = await serving((request) => request.socket.resetAndDestroy());
  expect(reachOf(await failureOf(before))).toBe('lost');
});

test('a redirect is told from a lost answer', async () => {
  const url = await serving((_, response) => {
    response.writeHead(302, { Location: '/elsewhere' }).end();
  });
  expect(reachOf(await failureOf(url))).toBe('redirected');
});

test('no answer within the limit: lost, and the connection is let go', async () => {
  let gone: () => void = () => {};
  const closed = new Promise<void>((resolve) => {
    gone = resolve;
  });
  const url = await serving((request) => request.socket.on('close', gone));
  expect(reachOf(await failureOf(url, 1_000))).toBe('lost');
  await closed;
});

test("Chromium's words", () => {
  expect(reachOf(new Error('net::ERR_INTERNET_DISCONNECTED'))).toBe('not-sent');
  expect(reachOf(new Error('net::ERR_NAME_NOT_RESOLVED'))).toBe('not-sent');
  expect(reachOf(new Error('net::ERR_CONNECTION_REFUSED'))).toBe('not-sent');
  expect(reachOf(new Error('net::ERR_CONNECTION_RESET'))).toBe('lost');
  expect(reachOf(new Error('net::ERR_NETWORK_CHANGED'))).toBe('lost');
  expect(reachOf(new Error('net::ERR_EMPTY_RESPONSE'))).toBe('lost');
  expect(reachOf(new Error("Attempted to redirect, but redirect policy was 'error'"))).toBe('redirected');
});

test("several addresses tried at once: Node's AggregateError", () => {
  const refused = Object.assign(new AggregateError([], 'all failed'), { code: 'ECONNREFUSED' });
  expect(reachOf(new TypeError('fetch failed', { cause: refused }))).toBe('not-sent');
});

test('over a real connection: from the line to the bytes of a clip', async () => {
  const clock = systemClock(50);
  const simulated = createBlinkCloud({ clock, random: seededRandom(1), clips: 5 });
  const server = await serveCloud(simulated, 0, async () => {});
  onTestFinished(() => server.close());
  const { cloud, session, close } = connectBlink({
    fetch,
    secrets: memorySecrets(),
    clock,
    random: seededRandom(2),
    budgetStore: memoryBudget(),
    pace: () => 'full',
    baseUrl: server.url,
    version: '0.0.0',
    log: silentLog,
  });
  onTestFinished(close);
  given(await session.signInWithTokenLine(simulated.tokenLine));
  const [module] = given(await cloud.homescreen('interactive')).modules;
  if (!module) throw new Error('no module');
  const address = { networkId: module.networkId, moduleId: module.id };
  const { manifestId, rows } = given(readManifest(given(await cloud.readManifest(address, 'bulk')).bytes));
  const pair = { manifestId, clipId: rows[0]?.clipId ?? '' };
  expect(await cloud.requestUpload(address, pair, 'bulk')).toMatchObject({ kind: 'started' });
  await clock.sleep(clock.span(6_000));
  const answer = await cloud.fetchClip(address, pair, 'bulk');
  if (answer.kind !== 'clip') throw new Error(answer.kind);
  const sha256 = createHash('sha256');
  for await (const part of answer.body) sha256.update(part);
  expect(simulated.truth().map((row) => row.sha256)).toContain(sha256.digest('hex'));
});

test('one address may stand for all hosts, if it is on this computer', () => {
  expect(loopbackOrigin('http://127.0.0.1:4000')).toBe('http://127.0.0.1:4000');
  expect(loopbackOrigin('http://[::1]:4000/')).toBe('http://[::1]:4000');
  expect(loopbackOrigin('http://localhost')).toBe('http://localhost');
  expect(loopbackOrigin('http://127.0.0.1.evil.example')).toBeNull();
  expect(loopbackOrigin('http://127.0.0.1@evil.example')).toBeNull();
  expect(loopbackOrigin('http://127.0.0.1/path')).toBeNull();
  expect(loopbackOrigin('file:///127.0.0.1')).toBeNull();
  expect(loopbackOrigin('nonsense')).toBeNull();
  expect(() => hostsOf('https://evil.example')).toThrow(RangeError);
  expect(hostsOf('http://localhost:1').rest('e007')).toBe('http://localhost:1');
});
