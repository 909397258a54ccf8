// Clips on their way out: dragged into another program's window, and copied as a file.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ElectronApplication, Locator } from '@playwright/test';
import { type DroppedFile, startDropTarget } from '../desktop/drop-target.ts';
import { missingToDrag } from '../desktop/missing.ts';
import type { Point } from '../desktop/pointer.ts';
import { test as base, expect } from './app.ts';
import { chooseFolder, clipList, clipRows, jobBar, requestsOf, signIn, truthOf, words } from './stories.ts';

const test = base.extend<{ dropTarget: Awaited<ReturnType<typeof startDropTarget>> }>({
  dropTarget: async ({ desktop }, use, testInfo) => {
    const missing = missingToDrag();
    testInfo.skip(missing.length > 0, `${missing.join(', ')} not installed: npm run setup`);
    const film = `${desktop.folder}/film.mp4`;
    writeFileSync(film, 'film');
    const target = await startDropTarget(desktop.display, film);
    await use(target);
    await target.stop();
  },
});

/** Where a row is on the screen. */
async function placeOf(main: ElectronApplication, row: Locator): Promise<Point> {
  const content = await main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getContentBounds());
  const box = await row.boundingBox();
  if (!content || !box) throw new Error('the row is not on the screen');
  return { x: content.x + box.x + 180, y: content.y + box.y + box.height / 2 };
}

/** Remembers the sizes of the pictures that hang under the pointer. */
async function watchPictures(main: ElectronApplication): Promise<void> {
  await main.evaluate(({ nativeImage }) => {
    const make = nativeImage.createFromBuffer;
    const drawn: unknown[] = [];
    Reflect.set(nativeImage, 'drawn', drawn);
    nativeImage.createFromBuffer = (...input) => {
      const picture = make.apply(nativeImage, input);
      drawn.push(picture.getSize());
      return picture;
    };
  });
}

const contents = (files: readonly DroppedFile[]) =>
  files.map(({ path }) => createHash('sha256').update(readFileSync(path)).digest('hex'));

/** The app's window leaves room for the other one. */
async function makeRoom(main: ElectronApplication): Promise<void> {
  await main.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 0, y: 0, width: 860, height: 700 }),
  );
}

test('a saved clip, and then three at once, arrive in another window under their names', async ({
  startCloud,
  launch,
  desktop,
  dropTarget,
}) => {
  const cloud = await startCloud('--clips', '4', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await makeRoom(main);
  await signIn(page, cloud);
  await chooseFolder(main, page, `${desktop.folder}/clips`);
  await clipList(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('s');
  await expect(jobBar(page)).toContainText('Saved 4 clips', { timeout: 15_000 });
  await page.keyboard.press('Escape');
  await watchPictures(main);
  const truth = truthOf(cloud);

  const one = await dropTarget.receive(await placeOf(main, clipRows(page).first()));
  expect(contents(one)).toEqual([truth[0]?.sha256]);
  expect(one.map(({ path }) => basename(path))).toEqual([expect.stringContaining(truth[0]?.camera ?? '')]);
  expect(one[0]?.path).toContain(`${desktop.folder}/clips/`);

  await clipRows(page).nth(1).click();
  await clipRows(page)
    .nth(3)
    .click({ modifiers: ['Shift'] });
  const three = await dropTarget.receive(await placeOf(main, clipRows(page).nth(2)));
  expect(contents(three)).toEqual(truth.slice(1, 4).map(({ sha256 }) => sha256));
  // One picture, and then a stack of three with room for their number.
  expect(await main.evaluate(({ nativeImage }) => Reflect.get(nativeImage, 'drawn'))).toEqual([
    { width: 139, height: 83 },
    { width: 155, height: 99 },
  ]);
});

test('a clip on the drive is fetched while it is held, and arrives under its name', async ({
  startCloud,
  launch,
  dropTarget,
}) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await makeRoom(main);
  await signIn(page, cloud);
  const [truth] = truthOf(cloud);
  const arrived = await dropTarget.receive(await placeOf(main, clipRows(page).first()));
  expect(contents(arrived)).toEqual([truth?.sha256]);
  expect(arrived.map(({ path }) => basename(path))).toEqual([
    expect.stringMatching(new RegExp(`^\\d{4}-\\d\\d-\\d\\d \\d\\d\\.\\d\\d\\.\\d\\d ${truth?.camera}\\.mp4$`)),
  ]);
  expect(requestsOf(cloud, 'post')).toHaveLength(1);
});

test('a file of another program that is dropped on our own window changes nothing', async ({
  startCloud,
  launch,
  dropTarget,
}) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await makeRoom(main);
  await signIn(page, cloud);
  const address = page.url();
  await page.evaluate(() => {
    window.addEventListener('dragover', ({ dataTransfer }) => {
      document.documentElement.dataset.over = `${dataTransfer?.types} ${dataTransfer?.dropEffect}`;
    });
  });
  const over = () => page.evaluate(() => document.documentElement.dataset.over ?? '');
  await dropTarget.give(await placeOf(main, clipRows(page).nth(1)), async () => (await over()) !== '');
  expect(await over()).toBe('Files none');
  expect(page.url()).toBe(address);
  await clipRows(page).nth(2).click(); // and it goes on as before
  await expect(clipRows(page).nth(2)).toHaveAttribute('aria-selected', 'true');
});

test('a copied clip is a file on the clipboard', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await clipRows(page).first().click();
  await page.keyboard.press('c');
  const camera = truthOf(cloud)[0]?.camera ?? '';
  await expect(page.getByRole('status').filter({ hasText: words.library.copied('') })).toContainText(camera, {
    timeout: 15_000,
  });
  const copied = await main.evaluate(({ clipboard }) => {
    // Electron 22's way, which the types of a later one do not know.
    const read: unknown = Reflect.get(clipboard, 'readBuffer');
    return typeof read === 'function' ? String(read.call(clipboard, 'x-special/gnome-copied-files')) : '';
  });
  const [, address = ''] = copied.split('\n');
  expect(copied).toMatch(/^copy\nfile:\/\//);
  expect(
    createHash('sha256')
      .update(readFileSync(new URL(address)))
      .digest('hex'),
  ).toBe(truthOf(cloud)[0]?.sha256);
});
