// The list: every clip within reach, by day, by camera, with the mark of where it is.
import type { Page } from '@playwright/test';
import type { TruthRow } from '../blink-cloud/index.ts';
import { expect, test } from './app.ts';
import { checkNow, chooseFolder, clipList, clipRows, control, jobBar, signIn, truthOf, words } from './stories.ts';

/** What the list says of a clip. */
const lineOf = ({ created_at, camera }: TruthRow) => `${wallTime.format(Date.parse(created_at))} ${camera}`;
const wallTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Vienna', timeStyle: 'medium' });

test('2,000 clips are all within reach, newest first, though few rows exist at a time', async ({
  startCloud,
  launch,
}) => {
  const cloud = await startCloud('--clips', '2000', '--speed', '20');
  const { page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  const seen = await scrollThrough(page);
  expect(seen.lines).toEqual(truthOf(cloud).map(lineOf));
  expect(seen.mostRows).toBeLessThan(150);
  await page.keyboard.press('End');
  await expect(clipRows(page).last()).toHaveAttribute('aria-selected', 'true');
  await expect(clipRows(page).last()).toContainText(truthOf(cloud).at(-1)?.camera ?? '');
});

/** Turns the wheel of the list from top to bottom, and reads each row that comes by. */
function scrollThrough(page: Page): Promise<{ readonly lines: readonly string[]; readonly mostRows: number }> {
  return clipList(page).evaluate(async (list) => {
    const lines = new Map<number, string>();
    let mostRows = 0;
    for (let top = 0; top < list.scrollHeight; top += list.clientHeight - 100) {
      list.scrollTo(0, top);
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      mostRows = Math.max(mostRows, list.querySelectorAll('[role=row]').length);
      for (const row of list.querySelectorAll('[data-clip]')) {
        const [time, camera] = ['.time', '.camera'].map((part) => row.querySelector(part)?.textContent);
        lines.set(Number(row.getAttribute('aria-rowindex')), `${time} ${camera}`);
      }
    }
    return { lines: [...lines].sort(([a], [b]) => a - b).map(([, line]) => line), mostRows };
  });
}

test('days have heads, and one camera can be shown alone', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '400', '--speed', '20');
  const { page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  const days = new Set(truthOf(cloud).map(({ created_at }) => dayOf(created_at)));
  await expect(clipList(page)).toHaveAttribute('aria-rowcount', String(400 + days.size));
  const [newest = ''] = days;
  const ofNewest = truthOf(cloud).filter(({ created_at }) => dayOf(created_at) === newest).length;
  const head = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .first();
  await expect(head).toContainText(words.library.clips(ofNewest));

  const workshop = truthOf(cloud).filter(({ camera }) => camera === 'Workshop').length;
  await page.getByRole('button', { name: words.library.unsavedOf('Workshop', workshop) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Workshop');
  await expect(page.getByRole('main')).toContainText(words.library.clips(workshop));
  await expect(clipRows(page).filter({ hasNotText: 'Workshop' })).toHaveCount(0);
  await page.getByRole('button', { name: words.library.removeFilter('Workshop') }).click();
  await expect(clipList(page)).toHaveAttribute('aria-rowcount', String(400 + days.size));
});

const dayOf = (createdAt: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Vienna' }).format(Date.parse(createdAt));

test('each clip says where it is, also after it has left the drive', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '4', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await chooseFolder(main, page, `${desktop.folder}/clips`);
  await clipList(page).focus();
  await page.keyboard.press('s');
  await expect(jobBar(page)).toContainText('Saved 1 clip', { timeout: 15_000 });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  const { name } = words.places;
  await expect(clipRows(page)).toContainText([name('saved'), name('cached'), name('on-drive'), name('on-drive')]);

  const [saved, , left] = truthOf(cloud).map(({ sha256 }) => sha256);
  await control(cloud, { remove: { sha256: [saved ?? '', left ?? ''] } });
  await checkNow(page);
  await expect(clipRows(page)).toContainText([name('only-here'), name('cached'), name('gone'), name('on-drive')]);
});

test('typed words find a camera and a day, and what matches nothing says what to leave out', async ({
  startCloud,
  launch,
}) => {
  const cloud = await startCloud('--clips', '300', '--speed', '20');
  const { page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  const day = dayOf(truthOf(cloud)[0]?.created_at ?? '');
  const ofDay = truthOf(cloud).filter(({ created_at }) => dayOf(created_at) === day);
  const ofBoth = ofDay.filter(({ camera }) => camera === 'Workshop').length;
  await page.keyboard.press('/');
  await page.keyboard.type(`worksh ${day}`);
  await expect(page.getByRole('main')).toContainText(words.library.clips(ofBoth));
  await page.getByRole('searchbox').fill(day);
  await page.keyboard.press('Enter');
  await expect(clipList(page)).toBeFocused();
  await expect(clipList(page)).toHaveAttribute('aria-rowcount', String(ofDay.length + 1));

  await page.getByRole('button', { name: words.library.anyPlace }).click();
  await page.getByRole('menuitem', { name: words.places.name('only-here') }).click();
  await expect(page.getByRole('heading', { name: words.library.empty.nothingMatches.title })).toBeVisible();
  await page.getByRole('button', { name: words.library.empty.nothingMatches.show(ofDay.length) }).click();
  await expect(clipList(page)).toHaveAttribute('aria-rowcount', String(ofDay.length + 1));
});
