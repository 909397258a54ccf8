// The main job without a mouse.
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { clipList, jobBar, letChoose, signIn, truthOf, words } from './stories.ts';

test('the second clip is saved with three keys from the open window, and that is said aloud', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await letChoose(main, join(desktop.folder, 'clips'));
  const said = page.getByRole('status');
  await expect(said.filter({ hasText: words.library.clips(5) })).toBeAttached();
  await expect(clipList(page)).toBeFocused();
  for (const key of ['ArrowDown', 's', 'Enter']) await page.keyboard.press(key);
  await expect(jobBar(page)).toContainText('Saved 1 clip', { timeout: 15_000 });
  await expect(clipList(page).locator('[aria-selected=true]')).toContainText(truthOf(cloud)[1]?.camera ?? '');
  await expect(clipList(page).locator('[aria-selected=true]')).toContainText(words.places.name('saved'));

  await clipList(page).focus();
  await page.keyboard.press('Control+a');
  await expect(said.filter({ hasText: words.library.selected(5) })).toBeAttached();
});
