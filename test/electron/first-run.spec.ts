// The first run: once and for all, each step and back, whatever the home is like.
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ProblemKind } from '../../preload/contract.ts';
import { expect, test } from './app.ts';
import { openPage, walk } from './blink-page.ts';
import { compareFolder } from './compare-folder.ts';
import type { LaunchedApp } from './launch.ts';
import {
  clipRows,
  control,
  expectProblem,
  jobBar,
  letChoose,
  openSettings,
  truthOf,
  tryToSignIn,
  words,
} from './stories.ts';

const { firstRun } = words;
const module = 'Hallway module';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const expectTitle = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 15_000 });

/** From the welcome over Blink's page to the drives. */
async function arrive(app: LaunchedApp): Promise<void> {
  await walk(await openPage(app, firstRun.start));
  await expect(app.page.getByRole('button', { name: firstRun.toFolder })).toBeVisible({ timeout: 15_000 });
}

async function expectToldAndGoOn(page: Page, kind: ProblemKind, subject?: string): Promise<void> {
  await expectProblem(page, subject === undefined ? { kind } : { kind, subject });
  await expect(page.getByRole('main')).toContainText(firstRun.stillWorks(kind));
  await press(page, firstRun.toFolder);
  await press(page, firstRun.notNow);
  await expect(page.getByRole('navigation')).toBeVisible();
}

test('welcome, Blink’s page, drives, folder, and the library, which saves there', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20');
  const app = await launch({ cloud, speed: 20, asNewcomer: true });
  const { page } = app;
  await expectTitle(page, firstRun.title);
  await arrive(app);
  await expectTitle(page, firstRun.found(1, 5));
  await expect(page.getByRole('list', { name: firstRun.camerasFound }).getByRole('listitem')).not.toHaveCount(0);
  await press(page, firstRun.toFolder);
  const suggested = join(desktop.folder, 'Videos/Blink');
  await expect(page.getByRole('main')).toContainText(suggested);
  await expect(page.getByRole('main')).toContainText(/GB free/);
  await expect(page.locator('code')).toHaveText(/\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d .*\.mp4/);
  expect(suggested.startsWith(homedir())).toBe(false); // of this desktop, not of the machine
  await press(page, firstRun.finish);
  await expect(clipRows(page)).toHaveCount(5);
  await page.getByRole('button', { name: words.library.saveAllName(5) }).click();
  await expect(jobBar(page)).toContainText('Saved 5 clips', { timeout: 30_000 });
  await app.quit();
  expect(compareFolder(suggested, truthOf(cloud))).toEqual({ equal: 5, differences: [] });
});

test('every step leads back, and signing in is asked once only', async ({ startCloud, launch }) => {
  const app = await launch({ cloud: await startCloud('--clips', '5', '--speed', '20'), speed: 20, asNewcomer: true });
  const { page } = app;
  await openPage(app, firstRun.start);
  await press(page, firstRun.back); // Blink's page is given up
  await expectTitle(page, firstRun.title);
  await expect.poll(() => app.main.windows().length).toBe(1);
  await arrive(app);
  await press(page, firstRun.toFolder);
  await press(page, firstRun.back);
  await expectTitle(page, firstRun.found(1, 5));
  await press(page, firstRun.back);
  await expectTitle(page, firstRun.signedIn);
  await press(page, firstRun.back);
  await expectTitle(page, firstRun.title);
  await press(page, firstRun.goOnSignedIn);
  await press(page, firstRun.goOnSignedIn);
  await expectTitle(page, firstRun.found(1, 5));
});

test('left in the middle it goes on with the drives; finished it is never shown again', async ({
  startCloud,
  launch,
}) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20');
  const first = await launch({ cloud, speed: 20, asNewcomer: true });
  await arrive(first);
  await first.quit();
  const second = await launch({ cloud, speed: 20, asNewcomer: true });
  await expectTitle(second.page, firstRun.found(1, 5));
  await press(second.page, firstRun.toFolder);
  await press(second.page, firstRun.notNow);
  await expect(clipRows(second.page)).toHaveCount(5);
  await second.quit();
  const third = await launch({ cloud, speed: 20, asNewcomer: true });
  await expect(clipRows(third.page)).toHaveCount(5);
});

