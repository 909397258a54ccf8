// The queue: jobs are held, moved, cancelled and taken up again, also from the tray and after a restart.
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { until } from '../desktop/until.ts';
import { expect, test } from './app.ts';
import { compareFolder, filesIn } from './compare-folder.ts';
import { chooseFolder, clipRows, control, jobBar, requestsOf, signIn, truthOf, words } from './stories.ts';

const { queue } = words;
const soon = { timeout: 30_000 };

const pane = (page: Page): Locator => page.getByRole('main', { name: queue.name });
/** Its cards, in the order of the jobs. */
const cards = (page: Page): Locator =>
  pane(page)
    .locator('.sheet')
    .filter({ has: page.locator('.job-card') });

async function openQueue(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${queue.name}`) }).click();
  await expect(pane(page)).toBeVisible();
}

async function choose(page: Page, menu: Locator, entry: string): Promise<void> {
  await menu.click();
  await page.getByRole('menuitem', { name: entry }).click();
}

const saveAll = (page: Page, clips: number) =>
  page.getByRole('button', { name: words.library.saveAllName(clips) }).click();

/** These rows of the list, both counted. */
async function saveRows(page: Page, from: number, to: number): Promise<void> {
  await clipRows(page).nth(from).click();
  await clipRows(page)
    .nth(to)
    .click({ modifiers: ['Shift'] });
  await page.keyboard.press('s');
}

test('what is paused until it is resumed stays so after a restart, and loses nothing', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '30', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  await chooseFolder(first.main, first.page, folder);
  await saveAll(first.page, 30);
  await expect(jobBar(first.page)).toContainText(/Saving [3-9] of 30/, soon);
  await choose(
    first.page,
    jobBar(first.page).getByRole('button', { name: queue.pause }),
    queue.pauseFor('until-resumed'),
  );
  await expect(jobBar(first.page)).toContainText(queue.paused(null, 0));
  await first.quit();
  const saved = filesIn(folder).length;

  const { page } = await launch({ cloud, speed: 20 });
  await openQueue(page);
  await expect(cards(page)).toContainText(`${saved} of 30 saved`);
  const asked = requestsOf(cloud, 'post').length;
  await page.getByRole('button', { name: words.library.allClips }).click();
  await expect(clipRows(page).first()).toBeVisible();
  expect(requestsOf(cloud, 'post')).toHaveLength(asked);
  await openQueue(page);
  await page.getByRole('button', { name: queue.resumeAll }).click();
  await expect(pane(page).locator('.done-job')).toContainText('30 clips', soon);
  expect(compareFolder(folder, truthOf(cloud))).toEqual({ equal: 30, differences: [] });
});

test('jobs change places, and a cancellation is taken back', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '30', '--speed', '5');
  const folder = join(desktop.folder, 'clips');
  const { main, page } = await launch({ cloud, speed: 5 });
  await signIn(page, cloud);
  await chooseFolder(main, page, folder);
  await saveRows(page, 0, 3);
  await saveRows(page, 4, 8);
  await openQueue(page);
  await choose(page, page.getByRole('button', { name: queue.pauseAll }), queue.pauseFor('until-resumed'));
  await expect(cards(page)).toHaveText([/of 4 saved/, /of 5 saved/]);

  await choose(page, cards(page).nth(1).getByRole('button', { name: queue.more }), queue.moveFirst);
  await expect(cards(page)).toHaveText([/of 5 saved/, /of 4 saved/]);
  await cards(page).nth(0).getByRole('button', { name: queue.cancel }).click();
  await expect(cards(page)).toHaveText([/of 4 saved/, new RegExp(queue.cancelled)]);
  await cards(page).nth(1).getByRole('button', { name: queue.undo }).click();
  await expect(cards(page)).toHaveText([/of 5 saved/, /of 4 saved/]);

  await page.getByRole('button', { name: queue.resumeAll }).click();
  await expect(pane(page).locator('.done-job')).toHaveText([/4 clips/, /5 clips/], soon);
  expect(compareFolder(folder, truthOf(cloud).slice(0, 9))).toEqual({ equal: 9, differences: [] });
});

test('a clip that fails again and again says why, and when it is tried again', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '5', '--speed', '40');
  const folder = join(desktop.folder, 'clips');
  const { main, page } = await launch({ cloud, speed: 40 });
  await signIn(page, cloud);
  await chooseFolder(main, page, folder);
  await control(cloud, { fault: { faults: 'html@get:1', repeats: true } });
  await saveRows(page, 0, 0);
  await openQueue(page);
  await expect(cards(page)).toContainText(/Not a video, [3-7] times, tried again/, soon);
});

test('the taskbar shows how far it is, and the computer stays awake meanwhile', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '4', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, join(desktop.folder, 'clips'));
  await main.evaluate(({ BrowserWindow, powerSaveBlocker }) => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    BrowserWindow.prototype.setProgressBar = (part) => void seen.push(`progress ${part}`);
    powerSaveBlocker.start = (type) => seen.push(`awake: ${type}`);
    powerSaveBlocker.stop = () => {
      seen.push('may sleep');
      return true;
    };
  });
  const seen = () => main.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
  await saveAll(page, 4);
  await until('the end of the job', async () => (await seen()).includes('may sleep'));
  expect((await seen()).filter((what) => what.startsWith('awake'))).toEqual(['awake: prevent-app-suspension']);
  expect(await seen()).toEqual(expect.arrayContaining(['progress 0', 'progress -1']));
  expect((await seen()).filter((what) => /progress 0\.\d/.test(what)).length).toBeGreaterThan(0);
});
