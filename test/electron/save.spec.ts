// Saving: every file is the clip that its name says, jobs show how far they are, can be ended, and survive a restart.
import { join } from 'node:path';
import type { TruthRow } from '../blink-cloud/index.ts';
import { expect, test } from './app.ts';
import { compareFolder, filesIn } from './compare-folder.ts';
import { chooseFolder, clipList, clipRows, jobBar, requestsOf, signIn, truthOf, words } from './stories.ts';

const endOfJob = { timeout: 30_000 };

test('20 clips are saved, and each is the one that it says it is', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '20', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, folder);
  await page.getByRole('button', { name: words.library.saveAllName(20) }).click();

  const bar = jobBar(page);
  await expect(bar).toContainText(/Saving \d+ of 20/);
  await expect(bar).toContainText(/Hallway module · \d+\.\d\ss a clip · about \d+\ss left/, endOfJob);
  await expect(bar.getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]/);
  await expect(bar).toContainText('Saved 20 clips', endOfJob);
  expect(compareFolder(folder, truthOf(cloud))).toEqual({ equal: 20, differences: [] });
  await expect(clipList(page)).toContainText(words.library.daySaved);
});

test('a selection is saved, and nothing else', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '12', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, folder);
  await clipRows(page).nth(1).click();
  await clipRows(page)
    .nth(4)
    .click({ modifiers: ['Shift'] });
  await clipRows(page)
    .nth(8)
    .click({ modifiers: ['Control'] });
  const chosen = page.getByRole('toolbar', { name: words.library.selection });
  await expect(chosen).toContainText(words.library.selected(5));
  await chosen.getByRole('button', { name: words.library.saveSelection(5) }).click();
  await expect(jobBar(page)).toContainText('Saved 5 clips', endOfJob);
  const rows = truthOf(cloud);
  expect(compareFolder(folder, [...rows.slice(1, 5), ...rows.slice(8, 9)])).toEqual({ equal: 5, differences: [] });
});

test('a day of one camera is saved', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '400', '--cameras', '16', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, folder);
  const ofBarn = truthOf(cloud).filter(({ camera }) => camera === 'Barn');
  await page.getByRole('button', { name: words.library.unsavedOf('Barn', ofBarn.length) }).click();
  const oldest = dayOf(ofBarn.at(-1));
  const ofOldest = ofBarn.filter((row) => dayOf(row) === oldest);
  await expect(page.getByRole('button', { name: words.library.removeFilter('Barn') })).toBeVisible();
  await clipList(page).press('End');
  await page
    .getByRole('button', { name: new RegExp(`^Save ${words.library.clips(ofOldest.length)} of`) })
    .last()
    .click();
  await expect(jobBar(page)).toContainText(`Saved ${words.library.clips(ofOldest.length)}`, endOfJob);
  expect(compareFolder(folder, ofOldest)).toEqual({ equal: ofOldest.length, differences: [] });
});

const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Vienna' });
const dayOf = (row: TruthRow | undefined) => dayFormat.format(Date.parse(row?.created_at ?? ''));

test('a cancelled job keeps what it has saved, and leaves nothing half done', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '100', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const app = await launch({ cloud, speed: 20 });
  await signIn(app.page, cloud);
  await chooseFolder(app.main, app.page, folder);
  await app.page.getByRole('button', { name: words.library.saveAllName(100) }).click();
  await expect(jobBar(app.page)).toContainText(/Saving [3-9] of 100/, endOfJob);
  await jobBar(app.page).getByRole('button', { name: words.jobs.cancel }).click();
  await expect(jobBar(app.page)).toContainText('Cancelled after', endOfJob);
  await app.quit();
  const saved = filesIn(folder).length;
  const { equal, differences } = compareFolder(folder, truthOf(cloud));
  expect(equal).toBe(saved);
  expect(differences).toHaveLength(100 - saved);
});

test('a job goes on by itself after a restart, and fetches nothing twice', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '20', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  await chooseFolder(first.main, first.page, folder);
  await first.page.getByRole('button', { name: words.library.saveAllName(20) }).click();
  await expect(jobBar(first.page)).toContainText(/Saving [4-9] of 20/, endOfJob);
  await first.quit();
  expect(filesIn(folder).filter((file) => file.startsWith('.'))).toEqual([]);
  const second = await launch({ cloud, speed: 20 });
  await expect(jobBar(second.page)).toContainText('Saved 20 clips', endOfJob);
  expect(compareFolder(folder, truthOf(cloud))).toEqual({ equal: 20, differences: [] });
  expect(requestsOf(cloud, 'post').length).toBeLessThanOrEqual(21); // one was in hand
});

test('a clip that arrives cut, or as a web page, is asked for again until it is right', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const faults = 'html@get:0.5,truncate@get:0.5,notfound@get:0.5';
  const cloud = await startCloud('--clips', '8', '--speed', '20', '--faults', faults);
  const folder = join(desktop.folder, 'clips');
  const { main, page, quit } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, folder);
  await page.getByRole('button', { name: words.library.saveAllName(8) }).click();
  await expect(jobBar(page)).toContainText('Saved 8 clips', endOfJob);
  expect(requestsOf(cloud, 'get').filter(({ fault }) => fault).length).toBeGreaterThan(3);
  await quit();
  expect(compareFolder(folder, truthOf(cloud))).toEqual({ equal: 8, differences: [] });
});
