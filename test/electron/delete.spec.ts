// Deleting from the drive: switched on by a person, asked for by the number, done for safely saved clips only.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { filesIn } from './compare-folder.ts';
import { chooseFolder, clipList, clipRows, jobBar, openSettings, signIn, truthOf, words } from './stories.ts';

const { deleting } = words;
const soon = { timeout: 20_000 };

test('of three saved clips the one whose file is gone stays on the drive', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '40');
  const folder = join(desktop.folder, 'clips');
  const { main, page } = await launch({ cloud, speed: 40 });
  await signIn(page, cloud);
  await chooseFolder(main, page, folder);
  const settings = await openSettings(page, 'saving');
  await settings.getByRole('switch', { name: deleting.setting }).press('Space');
  await page.keyboard.press('Escape');
  await clipList(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('s');
  await expect(jobBar(page)).toContainText('Saved 3 clips', soon);
  const [broken = ''] = filesIn(folder).filter((file) => file.endsWith('.mp4'));
  rmSync(join(folder, broken));

  await clipList(page).focus();
  await page.keyboard.press('d');
  const question = page.getByRole('dialog', { name: deleting.title(3) });
  await question.getByRole('textbox', { name: deleting.type('3') }).fill('3');
  await question.getByRole('button', { name: deleting.now(3) }).click();
  const bar = page.getByRole('region', { name: deleting.name });
  await expect(bar).toContainText('Deleted 2 clips from the drive', soon);
  await expect(bar).toContainText(deleting.why('file-missing', 1));
  expect(truthOf(cloud).filter((row) => row.gone_at !== undefined)).toHaveLength(2);
  await expect(clipRows(page).filter({ hasText: words.places.name('only-here') })).toHaveCount(2);
});
