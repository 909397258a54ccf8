// Blink's sign-in page in a person's hands, for specs and the tour.
import type { Page } from '@playwright/test';
import { person } from '../blink-cloud/authorizations.ts';
import type { LaunchedApp } from './launch.ts';
import { words } from './stories.ts';

/** Opens it from the page for signing in, or with another `button`; gives its window. */
export async function openPage({ main, page }: LaunchedApp, button = words.signIn.atBlink): Promise<Page> {
  const opened = main.waitForEvent('window');
  await page.getByRole('button', { name: button }).click();
  return opened;
}

export async function fill(blink: Page, label: string, value: string): Promise<void> {
  await blink.getByLabel(label).fill(value);
  // The last page leads to an address that is never loaded: nothing is waited for.
  await blink.getByRole('button', { name: 'Continue' }).click({ noWaitAfter: true });
}

/** E-mail, password, code. */
export async function walk(blink: Page): Promise<void> {
  await fill(blink, 'E-mail', person.email);
  await fill(blink, 'Password', person.password);
  await fill(blink, 'Code', person.code);
}
