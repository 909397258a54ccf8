// What specs and the tour do again and again: with the window as a person would, with the cloud as only a test can.
import { readFileSync } from 'node:fs';
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import type { Problem } from '../../preload/contract.ts';
import { english as words } from '../../renderer/messages/en/index.ts';
import type { Control, LogEntry, TruthRow } from '../blink-cloud/index.ts';
import type { Cloud } from './app.ts';

export { words };

// ---------------------------------------------------------------- the window

/** Types a token line into the page for signing in, where it is folded away at first, and sends it off. */
export async function tryToSignIn(page: Page, line: string): Promise<void> {
  const field = page.getByRole('textbox', { name: words.signIn.tokenLine });
  const fold = page.getByRole('button', { name: words.signIn.pasteLine });
  await expect(field.or(fold)).toBeVisible({ timeout: 15_000 });
  if (await fold.isVisible()) await fold.click();
  await field.fill(line);
  await page.getByRole('button', { name: words.signIn.signIn, exact: true }).click();
}

/** Signs in; resolves when the list of clips is on the screen. */
export async function signIn(page: Page, cloud: Cloud): Promise<void> {
  await tryToSignIn(page, cloud.refreshToken);
  await expect(clipRows(page).first()).toBeVisible({ timeout: 15_000 });
}

/** The list of clips. */
export const clipList = (page: Page): Locator => page.getByRole('grid', { name: words.library.list });

/** Its rows that are on the screen, newest first, without the heads of days. */
export const clipRows = (page: Page): Locator => clipList(page).locator('[data-clip]');

export const player = (page: Page): Locator => page.getByRole('complementary', { name: words.player.name });

/** The foot of the window while something is saved, and until its end was seen. */
export const jobBar = (page: Page): Locator => page.getByRole('region', { name: words.jobs.name });

/** The place where a problem is told, in the list's pane or on the first screen. */
export async function expectProblem(page: Page, problem: Problem): Promise<void> {
  const { title, text } = words.problems.text(problem);
  await expect(page.getByRole('main')).toContainText(title, { timeout: 15_000 });
  await expect(page.getByRole('main')).toContainText(text);
}

/** From now on the system's dialog answers with this folder. */
export async function letChoose(main: ElectronApplication, folder: string): Promise<void> {
  await main.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
}

/** Chooses the folder in the settings, before anything is saved. */
export async function chooseFolder(main: ElectronApplication, page: Page, folder: string): Promise<void> {
  await letChoose(main, folder);
  const dialog = await openSettings(page, 'folder');
  await dialog.getByRole('button', { name: words.settings.chooseFolder }).click();
  await expect(dialog).toContainText(folder);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

/** One page of the settings. */
export async function openSettings(
  page: Page,
  subject: keyof typeof words.settings.pages = 'general',
): Promise<Locator> {
  await page.getByRole('button', { name: words.library.openSettings }).click();
  const dialog = page.getByRole('dialog', { name: words.settings.title });
  await dialog.getByRole('tab', { name: words.settings.pages[subject] }).click();
  return dialog.getByRole('tabpanel');
}

/** Has the app look for clips. */
export const checkNow = (page: Page): Promise<void> =>
  page.getByRole('button', { name: words.library.checkNow }).click();

// ---------------------------------------------------------------- the cloud

/** Does something to the cloud that a client cannot; answers what came of it. */
export async function control(cloud: Cloud, command: Control): Promise<unknown> {
  const answer = await fetch(`${cloud.url}/_control`, { method: 'POST', body: JSON.stringify(command) });
  const value: unknown = await answer.json();
  if (!answer.ok) throw new Error(`the cloud will not: ${JSON.stringify(value)}`);
  return value;
}

/** What the cameras recorded, newest first. */
export function truthOf(cloud: Cloud): readonly TruthRow[] {
  const rows = JSON.parse(readFileSync(cloud.truth, 'utf8')) as TruthRow[]; // the cloud's own format
  return rows.sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
}

/** The requests that the cloud has answered, of one kind. */
export const requestsOf = (cloud: Cloud, route: string): readonly LogEntry[] =>
  readFileSync(cloud.log, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LogEntry) // the cloud's own format
    .filter((entry) => entry.route === route);
