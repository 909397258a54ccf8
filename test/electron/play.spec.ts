// Playing: from the drive through the cache, seeking, giving up, and clips that cannot be played.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { clipRows, control, player, requestsOf, signIn, words } from './stories.ts';

test('a clip on the drive is fetched, plays, and can be sought in', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20', '--upload-ms', '20000');
  const { page } = await launch({ cloud, speed: 20 });
  const answers: number[] = [];
  page.on('response', (answer) => answer.url().startsWith('clip://media') && answers.push(answer.status()));
  await signIn(page, cloud);
  await clipRows(page).first().click();
  await page.keyboard.press('Space');
  await expect(player(page).getByRole('status')).toContainText(words.player.fetching);
  const video = player(page).locator('video');
  const playedS = () => video.evaluate((element) => (element instanceof HTMLVideoElement ? element.currentTime : -1));
  await expect.poll(playedS).toBeGreaterThan(0.2);

  await player(page).getByRole('button', { name: words.player.pause, exact: true }).click();
  const position = player(page).getByRole('slider', { name: words.player.position });
  await position.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('PageDown');
  const soughtToS = await playedS();
  expect(soughtToS).toBeGreaterThan(2);
  await player(page).getByRole('button', { name: words.player.play, exact: true }).click();
  await expect.poll(playedS).toBeGreaterThan(soughtToS);
  expect(answers.length).toBeGreaterThan(0);
  expect(new Set(answers)).toEqual(new Set([206]));
});

test('whoever does not want to wait for a clip does not have to', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20', '--upload-ms', '60000');
  const { page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await clipRows(page).first().dblclick();
  await player(page).getByRole('button', { name: words.player.cancelFetching }).click();
  await expect(player(page).getByRole('status')).toBeHidden();
  await clipRows(page).nth(1).dblclick();
  await expect(player(page).locator('video')).toBeVisible({ timeout: 15_000 });
});

test('a clip that is no video is told as that, and can be tried again', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const { page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await control(cloud, { fault: { faults: 'html@get:1', repeats: true } });
  await clipRows(page).first().dblclick();
  await expect(player(page).getByRole('alert')).toContainText(words.problems.text({ kind: 'clip-not-video' }).title, {
    timeout: 15_000,
  });
  const asked = requestsOf(cloud, 'post').length;
  await player(page).getByRole('button', { name: words.player.tryAgain }).click();
  await expect.poll(() => requestsOf(cloud, 'post').length).toBeGreaterThan(asked);
});

test('a video that this window cannot show opens in the system player', async ({ startCloud, launch, profile }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  await clipRows(first.page).first().dblclick();
  await expect(player(first.page).locator('video')).toBeVisible({ timeout: 15_000 });
  await first.quit();
  const [name = ''] = readdirSync(join(profile, 'played'));
  const file = join(profile, 'played', name);
  // As long as before, and an MP4 by its first box, but in no format that any window knows.
  writeFileSync(file, readFileSync(file).fill(0x2a, 32));

  const { main, page } = await launch({ cloud, speed: 20 });
  await main.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      Reflect.set(shell, 'opened', path);
      return '';
    };
  });
  await clipRows(page).first().dblclick();
  const alert = player(page).getByRole('alert');
  await expect(alert).toContainText(words.player.cannotPlay.title);
  await alert.getByRole('button', { name: words.player.openInSystemPlayer }).click();
  await expect.poll(() => main.evaluate(({ shell }) => Reflect.get(shell, 'opened'))).toBe(file);
});
