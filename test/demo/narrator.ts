// Says what the tour does, in plain words, with a picture of each step.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** `picture`: its file's name without number and ending. */
export type Tell = (picture: string, words: string) => Promise<void>;

/** Pictures go into `folder`. */
export function narrator(page: Page, folder: string): Tell {
  mkdirSync(folder, { recursive: true });
  let step = 0;
  return async (picture, words) => {
    const file = `${String(++step).padStart(2, '0')}-${picture}.png`;
    await page.screenshot({ path: join(folder, file), animations: 'disabled' }); // not half faded in
    console.log(`${String(step).padStart(2)}  ${words} (${file})`);
  };
}
