// Stars: kept by the index, and taken back.
import { expect, test } from './app.ts';
import { clipList, clipRows, signIn, words } from './stories.ts';

test('a star stays over a restart, and a taken back one does not', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  const starOf = (page: typeof first.page) => clipRows(page).getByRole('gridcell', { name: words.library.isStarred });
  await clipList(first.page).focus();
  await first.page.keyboard.press('Control+a');
  await first.page.keyboard.press('f');
  await expect(starOf(first.page)).toHaveCount(3);
  await first.page.keyboard.press('Control+z');
  await expect(starOf(first.page)).toHaveCount(0);
  await clipRows(first.page).nth(1).click();
  await first.page.keyboard.press('f');
  await expect(starOf(first.page)).toHaveCount(1);
  await first.quit();

  const { page } = await launch({ cloud, speed: 20 });
  await expect(starOf(page)).toHaveCount(1);
  await page.getByRole('button', { name: `${words.library.starredClips}, 1` }).click();
  await expect(clipRows(page)).toHaveCount(1);
});
