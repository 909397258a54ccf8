// The folder: asked for when it is needed, refused when it cannot be used, waited for when it is away.
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { compareFolder } from './compare-folder.ts';
import { chooseFolder, clipRows, expectProblem, jobBar, letChoose, signIn, truthOf, words } from './stories.ts';

// The player may be loading a clip, or about to, when its folder goes away.
test.use({ mayComplainOf: /404|ERR_/ });

const endOfJob = { timeout: 30_000 };

test('the first clip asks for a folder, and is saved there', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await main.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
  });
  await clipRows(page).first().click();
  await page.keyboard.press('s');
  const question = page.getByRole('dialog', { name: words.folder.question });
  await expect(question).toContainText(/\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d .*\.mp4/);
  await question.getByRole('button', { name: words.folder.choose }).click();
  await expect(question).toBeVisible(); // the system's dialog was closed without choosing
  await letChoose(main, folder);
  await question.getByRole('button', { name: words.folder.choose }).click();
  await expect(question).toBeHidden();
  await expect(jobBar(page)).toContainText('Saved 1 clip', endOfJob);
  expect(compareFolder(folder, truthOf(cloud).slice(0, 1))).toEqual({ equal: 1, differences: [] });
});

test('a folder that cannot be written to is refused, and another one does', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await letChoose(main, '/sys/kernel'); // nobody may write there, not even root
  await clipRows(page).first().click();
  await page.keyboard.press('s');
  const question = page.getByRole('dialog', { name: words.folder.question });
  await question.getByRole('button', { name: words.folder.choose }).click();
  const { title } = words.problems.text({ kind: 'folder-read-only', subject: '/sys/kernel' });
  await expect(page.getByText(title)).toBeVisible();
  await letChoose(main, folder);
  await question.getByRole('button', { name: words.folder.choose }).click();
  await expect(jobBar(page)).toContainText('Saved 1 clip', endOfJob);
});

test('a folder that goes away while clips are saved is waited for', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '20', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const { main, page, quit } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, folder);
  await page.getByRole('button', { name: words.library.saveAllName(20) }).click();
  await expect(jobBar(page)).toContainText(/Saving [2-9] of 20/, endOfJob);
  renameSync(folder, `${folder} on a shelf`);
  await expectProblem(page, { kind: 'folder-missing', subject: folder });
  await expect(jobBar(page)).toContainText(/Saving \d+ of 20/);
  renameSync(`${folder} on a shelf`, folder);
  await expect(jobBar(page)).toContainText('Saved 20 clips', endOfJob);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await quit();
  expect(compareFolder(folder, truthOf(cloud))).toEqual({ equal: 20, differences: [] });
});

test('an empty folder in its place, as of a drive that is not mounted, is left alone', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, folder);
  await page.keyboard.press('s');
  await expect(jobBar(page)).toContainText('Saved 1 clip', endOfJob);
  renameSync(folder, `${folder} unmounted`);
  mkdirSync(folder);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await expectProblem(page, { kind: 'folder-missing', subject: folder });
  expect(compareFolder(folder, [])).toEqual({ equal: 0, differences: [] });
  await expect(clipRows(page).first()).toContainText(words.places.name('saved')); // never taken for deleted
});
