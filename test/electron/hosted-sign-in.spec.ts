// Signing in on Blink's own page: in a window of ours and in the browser, and every way it can end.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { person } from '../blink-cloud/authorizations.ts';
import { type Cloud, expect, test } from './app.ts';
import { fill, openPage, walk } from './blink-page.ts';
import type { LaunchedApp } from './launch.ts';
import { clipRows, control, expectProblem, requestsOf, words } from './stories.ts';

const cloudWords = ['--clips', '5', '--speed', '20'] as const;

const windows = (main: ElectronApplication): Promise<number> =>
  main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** The title is the address, whatever the page calls itself. */
async function expectAddressShown(main: ElectronApplication, page: Page): Promise<void> {
  const window = await main.browserWindow(page);
  const title = `${new URL(page.url()).host} – ${words.signIn.windowTitle}`;
  await expect.poll(() => window.evaluate((shown) => shown.getTitle())).toBe(title);
}

async function openPopUp({ main }: LaunchedApp, blink: Page): Promise<Page> {
  const opened = main.waitForEvent('window');
  await blink.getByRole('button', { name: 'Sign in with Amazon' }).click({ noWaitAfter: true });
  const popUp = await opened;
  await popUp.waitForLoadState();
  return popUp;
}

/** No browser is started; answers the way to what it would have opened. */
async function keepBrowser(main: ElectronApplication): Promise<() => Promise<string>> {
  await main.evaluate(({ shell }) => {
    shell.openExternal = async (address) => void Object.assign(globalThis, { openedAddress: address });
  });
  return () => main.evaluate(() => (globalThis as unknown as { openedAddress: string }).openedAddress); // put there above
}

/** Whatever leaves for the address that leads back to the app. */
async function watchCallback(main: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await main.evaluate(({ session }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenCallbacks: seen });
    session.fromPartition('sign-in').webRequest.onSendHeaders(({ url }) => {
      if (url.startsWith('https://applinks.blink.com')) seen.push(url);
    });
  });
  return () => main.evaluate(() => (globalThis as unknown as { seenCallbacks: string[] }).seenCallbacks); // put there above
}

test('e-mail, password and code on Blink’s page sign in, and nothing of them is kept', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud(...cloudWords);
  const app = await launch({ cloud, speed: 20 });
  const sent = await watchCallback(app.main);
  const blink = await openPage(app);
  await expect(app.page.getByText(words.signIn.waiting)).toBeVisible();
  await walk(blink);
  await expect(clipRows(app.page)).toHaveCount(5, { timeout: 15_000 });
  expect(await sent()).toEqual([]);
  await expect.poll(() => windows(app.main)).toBe(1);
  expect(requestsOf(cloud, 'authorize')).toHaveLength(1);
  expect(requestsOf(cloud, 'token')).toHaveLength(1);
  await app.quit();
  expect(filesWith(desktop.folder, /never-to-be-kept|someone(@|%40)example|135790|eyJ\.[a-z0-9]{40}/i)).toEqual([]);
});

test('a wrong code may be tried again, and a new one sent', async ({ startCloud, launch }) => {
  const app = await launch({ cloud: await startCloud(...cloudWords), speed: 20 });
  const blink = await openPage(app);
  await fill(blink, 'E-mail', person.email);
  await fill(blink, 'Password', person.password);
  await fill(blink, 'Code', '000000');
  await expect(blink.getByRole('alert')).toHaveText('Wrong code');
  await blink.getByRole('button', { name: 'Send a new code' }).click();
  await fill(blink, 'Code', person.code);
  await expect(clipRows(app.page)).toHaveCount(5, { timeout: 15_000 });
});

test('closing the window cancels, and so does the button', async ({ startCloud, launch }) => {
  const cloud = await startCloud(...cloudWords);
  const app = await launch({ cloud, speed: 20 });
  await (await openPage(app)).close();
  await expectProblem(app.page, { kind: 'sign-in-cancelled' });
  const blink = await openPage(app);
  await expect(blink.getByLabel('E-mail')).toBeVisible();
  await app.page.getByRole('button', { name: words.signIn.cancel, exact: true }).click();
  await expectProblem(app.page, { kind: 'sign-in-cancelled' });
  await expect.poll(() => windows(app.main)).toBe(1);
  expect(requestsOf(cloud, 'token')).toEqual([]);
});

test('saying no on the page cancels', async ({ startCloud, launch }) => {
  const cloud = await startCloud(...cloudWords);
  const app = await launch({ cloud, speed: 20 });
  const blink = await openPage(app);
  await blink.getByRole('button', { name: 'Cancel' }).click({ noWaitAfter: true });
  await expectProblem(app.page, { kind: 'sign-in-cancelled' });
});

