// What failed requests look like on a real network, in Node and in Chromium, and which addresses are on this computer.
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { exchange } from '../../../main/blink/exchange.ts';
import { hostsOf, loopbackOrigin } from '../../../main/blink/hosts.ts';
import { reachOf } from '../../../main/blink/reach.ts';
import { systemClock } from '../../../main/clock.ts';

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
