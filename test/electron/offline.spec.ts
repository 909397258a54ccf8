// Without a network, and signed out: what is saved or cached can be found, seen and played.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { chooseFolder, clipList, clipRows, jobBar, player, signIn, words } from './stories.ts';

// The cameras' pictures cannot be fetched any more.
test.use({ mayComplainOf: /Failed to load resource/ });

/** Plays the clip in this row, and waits until its picture moves. */
async function play(page: Page, row: number): Promise<void> {
  await clipRows(page).nth(row).dblclick();
  const video = player(page).locator('video');
  await expect
    .poll(() => video.evaluate((element) => (element instanceof HTMLVideoElement ? element.currentTime : -1)))
    .toBeGreaterThan(0.2);
}

test('saved and cached clips stay, first without a network and then signed out', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  await chooseFolder(first.main, first.page, join(desktop.folder, 'clips'));
  await clipList(first.page).focus();
  await first.page.keyboard.press('s');
  await expect(jobBar(first.page)).toContainText('Saved 1 clip', { timeout: 15_000 });
  await play(first.page, 1);
  await expect(clipRows(first.page).locator('img.clip-picture:not(.waiting)')).toHaveCount(2, { timeout: 15_000 });

  await cloud.stop();
  await play(first.page, 0);
  await play(first.page, 1);
  await clipRows(first.page).nth(2).dblclick();
  const { title } = words.problems.text({ kind: 'offline' });
  await expect(first.page.getByRole('main')).toContainText(title, { timeout: 15_000 });
  await first.quit();

  // Another address has another sign-in: here there is none.
  const { page } = await launch({ speed: 20 });
  await expect(clipRows(page)).toHaveCount(3);
  const { name } = words.places;
  await page.mouse.move(0, 0); // under a pointer a row shows what can be done instead of where the clip is
  await expect(clipRows(page)).toContainText([name('saved'), name('cached'), name('on-drive')]);
  await expect(clipRows(page).locator('img.clip-picture:not(.waiting)')).toHaveCount(2);
  await expect(page.getByRole('main')).toContainText(words.problems.text({ kind: 'not-signed-in' }).title);
  await play(page, 0);
  await play(page, 1);
  await clipList(page).focus();
  await page.keyboard.press('g');
  await expect(page.locator('.clip-card img.clip-picture:not(.waiting)')).toHaveCount(2);
});
