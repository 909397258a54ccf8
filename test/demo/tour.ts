// The main job in real Electron, done as a person would: the first run, a look, play, save a camera's whole day.
import { expect, type Page } from '@playwright/test';
import { english as words } from '../../renderer/messages/en/index.ts';
import { until } from '../desktop/until.ts';
import { openPage, walk } from '../electron/blink-page.ts';
import type { LaunchedApp } from '../electron/launch.ts';
import { clipList, clipRows, jobBar, letChoose, player } from '../electron/stories.ts';
import { narrator, type Tell } from './narrator.ts';
import type { Wanted } from './wanted.ts';

const { library, firstRun, jobs } = words;
/** For each thing that is waited for: machines can be slow. */
const patience = { timeout: 30_000 };
const jobPatience = { timeout: 300_000 };

/** Saves into `out`, with a picture of each step in `shots`; answers how many clips the app says it has saved. */
export async function tour(app: LaunchedApp, wanted: Wanted, out: string, shots: string): Promise<number> {
  const { page } = app;
  page.setDefaultTimeout(patience.timeout);
  const tell = narrator(page, shots);
  try {
    await signIn(app, tell);
    await chooseFolder(app, out, tell);
    await playNewest(page, tell);
    await askForDay(page, wanted, tell);
    return await watchSaving(page, wanted, tell);
  } catch (error) {
    if (!page.isClosed()) await tell('stuck', 'Here it does not go on.');
    throw error;
  }
}

async function signIn(app: LaunchedApp, tell: Tell): Promise<void> {
  const { page } = app;
  await expect(page.getByRole('heading', { level: 1, name: firstRun.title })).toBeVisible(patience);
  await tell('welcome', 'The app opens for the first time.');
  const blink = await openPage(app, firstRun.start);
  await expect(blink.getByLabel('E-mail')).toBeVisible(patience);
  await tell('sign-in', 'Blink’s page is open in a window of its own; the app waits for the person.');
  await walk(blink);
  await expect(page.getByRole('button', { name: firstRun.toFolder })).toBeVisible(patience);
  await expect(page.getByText(firstRun.foundLead)).toBeVisible(patience);
  const found = page.getByRole('heading', { level: 1 });
  await tell('drives', `E-mail, password and code were typed on that page. “${await found.textContent()}”.`);
}

async function chooseFolder({ main, page }: LaunchedApp, out: string, tell: Tell): Promise<void> {
  await page.getByRole('button', { name: firstRun.toFolder }).click();
  await letChoose(main, out);
  await page.getByRole('button', { name: firstRun.choose, exact: true }).click();
  await expect(page.getByRole('main').getByText(out).first()).toBeVisible(patience);
  await tell('folder', `The system’s dialog chooses ${out} (it is answered for the person here).`);
  await page.getByRole('button', { name: firstRun.finish }).click();
  await clipRows(page).first().waitFor();
  const total = page.getByText(/^[\d,]+ clips$/).first();
  await tell('list', `The first run is over, and the library is there: ${await total.textContent()}.`);
}

/** Fetches the newest clip from the drive, plays it, jumps in it. */
async function playNewest(page: Page, tell: Tell): Promise<void> {
  await clipRows(page).first().dblclick();
  const video = player(page).locator('video');
  const now = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
  await expect.poll(now, patience).toBeGreaterThan(0.3);
  await tell('playing', 'The newest clip was fetched from the drive, and plays.');
  await player(page).getByRole('button', { name: words.player.pause }).click();
  const seconds = await video.evaluate((element: HTMLVideoElement) => element.duration);
  const [played, wantedSecond] = [await now(), seconds * 0.75];
  const slider = player(page).getByRole('group', { name: words.player.position });
  const box = await slider.boundingBox();
  await slider.click({ position: { x: (box?.width ?? 0) * 0.75, y: (box?.height ?? 0) / 2 } });
  await expect.poll(now, patience).toBeGreaterThan(wantedSecond - 0.5);
  const jumped = await now();
  expect(jumped).toBeLessThan(wantedSecond + 0.5);
  await tell(
    'jumped',
    `Paused at ${inSeconds(played)} of ${inSeconds(seconds)}; a click on its line jumps to ${inSeconds(jumped)}.`,
  );
}

const inSeconds = (value: number) => `${value.toFixed(1)} s`;

async function askForDay(page: Page, { camera, day, clips }: Wanted, tell: Tell): Promise<void> {
  const cameras = page.getByRole('navigation', { name: library.name });
  await cameras.getByRole('button', { name: new RegExp(`^${camera},`) }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(camera);
  // “Yesterday, Sun 22 Nov” or “Sunday 22 November”
  const date = words.formats.dayShort(Date.parse(day), Date.parse(day)).replace(/^\w+ /, '');
  const head = clipList(page).getByRole('row').filter({ hasText: date });
  await clipList(page).hover();
  await until(`the head of ${date} in the list`, async () => (await head.count()) > 0 || scrollOn(page));
  await head.scrollIntoViewIfNeeded();
  await tell('day', `Only ${camera} now, and down to ${date}, which has ${clips.length} of its clips.`);
  await head.getByRole('button').click();
  await expect(jobBar(page)).toBeVisible(patience);
  await tell('asked', 'One press saves all of that day.');
}

async function scrollOn(page: Page): Promise<false> {
  await page.mouse.wheel(0, 400);
  return false;
}

/** Until the job has ended. */
async function watchSaving(page: Page, { clips }: Wanted, tell: Tell): Promise<number> {
  const bar = jobBar(page);
  const saved = async () =>
    Number(/Sav\w+ ([\d,]+)/.exec((await bar.textContent()) ?? '')?.[1]?.replaceAll(',', '') ?? 0);
  await expect.poll(saved, jobPatience).toBeGreaterThanOrEqual(clips.length / 3);
  await tell(
    'saving',
    `${await saved()} of ${clips.length} are saved; the foot of the window says how fast and how long.`,
  );
  await expect(bar.getByRole('button', { name: jobs.dismiss })).toBeVisible(jobPatience);
  await tell('saved', `The job has ended: “${(await bar.locator('b').textContent()) ?? ''}”.`);
  return saved();
}
