// @vitest-environment node
// What only a real browser can tell of the window: layout, scrolling, videos, and what axe finds.
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, type Harness, openHarness } from './harness/open.ts';

/** One of each kind of view; `npm run screenshots` draws them all. */
const drawn = [
  'sign-in-refused',
  'welcome',
  'sign-in-window',
  'sign-in-browser',
  'drives-found',
  'drives-missing',
  'folder',
  'saving',
  'job-failed',
  'signed-out',
  'drive-missing',
];

const narrow = [
  'sign-in',
  'welcome',
  'sign-in-window',
  'sign-in-browser',
  'drives-found',
  'drives-elsewhere',
  'folder',
  'module-busy',
  'reading',
];

describe.skipIf(!existsSync(chromiumPath))(`the window in ${chromiumPath}`, { timeout: 30_000 }, () => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await openHarness();
  }, 60_000);

  afterAll(async () => {
    await harness.close();
    // Also breaches of the page's policy end up there.
    expect(harness.complaints).toEqual([]);
  });

  async function inPage<Value>(story: string, size: string, look: (page: Page) => Promise<Value>): Promise<Value> {
    const page = await harness.open(story, size, 'light');
    try {
      return await look(page);
    } finally {
      await page.context().close();
    }
  }

  test.each(drawn)('axe finds nothing in %s', async (story) => {
    const found = await inPage(story, '1100x720', (page) => new AxeBuilder({ page }).analyze());
    expect(found.passes.length).toBeGreaterThan(10);
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test.each(narrow)('nothing of %s scrolls sideways at 480×320', async (story) => {
    const sideways = await inPage(story, '480x320', (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX) || element === document.body)
          .filter((element) => element.scrollWidth > element.clientWidth)
          .map((element) => element.className),
      ),
    );
    expect(sideways).toEqual([]);
  });

  test('20,000 clips are scrolled from top to bottom with few rows in the page', async () => {
    const { most, last } = await inPage('clips=20000', '1100x720', (page) =>
      page.evaluate(async () => {
        const list = document.querySelector('.clip-list');
        if (!list) throw new Error('no list');
        let most = 0;
        for (let step = 0; step <= 100; step++) {
          list.scrollTop = (list.scrollHeight * step) / 100;
          await new Promise(requestAnimationFrame);
          most = Math.max(most, document.querySelectorAll('.clip-row').length);
        }
        await new Promise(requestAnimationFrame);
        const rows = [...document.querySelectorAll('[role="row"]')];
        return { most, last: Math.max(...rows.map((row) => Number(row.getAttribute('aria-rowindex')))) };
      }),
    );
    expect(most).toBeLessThan(40);
    expect(last).toBeGreaterThan(20_000);
  });

  test('new clips appear above without moving what is read, and a pill tells of them', async () => {
    await inPage('library', '1100x720', async (page) => {
      await page.locator('.clip-list').evaluate((list) => list.scrollTo(0, 2000));
      const row = page.locator('.clip-row').nth(8);
      const id = await row.getAttribute('id');
      const before = await page.locator(`#${id}`).boundingBox();
      await page.evaluate(() => window.dispatchEvent(new CustomEvent('new-clips', { detail: 3 })));
      await page.getByRole('button', { name: '3 new clips' }).waitFor();
      expect((await page.locator(`#${id}`).boundingBox())?.y).toBe(before?.y);
      await page.getByRole('button', { name: '3 new clips' }).click();
      expect(await page.locator('.clip-list').evaluate((list) => list.scrollTop)).toBe(0);
    });
  });

  test('a saved clip plays, is sought, and is given its own picture', async () => {
    await inPage('all-saved', '1100x720', async (page) => {
      await page.keyboard.press('Space');
      await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.3);
      await page.getByRole('slider', { name: 'Position' }).press('End');
      await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
      const poster = await page.waitForFunction(() => document.documentElement.dataset.poster);
      // A JPEG of some size, not a black frame of a few hundred bytes.
      expect(await poster.jsonValue()).toMatch(/^1: ffd8ff, \d{4,6} bytes$/);
    });
  });
});
