// The Electron that specs run in is one that the app can live in; on the test runtime this proves what boot/ fills in.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect } from '@playwright/test';
import { run } from '../../desktop/process.ts';
import { until } from '../../desktop/until.ts';
import { test as desktopTest } from '../desktop.ts';
import { sandboxFlags } from '../electron.ts';

/** What the probe's main.js leaves in the main process's globalThis. */
interface Probe {
  readonly seen: {
    readonly cancelled: number;
    readonly navigations: readonly string[];
  };
  readonly checks: Readonly<Record<string, (folder: string, url: string) => Promise<void>>>;
}
declare global {
  var probe: Probe;
}

const test = desktopTest.extend<{ app: ElectronApplication; server: string; check: (name: string) => Promise<void> }>({
  app: async ({ electron, desktop }, use) => {
    const app = await _electron.launch({
      executablePath: electron.executable,
      args: [...sandboxFlags, join(import.meta.dirname, 'probe'), '--own-switch'],
      env: desktop.env,
    });
    await use(app);
    await app.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  server: async ({}, use) => {
    const server = startServer();
    await once(server.listen(0, '127.0.0.1'), 'listening');
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`); // TCP: never a pipe's string
    server.closeAllConnections();
    server.close();
  },
  check: async ({ app, desktop, server }, use) => {
    await use((name) =>
      app.evaluate((_electron, [which, ...args]) => probe.checks[which]?.(...args), [
        name,
        desktop.folder,
        server,
      ] as const),
    );
  },
});

function startServer(): Server {
  return createServer(async (request, response) => {
    switch (request.url) {
      case '/echo': {
        const body = Buffer.concat(await request.toArray()).toString();
        return response.end(JSON.stringify({ method: request.method, headers: request.headers, body }));
      }
      case '/redirect':
        return response.writeHead(302, { location: '/echo' }).end();
      case '/cut':
        response.writeHead(200, { 'content-length': '1000' }).write('half');
        return setTimeout(() => response.destroy(), 20);
      case '/endless':
        return response.write(Buffer.alloc(65536));
      case '/twenty-megabytes':
        return response.end(Buffer.alloc(20 << 20));
      case '/silent':
        return;
      default:
        return response.writeHead(404).end();
    }
  });
}

test('the app on the command line is the app that runs', ({ check }) => check('identity'));
test('main process: the language of Node 24', ({ check }) => check('language'));
test('main process: web platform, statfs, hash', ({ check }) => check('platform'));
test('main process: Node streams to and from web streams', ({ check }) => check('streams'));
test('main process: node:sqlite', ({ check }) => check('sqlite'));
test('a worker thread has them too', ({ check }) => check('worker'));
test('session.fetch: method, headers, body, cookies of its own, no redirects', ({ check }) => check('fetch'));
test('net.fetch: time-out, cut body, refused, aborted', ({ check }) => check('broken'));
test('net.fetch: 20 MB to a file', ({ check }) => check('download'));

test('a page from app:// fetches parts, posts, and cancels a stream from clip://', async ({ app }) => {
  const page = await app.firstWindow();
  await expect(page.locator('h1')).toHaveText('Probe');
  const part = await page.evaluate(async () => {
    const response = await fetch('clip://range/', { headers: { range: 'bytes=100-103' } });
    return [response.status, ...new Uint8Array(await response.arrayBuffer())];
  });
  expect(part).toEqual([206, 100, 101, 102, 103]);
  const posted = await page.evaluate(async () => {
    const response = await fetch('clip://echo/', { method: 'POST', body: 'text' });
    return [response.status, await response.text()];
  });
  expect(posted).toEqual([201, 'text']);
  await expect(page.evaluate(() => fetch('clip://broken/'))).rejects.toThrow('Failed to fetch');
  await page.evaluate(async () => {
    const reader = (await fetch('clip://endless/')).body?.getReader();
    await reader?.read();
    await reader?.cancel();
  });
  await until('the stream to be cancelled', () => app.evaluate(() => probe.seen.cancelled === 1));
});

test('will-navigate says where to', async ({ app }) => {
  const page = await app.firstWindow();
  await page.evaluate(() => location.assign('https://example.test/'));
  await until('the navigation to be refused', () => app.evaluate(() => probe.seen.navigations.length > 0));
  expect(await app.evaluate(() => probe.seen.navigations)).toEqual(['https://example.test/']);
});

test('nothing that Electron 22 has is changed', async ({ electron }) => {
  test.skip(electron.from !== 'the test runtime', 'another Electron is used');
  const { stdout } = await run(electron.executable, [join(import.meta.dirname, 'probe/natives.js')], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  // The first brings node:sqlite, the second brings the newer platform into workers.
  expect(JSON.parse(stdout)).toEqual(['module._load', 'worker_threads.Worker']);
});
