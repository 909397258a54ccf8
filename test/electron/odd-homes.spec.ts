// Homes and clouds that are not as one would wish: each is told in plain words, nothing is lost, no restart is needed.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TruthRow } from '../blink-cloud/index.ts';
import { expect, test } from './app.ts';
import { compareFolder } from './compare-folder.ts';
import {
  chooseFolder,
  clipList,
  clipRows,
  control,
  expectProblem,
  jobBar,
  signIn,
  truthOf,
  tryToSignIn,
  words,
} from './stories.ts';

const module = 'Hallway module';

/** Whatever offers to look again. */
const checkAgain = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('button', { name: /^(Check again|Check now|Try now)$/ })
    .last()
    .click();

test('a drive without clips', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '0', '--speed', '20');
  const { page } = await launch({ cloud, speed: 20 });
  await tryToSignIn(page, cloud.refreshToken);
  await expect(page.getByRole('main')).toContainText(words.library.empty.noClips.title);
  await control(cloud, { record: { listedAfterMs: 0 } });
  await checkAgain(page);
  await expect(clipRows(page)).toHaveCount(1);
});

test('a drive that is pulled out, unreadable, refused, and well again', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '3', '--drive', 'unmounted', '--speed', '20');
  const { page } = await launch({ cloud, speed: 20 });
  await tryToSignIn(page, cloud.refreshToken);
  await expectProblem(page, { kind: 'drive-missing', subject: module });
  await control(cloud, { drive: { state: 'active' } });
  await checkAgain(page);
  await expect(clipRows(page)).toHaveCount(3);
  await control(cloud, { drive: { state: 'format_required' } });
  await checkAgain(page);
  await expectProblem(page, { kind: 'drive-unformatted', subject: module });
  await expect(clipRows(page)).toHaveCount(3); // known, though not to be had
  await control(cloud, { drive: { state: 'incompatible' } });
  await checkAgain(page);
  await expectProblem(page, { kind: 'drive-incompatible', subject: module });
  await control(cloud, { drive: { state: 'memory_full' } });
  await checkAgain(page);
  await expect(page.getByRole('navigation')).toContainText(words.library.driveStates.memory_full);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('cameras renamed, removed and alike, clips of one second, clips of the future', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const odd = 'umlaut,collide,removed,renamed,future,equal-seconds';
  const cloud = await startCloud('--clips', '30', '--odd', odd, '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  const newest = Math.max(...truthOf(cloud).map(({ created_at }) => Date.parse(created_at)));
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Europe/Vienna' }).format(newest);
  await expect(page.getByRole('rowheader').first()).toContainText(year);
  await expect(clipList(page)).toContainText('1-Haustür');

  await chooseFolder(main, page, folder);
  await page.getByRole('button', { name: words.library.saveAllName(30) }).click();
  await expect(jobBar(page)).toContainText('Saved 30 clips', { timeout: 30_000 });
  expect(compareFolder(folder, truthOf(cloud).map(asKnown))).toEqual({ equal: 30, differences: [] });
});

/** Two cameras are alike in the manifest, two have gone: their clips keep the name that stands there (protocol §4.6). */
const asKnown = (row: TruthRow) => ({
  ...row,
  camera: ['1-Haustür', 'Garden'].includes(row.camera) ? row.camera : row.camera_name,
});

test('a module that is offline for a while', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const { page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  const [id = 0] = cloud.networks[0]?.modules ?? [];
  await control(cloud, { offline: { ms: 3_600_000, module: id } });
  await checkAgain(page);
  await expectProblem(page, { kind: 'module-offline', subject: module });
  await expect(clipRows(page)).toHaveCount(3);
  await control(cloud, { offline: { ms: 0, module: id } });
  await checkAgain(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a cloud that answers with web pages', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20', '--faults', 'html@home#1,html@manifest#1');
  const { page } = await launch({ cloud, speed: 20 });
  await tryToSignIn(page, cloud.refreshToken);
  await expectProblem(page, { kind: 'unexpected-answer' });
  await expect(async () => {
    await checkAgain(page);
    await expect(clipRows(page)).toHaveCount(3, { timeout: 2_000 });
  }).toPass({ timeout: 15_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a cloud that is asked too often', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '5', '--speed', '60');
  const { main, page } = await launch({ cloud, speed: 60 });
  await signIn(page, cloud);
  await chooseFolder(main, page, join(desktop.folder, 'clips'));
  await control(cloud, { fault: { faults: '429@post#2' } });
  await page.getByRole('button', { name: words.library.saveAllName(5) }).click();
  await expect(page.getByRole('alert')).toContainText(words.problems.text({ kind: 'too-many-requests' }).title);
  await expect(jobBar(page)).toContainText('Saved 5 clips', { timeout: 30_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a computer that is offline, and a cloud that is down', async ({ startCloud, launch }) => {
  const offline = await launch({ env: { CLIPTRAY_BLINK_URL: 'http://127.0.0.1:49151' } }); // nobody listens there
  await tryToSignIn(offline.page, 'a-token-that-cannot-be-tried');
  await expectProblem(offline.page, { kind: 'offline' });
  await offline.quit();

  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  await first.quit();
  await control(cloud, { offline: { ms: 3_600_000 } });
  const { page } = await launch({ cloud, speed: 20 });
  await expectProblem(page, { kind: 'blink-unavailable' });
  await expect(clipRows(page)).toHaveCount(3);
  await control(cloud, { offline: { ms: 0 } });
  await checkAgain(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a sign-in that Blink has ended', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '10', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, join(desktop.folder, 'clips'));
  await page.getByRole('button', { name: words.library.saveAllName(10) }).click();
  await expect(jobBar(page)).toContainText(/Saving [1-9] of 10/, { timeout: 15_000 });
  await control(cloud, { expire: 'refresh' });
  await control(cloud, { expire: 'access' });
  await expectProblem(page, { kind: 'signed-out' });
  await expect(clipRows(page)).toHaveCount(10);
  await expect(jobBar(page)).toContainText(/Saving \d of 10/); // the queue waits
  await page.getByRole('alert').getByRole('button', { name: words.signIn.signIn }).click();
  await expect(page.getByRole('heading', { name: words.signIn.again })).toBeVisible();
  await page.getByRole('button', { name: words.signIn.back }).click();
  await expect(clipRows(page)).toHaveCount(10);
});