test('an answer to another request is not taken', async ({ startCloud, launch }) => {
  const cloud = await startCloud(...cloudWords, '--sign-in', 'wrong-state');
  const app = await launch({ cloud, speed: 20 });
  await walk(await openPage(app));
  await expectProblem(app.page, { kind: 'sign-in-failed' });
  expect(requestsOf(cloud, 'token')).toEqual([]);
});

test('a code together with an error is not taken', async ({ startCloud, launch }) => {
  const cloud = await startCloud(...cloudWords, '--sign-in', 'both');
  const app = await launch({ cloud, speed: 20 });
  await walk(await openPage(app));
  await expectProblem(app.page, { kind: 'sign-in-failed' });
  expect(requestsOf(cloud, 'token')).toEqual([]);
});

test('a redirect by script is caught before anything of it is asked for', async ({ startCloud, launch }) => {
  const app = await launch({ cloud: await startCloud(...cloudWords, '--sign-in', 'script'), speed: 20 });
  const sent = await watchCallback(app.main);
  await walk(await openPage(app));
  await expect(clipRows(app.page)).toHaveCount(5, { timeout: 15_000 });
  expect(await sent()).toEqual([]);
});

test('an account linked to Amazon signs in on a page that opens in a window of its own', async ({
  startCloud,
  launch,
}) => {
  const app = await launch({ cloud: await startCloud(...cloudWords, '--sign-in', 'pop-up'), speed: 20 });
  const sent = await watchCallback(app.main);
  const blink = await openPage(app);
  const popUp = await openPopUp(app, blink);
  await expectAddressShown(app.main, popUp);
  await expectAddressShown(app.main, blink);
  await walk(popUp);
  await expect(clipRows(app.page)).toHaveCount(5, { timeout: 15_000 });
  expect(await sent()).toEqual([]);
  await expect.poll(() => windows(app.main)).toBe(1);
});

test('a page in a window of its own answers to the one that opened it, which goes on', async ({
  startCloud,
  launch,
}) => {
  const app = await launch({ cloud: await startCloud(...cloudWords, '--sign-in', 'opener'), speed: 20 });
  const blink = await openPage(app);
  const popUp = await openPopUp(app, blink);
  await popUp.getByRole('button', { name: 'Allow' }).click({ noWaitAfter: true });
  await expect(blink.getByLabel('E-mail')).toBeVisible();
  await expect.poll(() => windows(app.main)).toBe(2);
  await walk(blink);
  await expect(clipRows(app.page)).toHaveCount(5, { timeout: 15_000 });
});

test('a page in a window of its own has no more rights than the one that opened it, and ends with it', async ({
  startCloud,
  launch,
}) => {
  const app = await launch({ cloud: await startCloud(...cloudWords, '--sign-in', 'pop-up'), speed: 20 });
  const blink = await openPage(app);
  const popUp = await openPopUp(app, blink);
  expect(await popUp.evaluate(() => 'cliptray' in globalThis || 'require' in globalThis)).toBe(false);
  const { origin } = new URL(popUp.url());
  await popUp.evaluate(() => location.assign('app://bundle/index.html')).catch(() => undefined); // it may be torn away
  expect(new URL(popUp.url()).origin).toBe(origin);
  await blink.close();
  await expectProblem(app.page, { kind: 'sign-in-cancelled' });
  await expect.poll(() => windows(app.main)).toBe(1);
});

test('an error that Blink’s page ends with is told, and no code is exchanged', async ({ startCloud, launch }) => {
  const cloud = await startCloud(...cloudWords, '--sign-in', 'error');
  const app = await launch({ cloud, speed: 20 });
  await walk(await openPage(app));
  await expectProblem(app.page, { kind: 'sign-in-failed' });
  expect(requestsOf(cloud, 'token')).toEqual([]);
});

test('a slow page is waited for, and its window can be brought to the front', async ({ startCloud, launch }) => {
  const app = await launch({ cloud: await startCloud(...cloudWords, '--sign-in', 'slow'), speed: 20 });
  const blink = await openPage(app);
  await expect(app.page.getByText(words.signIn.openLead)).toBeVisible();
  await app.main.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) if (window.getParentWindow()) window.hide();
  });
  await app.page.getByRole('button', { name: words.signIn.bringToFront }).click();
  await expect
    .poll(() =>
      app.main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().every((window) => window.isVisible())),
    )
    .toBe(true);
  await walk(blink);
  await expect(clipRows(app.page)).toHaveCount(5, { timeout: 15_000 });
});

