// What may happen to a session on any day, and how little of it a person sees.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Cloud, expect, test } from './app.ts';
import {
  checkNow,
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

/** The access token is over; the next look needs a new one. */
async function lookWithNewToken(page: Page, cloud: Cloud): Promise<void> {
  const before = requestsOf(cloud, 'token').length;
  await control(cloud, { expire: 'access' });
  await checkNow(page);
  await expect.poll(() => requestsOf(cloud, 'token').length).toBeGreaterThan(before);
}

async function saveAll(page: Page): Promise<void> {
  await clipList(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('s');
}

test('a keyring that gets locked while the app runs: work goes on, a notice stands, and it is stored when unlocked', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud(...usual);
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  await desktop.keyring.lock();
  await lookWithNewToken(first.page, cloud);
  await expectProblem(first.page, { kind: 'keychain-locked' });
  await expect((await openSettings(first.page, 'account')).getByText(words.account.keptIn.memory)).toBeVisible();
  await first.page.keyboard.press('Escape');
  await desktop.keyring.unlock();
  await expect(first.page.getByRole('main')).not.toContainText(words.problems.text({ kind: 'keychain-locked' }).title, {
    timeout: 15_000,
  });
  await first.quit();
  const asked = requestsOf(cloud, 'token').length;
  const second = await launch({ cloud, speed: 20 });
  await expect.poll(() => requestsOf(cloud, 'home').length).toBeGreaterThan(2);
  await expect(clipRows(second.page)).toHaveCount(5);
  expect(requestsOf(cloud, 'token')).toHaveLength(asked);
});

test('a keyring that was locked and is unlocked: “Check again” stores the sign-in at once', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud(...usual);
  const { page } = await launch({ cloud, speed: 1 });
  await signIn(page, cloud);
  await desktop.keyring.lock();
  await lookWithNewToken(page, cloud);
  await expectProblem(page, { kind: 'keychain-locked' });
  await desktop.keyring.unlock();
  const { action } = words.problems.text({ kind: 'keychain-locked' });
  await page
    .getByRole('main')
    .getByRole('button', { name: action?.label ?? '' })
    .click();
  await expect(page.getByRole('main').getByText(words.problems.text({ kind: 'keychain-locked' }).title)).toHaveCount(0);
});

test('a keyring that goes away while the app runs is said, and used again when it is back', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud(...usual);
  const { page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await desktop.keyring.close();
  await lookWithNewToken(page, cloud);
  await expectProblem(page, { kind: 'keychain-missing' });
  await expect((await openSettings(page, 'account')).getByText(words.account.keptIn.memory)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(clipRows(page)).toHaveCount(5);
  await desktop.keyring.open('unlocked');
  await expect(page.getByRole('main').getByText(words.problems.text({ kind: 'keychain-missing' }).title)).toHaveCount(
    0,
    { timeout: 15_000 },
  );
});

test('an entry that somebody deleted from the keychain means: signed out, with everything else in place', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud(...usual);
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  await first.quit();
  await desktop.keyring.stop();
  await desktop.keyring.open('unlocked'); // an empty one
  const { page } = await launch({ cloud, speed: 20 });
  await expectProblem(page, { kind: 'not-signed-in' });
  await expect(clipRows(page)).toHaveCount(5);
  expect(requestsOf(cloud, 'token')).toHaveLength(1);
});

test('a token that ends in the middle of a job is renewed, and the job does not notice', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud(...usual);
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, join(desktop.folder, 'clips'));
  await saveAll(page);
  await expect.poll(() => requestsOf(cloud, 'get').length).toBeGreaterThan(0);
  await control(cloud, { expire: 'access' });
  await expect(jobBar(page)).toContainText('Saved 5 clips', { timeout: 20_000 });
  expect(requestsOf(cloud, 'token')).toHaveLength(2);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a sign-in that Blink ended stops the job; signed in again, it goes on', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20', '--upload-ms', '20000');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, join(desktop.folder, 'clips'));
  await saveAll(page);
  await expect(jobBar(page)).toContainText(/Saving [1-9]/, { timeout: 15_000 });
  await control(cloud, { expire: 'refresh' });
  await control(cloud, { expire: 'access' });
  await expectProblem(page, { kind: 'signed-out' });
  expect(requestsOf(cloud, 'token')).toHaveLength(2); // one was refused, and nothing was tried again
  const { refreshToken } = (await control(cloud, { signInAgain: true })) as { readonly refreshToken: string };
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await tryToSignIn(page, refreshToken);
  await expect(jobBar(page)).toContainText('Saved 5 clips', { timeout: 20_000 });
});

test('a token endpoint that is down is told as Blink’s trouble, and the session stays', async ({
  startCloud,
  launch,
}) => {
  const cloud = await startCloud(...usual);
  const { page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await control(cloud, { fault: { faults: '5xx@token#1:1,5xx@token#2:1,5xx@token#3:1,5xx@token#4:1' } });
  await control(cloud, { expire: 'access' });
  await checkNow(page);
  await expectProblem(page, { kind: 'blink-unavailable' });
  await page.getByRole('main').getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByRole('main').getByText(words.problems.text({ kind: 'blink-unavailable' }).title)).toHaveCount(
    0,
    { timeout: 15_000 },
  );
  await expect(clipRows(page)).toHaveCount(5);
});
