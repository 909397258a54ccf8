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
  'queue',
  'grid',
  'job-failed',
  'signed-out',
  'drive-missing',
];

const narrow = [
  'queue',
  'sign-in',
  'welcome',
  'sign-in-window',
  'sign-in-browser',
  'drives-found',
  'drives-elsewhere',
  'folder',
  'module-busy',
  'reading',
  'grid',
];

/** Longer words, in views with much in them. */
const inGerman = ['story=saving&language=de', 'story=drives-found&language=de'];

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

  async function violationsIn(page: Page): Promise<readonly unknown[]> {
    const found = await new AxeBuilder({ page }).analyze();
    expect(found.passes.length).toBeGreaterThan(10);
    return found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  }

  test.each([...drawn, ...inGerman])('axe finds nothing in %s', async (story) => {
    expect(await inPage(story, '1100x720', violationsIn)).toEqual([]);
  });

  /** States that a person brings about, and how. */
  const reached: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    'the sheet of keys': (page) => page.keyboard.press('?'),
    'the choice of days': (page) => page.getByRole('button', { name: 'Any day' }).click(),
    'a search that matches nothing': async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('kitchen yesterday');
    },
    'a star, told by a toast': (page) => page.keyboard.press('f'),
    'chosen days': (page) => page.getByRole('listbox', { name: 'Clips by day' }).press('Enter'),
  };
  test.each(Object.keys(reached))('axe finds nothing in %s', async (state) => {
    const found = await inPage('library', '1100x720', async (page) => {
      await reached[state]?.(page);
      return violationsIn(page);
    });
    expect(found).toEqual([]);
  });

  test('in forced colours what is chosen can be told, in the list, the grid and the bars', async () => {
    await inPage('library', '1100x720', async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      const styleOf = (selector: string, name: 'backgroundColor' | 'outlineStyle') =>
        page
          .locator(selector)
          .first()
          .evaluate((element, style) => getComputedStyle(element)[style], name);
      const rest = await styleOf('.clip-row[aria-selected=false]', 'backgroundColor');
      expect(await styleOf('.clip-row[aria-selected=true]', 'backgroundColor')).not.toBe(rest);
      await page.getByRole('listbox', { name: 'Clips by day' }).press('Enter');
      const bar = await styleOf('.bar[aria-selected=false]:not(.none) i', 'backgroundColor');
      expect(await styleOf('.bar[aria-selected=true] i', 'backgroundColor')).not.toBe(bar);
      await page.locator('.clip-list').press('g');
      await page.locator('.clip-card').first().click();
      expect(await styleOf('.clip-card[aria-selected=true] .picture', 'outlineStyle')).toBe('solid');
    });
  });

  test('with reduced motion nothing moves for longer than a frame', async () => {
    await inPage('library', '1100x720', async (page) => {
      await page.keyboard.press('Control+a');
      await page.keyboard.press('f');
      const longest = await page.evaluate(() =>
        Math.max(0, ...document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().duration))),
      );
      expect(longest).toBeLessThan(16);
    });
  });

  test.each([...narrow, ...inGerman])('nothing of %s scrolls sideways at 480×320', async (story) => {
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
    await inPage('clips=20000', '1100x720', async (page) => {
      const most = await page.evaluate(async () => {
        const list = document.querySelector('.clip-list');
        if (!list) throw new Error('no list');
        let most = 0;
        for (let step = 0; step <= 100; step++) {
          list.scrollTop = (list.scrollHeight * step) / 100;
          await new Promise(requestAnimationFrame);
          most = Math.max(most, document.querySelectorAll('.clip-row').length);
        }
        return most;
      });
      expect(most).toBeLessThan(40);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('[role="row"]')].some(
          (row) => Number(row.getAttribute('aria-rowindex')) > 20_000,
        ),
      );
    });
  });

  test('a box drawn over cards chooses them, and a tick one more', async () => {
    await inPage('grid', '1100x720', async (page) => {
      await page.mouse.move(980, 430);
      await page.mouse.down();
      await page.mouse.move(500, 400, { steps: 4 });
      await page.locator('.rubber-band').waitFor();
      await page.mouse.up();
      await page.getByRole('toolbar').getByText('2 clips selected').waitFor();
      expect(await page.locator('.rubber-band').count()).toBe(0);
      await page.locator('.clip-card').first().getByRole('button', { name: 'Select' }).click();
      await page.getByRole('toolbar').getByText('3 clips selected').waitFor();
    });
  });

  test('G changes between list and grid, and playing opens the player, which Esc closes', async () => {
    await inPage('all-saved', '1100x720', async (page) => {
      await page.keyboard.press('g');
      await page.locator('.clip-card').first().waitFor();
      expect(await page.getByRole('complementary', { name: 'Player' }).count()).toBe(0);
      await page.locator('.clip-card').nth(1).dblclick();
      await page.getByRole('complementary', { name: 'Player' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('complementary', { name: 'Player' }).waitFor({ state: 'detached' });
      await page.keyboard.press('g');
      await page.locator('.clip-row').first().waitFor();
    });
  });

  test('a clip on disk plays silently in its card under the pointer, from where that stands; not with reduced motion', async () => {
    await inPage('all-saved', '1100x720', async (page) => {
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      await page.keyboard.press('g');
      const card = page.locator('.clip-card').nth(1);
      await card.hover();
      const playing = () =>
        page.waitForFunction(() => {
          const video = document.querySelector<HTMLVideoElement>('.clip-card video');
          return video && !video.paused && video.currentTime > 0.1 && video.muted;
        });
      await playing();
      const box = await card.boundingBox();
      if (!box) throw new Error('no card');
      await page.mouse.move(box.x + box.width * 0.8, box.y + 40);
      await page.waitForFunction(() => {
        const video = document.querySelector<HTMLVideoElement>('.clip-card video');
        return video && video.currentTime > video.duration * 0.7;
      });
      await page.locator('.day-head').first().hover();
      await page.locator('.clip-card video').waitFor({ state: 'detached' });

      await page.emulateMedia({ reducedMotion: 'reduce' });
      await card.hover();
      // Longer than the pointer has to rest.
      const since = await page.evaluate(() => performance.now());
      await page.waitForFunction((from) => performance.now() > from + 600, since);
      expect(await page.locator('.clip-card video[src]').count()).toBe(0);
    });
  });

  test('in a small window the search opens over the filters, and leaves them where it found nothing to do', async () => {
    await inPage('library', '550x360', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('gate');
      await page.locator('.clip-row').filter({ hasText: 'Driveway' }).first().waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByRole('menuitem', { name: 'Yesterday' }).click();
      await page.getByRole('button', { name: '22 Nov: remove this filter' }).waitFor();
    });
  });

  test('days are chosen by drawing over their bars, and with the keyboard', async () => {
    await inPage('library', '1100x720', async (page) => {
      const bars = page.getByRole('listbox', { name: 'Clips by day' });
      const box = await bars.boundingBox();
      if (!box) throw new Error('no bars');
      await page.mouse.move(box.x + box.width - 3, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + (box.width * 53.5) / 56, box.y + 20, { steps: 3 });
      await page.mouse.up();
      await page.getByRole('button', { name: '21 – 23 Nov: remove this filter' }).waitFor();
      expect(await page.locator('.day-head .title').allTextContents()).toContain('Yesterday');
      await bars.dblclick({ position: { x: 100, y: 20 } });
      await page.getByRole('button', { name: 'Any day' }).waitFor();
      await bars.press('End');
      await bars.press('ArrowLeft');
      await bars.press('Enter');
      await page.getByRole('button', { name: '22 Nov: remove this filter' }).waitFor();
      await bars.press('Shift+ArrowRight');
      await page.getByRole('button', { name: '22 – 23 Nov: remove this filter' }).waitFor();
      await bars.press('Escape');
      await page.getByRole('button', { name: 'Any day' }).waitFor();
    });
  });

  test('new clips appear above without moving what is read, and a pill tells of them', async () => {
    await inPage('library', '1100x720', async (page) => {
      await page.locator('.clip-list').evaluate((list) => list.scrollTo(0, 2000));
      // Rows that were drawn before the list was scrolled lie above it now, and go away.
      const shown = await page.waitForFunction(() => {
        const rows = [...document.querySelectorAll('.clip-row')];
        return rows.find((row) => row.getBoundingClientRect().top > 300)?.id;
      });
      const id = await shown.jsonValue();
      const before = await page.locator(`#${id}`).boundingBox();
      await page.evaluate(() => window.dispatchEvent(new CustomEvent('new-clips', { detail: 3 })));
      await page.getByRole('button', { name: '3 new clips' }).waitFor();
      expect((await page.locator(`#${id}`).boundingBox())?.y).toBe(before?.y);
      await page.getByRole('button', { name: '3 new clips' }).click();
      await page.waitForFunction(() => document.querySelector('.clip-list')?.scrollTop === 0);
    });
  });

  test('a saved clip plays, is sought, and is given its own picture', async () => {
    await inPage('all-saved', '1100x720', async (page) => {
      await page.keyboard.press('Space');
      await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.3);
      await page.getByRole('slider', { name: 'Position' }).press('End');
      // Sought: it is at its end, and what it played first stopped long before.
      await page.waitForFunction(() => {
        const video = document.querySelector('video');
        return video?.ended && video.played.end(0) < video.duration - 1;
      });
      await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
      const poster = await page.waitForFunction(() => document.documentElement.dataset.poster);
      // A JPEG of some size, not a black frame of a few hundred bytes.
      expect(await poster.jsonValue()).toMatch(/^1: ffd8ff, \d{4,6} bytes$/);
    });
  });
});