test('an account that Blink locks says so on its page; nothing is tried by itself', async ({ startCloud, launch }) => {
  const cloud = await startCloud(...cloudWords);
  const app = await launch({ cloud, speed: 20 });
  const blink = await openPage(app);
  await fill(blink, 'E-mail', person.email);
  await fill(blink, 'Password', 'wrong-1');
  await fill(blink, 'Password', 'wrong-2');
  await fill(blink, 'Password', 'wrong-3');
  await fill(blink, 'Password', 'wrong-4');
  await fill(blink, 'Password', 'wrong-5');
  await expect(blink.getByText('try again in 60 minutes')).toBeVisible();
  await expect(app.page.getByText(words.signIn.dontRepeat)).toBeVisible();
  await blink.close();
  await expectProblem(app.page, { kind: 'sign-in-cancelled' });
  expect(requestsOf(cloud, 'authorize')).toHaveLength(1);
  expect(requestsOf(cloud, 'token')).toEqual([]);
});

test('a page that nobody answers is closed after 15 minutes, and another one opens', async ({ startCloud, launch }) => {
  const app = await launch({ cloud: await startCloud('--clips', '5', '--speed', '100'), speed: 100 });
  await expect((await openPage(app)).getByLabel('E-mail')).toBeVisible();
  await expectProblem(app.page, { kind: 'sign-in-failed' });
  await expect.poll(() => windows(app.main)).toBe(1);
  await expect((await openPage(app)).getByLabel('E-mail')).toBeVisible();
});

test('giving up the browser ends the wait, and the window is as good as before', async ({ startCloud, launch }) => {
  const app = await launch({ cloud: await startCloud(...cloudWords), speed: 20 });
  await keepBrowser(app.main);
  await openPage(app);
  await app.page.getByRole('button', { name: words.signIn.inBrowser }).click();
  await expect(app.page.getByRole('textbox', { name: words.signIn.browserAddress })).toBeVisible();
  await expect.poll(() => windows(app.main)).toBe(1);
  await app.page.getByRole('button', { name: words.signIn.cancel, exact: true }).click();
  await expectProblem(app.page, { kind: 'sign-in-cancelled' });
  await walk(await openPage(app));
  await expect(clipRows(app.page)).toHaveCount(5, { timeout: 15_000 });
});

test('signed in on Blink’s page once, a restart asks for nothing', async ({ startCloud, launch }) => {
  const cloud = await startCloud(...cloudWords);
  const first = await launch({ cloud, speed: 20 });
  await walk(await openPage(first));
  await expect(clipRows(first.page)).toHaveCount(5, { timeout: 15_000 });
  await first.quit();
  const second = await launch({ cloud, speed: 20 });
  await expect(clipRows(second.page)).toHaveCount(5);
  await expect.poll(() => requestsOf(cloud, 'home').length).toBe(2);
  expect(requestsOf(cloud, 'authorize')).toHaveLength(1);
  expect(requestsOf(cloud, 'token')).toHaveLength(1);
});

test('a page that breaks off is said to be Blink’s trouble', async ({ startCloud, launch }) => {
  const app = await launch({ cloud: await startCloud(...cloudWords, '--sign-in', 'broken'), speed: 20 });
  await openPage(app);
  await expectProblem(app.page, { kind: 'blink-unavailable' });
});

test('refused as a robot, one signs in through the browser and pastes the address back', async ({
  startCloud,
  launch,
}) => {
  const cloud = await startCloud(...cloudWords, '--sign-in', 'robot');
  const app = await launch({ cloud, speed: 20 });
  await openPage(app);
  await expectProblem(app.page, { kind: 'sign-in-refused' });
  await control(cloud, { signIn: 'usual' });
  const opened = await keepBrowser(app.main);
  await app.page.getByRole('button', { name: words.signIn.inBrowser }).click();
  const field = app.page.getByRole('textbox', { name: words.signIn.browserAddress });
  await field.fill('https://example.org/');
  await app.page.getByRole('button', { name: words.signIn.goOn }).click();
  await expectProblem(app.page, { kind: 'sign-in-failed' });
  await field.fill(await browse(cloud, await opened()));
  await app.page.getByRole('button', { name: words.signIn.goOn }).click();
  await expect(clipRows(app.page)).toHaveCount(5, { timeout: 15_000 });
});

/** Signs in as another browser would; answers the address where it ends. */
async function browse(cloud: Cloud, address: string): Promise<string> {
  const page = await (await fetch(address)).text();
  const visit = /name="visit" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const send = (field: Record<string, string>) =>
    fetch(`${cloud.url}/oauth/v2/signin`, {
      method: 'POST',
      body: new URLSearchParams({ visit, ...field }),
      redirect: 'manual',
    });
  await send({ email: person.email });
  await send({ password: person.password });
  return (await send({ code: person.code })).headers.get('location') ?? '';
}

/** Every byte below the folder, as text and as UTF-16. */
function filesWith(folder: string, secrets: RegExp): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(10);
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => secrets.test(readFileSync(file).toString('latin1').replaceAll('\0', '')));
}
