// Everything there is to look at: each story as it opens, and those that take a step or two to come to.
import type { Page } from '@playwright/test';
import type { Messages } from '../../../renderer/messages/index.ts';
import { stories } from './stories.ts';

export interface Shot {
  readonly story: string;
  /** From the opened story to what is looked at. */
  readonly steps?: (page: Page) => Promise<void>;
}

/** By name; the steps go by what the page says in this language. */
export function shotsIn(words: Messages): Readonly<Record<string, Shot>> {
  const settings = (subject: keyof Messages['settings']['pages'], story = 'library'): Shot => ({
    story,
    async steps(page) {
      await page.getByRole('button', { name: words.library.openSettings }).click();
      await page.getByRole('tab', { name: words.settings.pages[subject] }).click();
    },
  });

  const pages = Object.keys(words.settings.pages) as readonly (keyof Messages['settings']['pages'])[]; // Object.keys forgets the names' type

  return {
    ...Object.fromEntries(Object.keys(stories).map((story) => [story, { story }])),
    ...Object.fromEntries(pages.map((subject) => [`settings-${subject}`, settings(subject)])),
    'settings-auto-save': settings('saving', 'auto-save'),
    'settings-leaving-out': settings('saving', 'leaving-out'),
    'names-wrong': {
      story: 'library',
      async steps(page) {
        await settings('folder').steps?.(page);
        await page.getByRole('textbox', { name: words.names.template }).fill('{kamera}/{date}');
      },
    },
    import: {
      story: 'library',
      async steps(page) {
        await settings('folder').steps?.(page);
        await page.getByRole('button', { name: words.carried.import }).click();
      },
    },
    'import-report': {
      story: 'imported',
      steps: (page) => page.getByRole('button', { name: words.carried.details }).click(),
    },
    rename: {
      story: 'library',
      async steps(page) {
        await settings('folder').steps?.(page);
        await page.getByRole('button', { name: words.names.rename(4504) }).click();
      },
    },
    selection: { story: 'library', steps: (page) => page.keyboard.press('Control+a') },
    'row-menu': {
      story: 'library',
      steps: (page) => page.locator('.clip-row').nth(2).click({ button: 'right' }),
    },
    'row-menu-delete': {
      story: 'may-delete',
      steps: (page) => page.locator('.clip-row').nth(2).click({ button: 'right' }),
    },
    'selection-delete': { story: 'may-delete', steps: (page) => page.keyboard.press('Control+a') },
    'delete-one': { story: 'may-delete', steps: (page) => page.keyboard.press('d') },
    'delete-many': {
      story: 'may-delete',
      async steps(page) {
        await page.keyboard.press('Control+a');
        await page.keyboard.press('d');
      },
    },
    'delete-off': { story: 'library', steps: (page) => page.keyboard.press('d') },
    story: {
      story: 'library',
      async steps(page) {
        await page.locator('.clip-row').nth(2).click({ button: 'right' });
        await page.getByRole('menuitem', { name: words.story.menu }).click();
      },
    },
    'grid-selection': {
      story: 'grid',
      async steps(page) {
        await page
          .locator('.clip-card')
          .first()
          .click({ modifiers: ['Control'] });
        await page
          .locator('.clip-card')
          .nth(1)
          .click({ modifiers: ['Control'] });
      },
    },
    'filter-menu': {
      story: 'library',
      async steps(page) {
        const { anyPlace, more } = words.library;
        const name = (page.viewportSize()?.width ?? 0) < 980 ? more : anyPlace;
        await page.getByRole('group').getByRole('button', { name, exact: true }).click();
      },
    },
    'nothing-matches': {
      story: 'library',
      async steps(page) {
        await page.keyboard.press('/');
        await page.keyboard.type('kitchen');
      },
    },
    keys: { story: 'library', steps: (page) => page.keyboard.press('?') },
    notices: { story: 'told', steps: (page) => page.getByRole('button', { name: words.notifications.list }).click() },
    details: {
      story: 'unexpected-answer',
      steps: (page) => page.getByRole('button', { name: words.problems.details.show }).click(),
    },
    'sign-out': {
      story: 'library',
      async steps(page) {
        await settings('account').steps?.(page);
        await page.getByRole('button', { name: words.account.signOut }).click();
      },
    },
    forget: {
      story: 'library',
      async steps(page) {
        await settings('account').steps?.(page);
        await page.getByRole('button', { name: words.account.forgetDots }).click();
      },
    },
  };
}
