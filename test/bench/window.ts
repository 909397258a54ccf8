// `npm run bench -- window [CLIPS]` measures the window with a long list, in real Electron: how soon it is there, and how smoothly it scrolls.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { describeElectron, findElectron } from '../electron/electron.ts';
import { chooseFolder, clipList, clipRows, jobBar, words } from '../electron/stories.ts';
import { median, report } from './figures.ts';
import { longList } from './long-list.ts';

const CLIPS = Number(process.argv[3] ?? 50_000);
const RUNS = 3;
/** From top to bottom in so many frames: each shows rows that the one before did not. */
const FRAMES = 1_000;

interface Run {
  /** Until anything is painted, and until the clips are; from the start of the process. */
  readonly firstPaintMs: number;
  readonly clipsMs: number;
  readonly longestFrameMs: number;
  readonly longestGridFrameMs: number;
  /** From a key in the search field to the drawn list, the longest of a few. */
  readonly keystrokeMs: number;
  readonly mostRows: number;
}

interface Measured {
  readonly runs: readonly Run[];
  /** While all clips are in the queue, and the first are being saved. */
  readonly savingFramesMs: readonly number[];
}

async function measure(electron: Parameters<typeof longList>[0]): Promise<Measured> {
  await using toEnd = new AsyncDisposableStack();
  const { launch, folder } = await longList(electron, CLIPS, toEnd);
  const runs: Run[] = [];
  for (let count = 0; count < RUNS; count++) {
    const startedAtMs = Date.now();
    const { page, quit } = await launch();
    await clipRows(page).first().waitFor();
    const clipsMs = Date.now() - startedAtMs;
    const firstPaintMs = (await paintedAtMs(page)) - startedAtMs;
    const keystrokeMs = await longestKeystrokeMs(page);
    const list = await scrollThrough(page);
    await clipList(page).press('g');
    const grid = await scrollThrough(page);
    await clipList(page).press('g');
    runs.push({
      firstPaintMs,
      clipsMs,
      keystrokeMs,
      longestFrameMs: list.longestMs,
      longestGridFrameMs: grid.longestMs,
      mostRows: Math.max(list.mostRows, grid.mostRows),
    });
    await quit();
  }
  const { page, main } = await launch();
  const saved = join(folder, 'saved');
  await mkdir(saved);
  await chooseFolder(main, page, saved);
  await page.getByRole('button', { name: words.library.saveAllName(CLIPS) }).click();
  await jobBar(page).waitFor();
  const savingFramesMs: number[] = [];
  for (let count = 0; count < RUNS; count++) savingFramesMs.push((await scrollThrough(page)).longestMs);
  return { runs, savingFramesMs };
}

/** When the page was first painted; Unix ms. */
async function paintedAtMs(page: Page): Promise<number> {
  const painted = await page.waitForFunction(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return paint && performance.timeOrigin + paint.startTime;
  });
  return (await painted.jsonValue()) ?? Number.NaN;
}

/** Each letter of this narrows the list or empties it: the whole of it is looked through each time. */
const TYPED = 'front 14 nov';

async function longestKeystrokeMs(page: Page): Promise<number> {
  const field = page.getByRole('searchbox');
  await field.focus();
  await page.evaluate(() => {
    let longest = 0;
    window.addEventListener(
      'keydown',
      (event) => {
        const pressedAt = event.timeStamp;
        requestAnimationFrame(() => {
          longest = Math.max(longest, performance.now() - pressedAt);
          document.documentElement.dataset.keystroke = String(longest);
        });
      },
      true,
    );
  });
  for (const letter of TYPED) await page.keyboard.press(letter === ' ' ? 'Space' : letter);
  await field.fill('');
  const longest = await page.waitForFunction(() => document.documentElement.dataset.keystroke);
  return Number(await longest.jsonValue());
}

const scrollThrough = (page: Page) =>
  clipList(page).evaluate(async (list, frames) => {
    const nextFrame = () => new Promise<number>(requestAnimationFrame);
    let longestMs = 0;
    let mostRows = 0;
    let before = await nextFrame();
    for (let frame = 1; frame <= frames; frame++) {
      list.scrollTop = (list.scrollHeight * frame) / frames;
      const now = await nextFrame();
      longestMs = Math.max(longestMs, now - before);
      mostRows = Math.max(mostRows, list.querySelectorAll('[role=row]').length);
      before = now;
    }
    return { longestMs, mostRows };
  }, FRAMES);

const found = await findElectron(console.error);
if (!found.ok) {
  console.error(`the window was not measured: ${found.reason}`);
  process.exitCode = 1;
} else {
  console.log(`The window with ${CLIPS} clips: median of ${RUNS} runs, ${describeElectron(found.electron)}`);
  const { runs, savingFramesMs } = await measure(found.electron);
  report(CLIPS, 'first paint after launch', 1500, median(runs.map((run) => run.firstPaintMs)));
  report(CLIPS, 'first clips after launch', 1500, median(runs.map((run) => run.clipsMs)));
  report(CLIPS, 'longest frame, scrolling through', 50, median(runs.map((run) => run.longestFrameMs)));
  report(CLIPS, 'the same in the grid', 50, median(runs.map((run) => run.longestGridFrameMs)));
  report(CLIPS, 'the list while all are queued', 50, median(savingFramesMs));
  report(CLIPS, 'a key in the search, drawn', 50, median(runs.map((run) => run.keystrokeMs)));
  report(CLIPS, 'rows in the page at once', 150, median(runs.map((run) => run.mostRows)), '');
}