test('skipped, it is over as well: later only signing in is asked', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20');
  const first = await launch({ cloud, speed: 20, asNewcomer: true });
  await press(first.page, firstRun.savedOnly);
  await expect(first.page.getByRole('navigation')).toBeVisible();
  await first.quit();
  const second = await launch({ cloud, speed: 20, asNewcomer: true });
  await expectTitle(second.page, words.signIn.title);
  await tryToSignIn(second.page, cloud.refreshToken);
  await expect(clipRows(second.page)).toHaveCount(5, { timeout: 15_000 });
});

test('another folder is chosen, and one that cannot be written to is refused', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const app = await launch({ cloud: await startCloud('--clips', '5', '--speed', '20'), speed: 20, asNewcomer: true });
  const { main, page } = app;
  await arrive(app);
  await press(page, firstRun.toFolder);
  await letChoose(main, '/sys/kernel'); // nobody may write there, not even root
  await press(page, firstRun.choose);
  await expectProblem(page, { kind: 'folder-read-only', subject: '/sys/kernel' });
  const folder = join(desktop.folder, 'elsewhere');
  await letChoose(main, folder);
  await press(page, firstRun.choose);
  await expect(page.getByRole('main')).toContainText(folder);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await press(page, firstRun.finish);
  await expect(await openSettings(page, 'folder')).toContainText(folder);
});

test('a sign-in that fails on the way is told on its step, and the next one goes on', async ({
  startCloud,
  launch,
}) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20', '--sign-in', 'wrong-state');
  const app = await launch({ cloud, speed: 20, asNewcomer: true });
  await walk(await openPage(app, firstRun.start));
  await expectProblem(app.page, { kind: 'sign-in-failed' });
  await control(cloud, { signIn: 'usual' });
  await walk(await openPage(app));
  await expectTitle(app.page, firstRun.found(1, 5));
});

test('the drives are shown while their lists are still being read', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20', '--manifest-ms', '60000');
  const app = await launch({ cloud, speed: 20, asNewcomer: true });
  await arrive(app);
  await expectTitle(app.page, firstRun.found(1, 0));
  await expect(app.page.getByRole('main')).toContainText(firstRun.status.reading);
  await expectTitle(app.page, firstRun.found(1, 5));
  await expect(app.page.getByRole('main')).toContainText(firstRun.foundLead);
});

test('a home without a module is told what still works, and goes on', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--modules', '0', '--speed', '20');
  const app = await launch({ cloud, speed: 20, asNewcomer: true });
  await arrive(app);
  await expectTitle(app.page, firstRun.noModule);
  await expectToldAndGoOn(app.page, 'no-module');
});

test('a module without a drive', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '5', '--drive', 'unmounted', '--speed', '20');
  const app = await launch({ cloud, speed: 20, asNewcomer: true });
  await arrive(app);
  await expectProblem(app.page, { kind: 'drive-missing', subject: module });
  await control(cloud, { drive: { state: 'active' } });
  await press(app.page, 'Check again');
  await expectTitle(app.page, firstRun.found(1, 5)); // pushed in, it is found at once
});

test('a drive that cannot be read', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '5', '--drive', 'format_required', '--speed', '20');
  const app = await launch({ cloud, speed: 20, asNewcomer: true });
  await arrive(app);
  await expectToldAndGoOn(app.page, 'drive-unformatted', module);
});

test('a drive that does not fit', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '5', '--drive', 'incompatible', '--speed', '20');
  const app = await launch({ cloud, speed: 20, asNewcomer: true });
  await arrive(app);
  await expectToldAndGoOn(app.page, 'drive-incompatible', module);
});

test('a module that is offline', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20');
  const [id = 0] = cloud.networks[0]?.modules ?? [];
  await control(cloud, { offline: { ms: 3_600_000, module: id } });
  const app = await launch({ cloud, speed: 20, asNewcomer: true });
  await arrive(app);
  await expectToldAndGoOn(app.page, 'module-offline', module);
});

test('a module whose clips a subscription keeps elsewhere', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '0', '--odd', 'no-enabled', '--speed', '20');
  const app = await launch({ cloud, speed: 20, asNewcomer: true });
  await arrive(app);
  await expectToldAndGoOn(app.page, 'clips-elsewhere', module);
});
