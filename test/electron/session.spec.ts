// A whole session, in light and dark: the policy is never broken, and everyone can use every view.
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Theme } from '../../preload/contract.ts';
import { expect, test } from './app.ts';
import { clipList, clipRows, jobBar, letChoose, openSettings, player, signIn, tryToSignIn, words } from './stories.ts';

test('nothing that the window does in a whole session breaks its policy', async ({ startCloud, launch, desktop }) => {
  const cloud = await startCloud('--clips', '6', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
  });
  await page.reload();
  await signIn(page, cloud);
  await clipRows(page).first().dblclick();
  await expect(player(page).locator('video')).toBeVisible();
  await page.getByRole('button', { name: words.library.camera, exact: true }).click();
  await page.getByRole('menuitem', { name: words.library.anyCamera }).click();
  await clipRows(page).nth(1).click({ button: 'right' });
  await page.getByRole('menuitem', { name: `${words.library.save} S`, exact: true }).click();
  await letChoose(main, join(desktop.folder, 'clips'));
  await page.getByRole('button', { name: words.folder.choose }).click();
  await expect(jobBar(page)).toContainText('Saved 1 clip', { timeout: 15_000 });
  await choose(page, 'dark');
  expect(await page.evaluate(() => window.violations)).toEqual([]);
});

test('the look follows the choice, and is remembered', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  await choose(first.page, 'light');
  expect(await brightness(first.page)).toBeGreaterThan(200);
  await choose(first.page, 'dark');
  expect(await brightness(first.page)).toBeLessThan(60);
  await first.quit();
  const second = await launch({ cloud, speed: 20 });
  await expect(clipList(second.page)).toBeVisible();
  expect(await brightness(second.page)).toBeLessThan(60);
});

for (const theme of ['light', 'dark'] as const) {
  test(`everyone can use it: no view in ${theme} has a fault that axe finds`, async ({
    startCloud,
    launch,
    desktop,
  }) => {
    const cloud = await startCloud('--clips', '40', '--speed', '20');
    const { main, page } = await launch({ cloud, speed: 20 });
    await main.evaluate(({ nativeTheme }, chosen) => {
      nativeTheme.themeSource = chosen;
    }, theme);
    await tryToSignIn(page, 'not a token line');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectNoFaults(page, 'the first screen with a problem');

    await signIn(page, cloud);
    await expectNoFaults(page, 'the list');
    await page.getByRole('button', { name: words.library.camera, exact: true }).click();
    await expectNoFaults(page, 'the menu of cameras');
    await page.keyboard.press('Escape');
    await clipRows(page).nth(2).click({ button: 'right' });
    await expectNoFaults(page, 'the menu of a clip');
    await page.keyboard.press('Escape');
    await clipList(page).focus();
    await page.keyboard.press('s');
    await expectNoFaults(page, 'the question for the folder');
    await letChoose(main, join(desktop.folder, 'clips'));
    await page.getByRole('button', { name: words.folder.choose }).click();
    await expect(jobBar(page)).toContainText('Saved 1 clip', { timeout: 15_000 });

    await clipList(page).focus();
    await page.keyboard.press('Control+a');
    await expect(page.getByRole('toolbar', { name: words.library.selection })).toBeVisible();
    await page.keyboard.press('s');
    await expect(jobBar(page)).toContainText(/Saving [1-9]/, { timeout: 15_000 });
    await expectNoFaults(page, 'a selection, and a job at work');
    await jobBar(page).getByRole('button', { name: words.jobs.cancel }).click();
    await clipRows(page).first().dblclick();
    await expect(player(page).locator('video')).toBeVisible({ timeout: 15_000 });
    await expectNoFaults(page, 'the player, and a job that was cancelled');
    await openSettings(page);
    await expectNoFaults(page, 'the settings');
  });
}

async function expectNoFaults(page: Page, view: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(faults, view).toEqual([]);
}

async function choose(page: Page, theme: Theme): Promise<void> {
  const settings = await openSettings(page);
  await settings.getByRole('radio', { name: words.settings.theme(theme) }).click({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await page.keyboard.press('Escape');
}

/** Of what lies behind everything, 0–255. */
const brightness = (page: Page) =>
  page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    return (red + green + blue) / 3;
  });
