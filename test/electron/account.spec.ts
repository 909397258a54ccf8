// The ways out: signing out, forgetting everything, and another account in the same place.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import type { LaunchedApp } from './launch.ts';
import {
  chooseFolder,
  clipList,
  clipRows,
  control,
  expectProblem,
  jobBar,
  openSettings,
  requestsOf,
  signIn,
  tryToSignIn,
  words,
} from './stories.ts';

const usual = ['--clips', '5', '--speed', '20'] as const;

async function signOut(page: Page): Promise<void> {
  await (await openSettings(page, 'account')).getByRole('button', { name: words.account.signOut }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.account.signOutNow }).click();
  await expect(page.getByRole('heading', { name: words.signIn.again })).toBeVisible();
}

const backToClips = (page: Page) => page.getByRole('button', { name: words.signIn.back }).click();

async function saveNewest(page: Page, count: number): Promise<void> {
  await clipList(page).focus();
  await page.keyboard.press('Home');
  for (let more = 1; more < count; more++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('s');
  await expect(jobBar(page)).toContainText(`Saved ${count} clip`, { timeout: 20_000 });
}

/** Types the word and confirms; what would start the app again is only noted: the spec does it itself. */
async function forgetEverything({ main, page }: LaunchedApp): Promise<void> {
  await main.evaluate(({ app }) => {
    app.relaunch = () => undefined;
  });
  await (await openSettings(page, 'account')).getByRole('button', { name: words.account.forgetDots }).click();
  const dialog = page.getByRole('dialog', { name: words.account.forgetTitle });
  await dialog.getByRole('textbox').fill('Forget');
  const ended = new Promise((resolve) => main.process().once('exit', resolve));
  await dialog.getByRole('button', { name: words.account.forgetNow }).click({ noWaitAfter: true });
  await ended;
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

test('signed out, the tokens are dead at Blink, the list and saved clips are here, and the next start asks nothing', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud(...usual);
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  const settings = await openSettings(first.page, 'account');
  await expect(settings).toContainText(words.account.signedIn(cloud.accountId));
  await first.page.keyboard.press('Escape');
  const folder = join(desktop.folder, 'clips');
  await chooseFolder(first.main, first.page, folder);
  await saveNewest(first.page, 1);
  const [secret] = (await control(cloud, { secrets: true })) as readonly string[];
  expect(secret).toMatch(/^eyJ/);

  await (await openSettings(first.page, 'account')).getByRole('button', { name: words.account.signOut }).click();
  const dialog = first.page.getByRole('dialog', { name: words.account.signOutTitle });
  await expect(dialog).toContainText(`1 clip saved in ${folder}`);
  await expect(dialog).toContainText('The list of 5 clips');
  await dialog.getByRole('button', { name: words.account.signOutNow }).click();
  await expect(first.page.getByRole('heading', { name: words.signIn.again })).toBeVisible();
  await expect.poll(() => requestsOf(cloud, 'logout').map(({ status }) => status)).toEqual([200]);
  await backToClips(first.page);
  await expectProblem(first.page, { kind: 'not-signed-in' });
  await expect(clipRows(first.page)).toHaveCount(5);
  await first.quit();

  const asked = requestsOf(cloud, 'token').length;
  const second = await launch({ cloud, speed: 20 });
  await expectProblem(second.page, { kind: 'not-signed-in' });
  await expect(clipRows(second.page)).toHaveCount(5);
  expect(requestsOf(cloud, 'token')).toHaveLength(asked);
  expect(filesBelow(folder).filter((name) => name.endsWith('.mp4'))).toHaveLength(1);
});

test('the same account signs in again, and its job goes on where it stopped', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20', '--upload-ms', '30000');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, join(desktop.folder, 'clips'));
  await clipList(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('s');
  await expect(jobBar(page)).toContainText(/Saving [1-5]/, { timeout: 20_000 });
  await signOut(page);
  await backToClips(page);
  await expect(jobBar(page)).toContainText(/Saving [1-5] of 5/);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  const { refreshToken } = (await control(cloud, { signInAgain: true })) as { readonly refreshToken: string };
  await tryToSignIn(page, refreshToken);
  await expect(jobBar(page)).toContainText('Saved 5 clips', { timeout: 30_000 });
});

test.describe('in the same place', () => {
  test.use({ mayComplainOf: /404.*clip:\/\/media/ }); // what was on its way

  test('another account sees its own clips and nothing of the first one’s', async ({ startCloud, launch, desktop }) => {
    const cabin = await startCloud('--clips', '5', '--speed', '20', '--seed', '1');
    const house = await startCloud('--clips', '7', '--speed', '20', '--seed', '2');
    const first = await launch({ cloud: cabin, speed: 20 });
    await signIn(first.page, cabin);
    await chooseFolder(first.main, first.page, join(desktop.folder, 'clips'));
    await saveNewest(first.page, 1);
    await signOut(first.page);
    await first.quit();

    const { page } = await launch({ cloud: house, speed: 20 });
    await expect(clipRows(page)).toHaveCount(5); // nobody is signed in: the last list
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await tryToSignIn(page, house.refreshToken);
    await expect(clipRows(page)).toHaveCount(7, { timeout: 15_000 });
    await expect(clipRows(page).filter({ hasText: words.places.name('saved') })).toHaveCount(0);
  });
});

test('forgetting everything wants the word, leaves saved clips, and afterwards the app is as new', async ({
  startCloud,
  launch,
  desktop,
  profile,
}) => {
  const cloud = await startCloud(...usual);
  const app = await launch({ cloud, speed: 20 });
  await signIn(app.page, cloud);
  const folder = join(desktop.folder, 'clips');
  await chooseFolder(app.main, app.page, folder);
  await saveNewest(app.page, 2);
  await clipRows(app.page).nth(3).dblclick();
  await expect(app.page.locator('video')).toBeVisible({ timeout: 15_000 });

  await (await openSettings(app.page, 'account')).getByRole('button', { name: words.account.forgetDots }).click();
  const dialog = app.page.getByRole('dialog', { name: words.account.forgetTitle });
  await expect(dialog).toContainText('5 clips');
  await expect(dialog).toContainText('1 file,');
  await expect(dialog).toContainText(`2 clips saved in ${folder}`);
  const confirm = dialog.getByRole('button', { name: words.account.forgetNow });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox').fill('yes');
  await expect(confirm).toBeDisabled();
  await app.page.keyboard.press('Escape');
  await expect(clipRows(app.page)).toHaveCount(5);

  await forgetEverything(app);
  await expect.poll(() => requestsOf(cloud, 'logout').length).toBe(1);
  const fresh = await launch({ cloud, speed: 20, asNewcomer: true });
  await expect(fresh.page.getByRole('heading', { name: words.firstRun.title })).toBeVisible();
  const left = ['index.sqlite', 'settings.json', 'owner.sqlite', 'logs', 'played', 'posters', 'cameras'];
  const made = left.filter((name) => existsSync(join(profile, name)));
  expect(made).toEqual(['index.sqlite', 'owner.sqlite', 'logs', 'played', 'posters']); // by this start
  expect(filesBelow(join(profile, 'played'))).toEqual([]);
  expect(filesBelow(join(profile, 'posters'))).toEqual([]);
  expect(filesBelow(folder).filter((name) => name.endsWith('.mp4'))).toHaveLength(2);
});

test('a locked keyring keeps the sign-in, and says so, rather than lose it half', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud(...usual);
  const { page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await desktop.keyring.lock();
  await (await openSettings(page, 'account')).getByRole('button', { name: words.account.signOut }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.account.signOutNow }).click();
  await expectProblem(page, { kind: 'keychain-locked' });
  await desktop.keyring.unlock();
  await signOut(page);
  await expect.poll(() => requestsOf(cloud, 'logout').length).toBe(1);
});
