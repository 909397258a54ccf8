// Draws the window's stories in Chromium, for eyes: `node test/renderer/harness/look.ts --out DIR [story…]`.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openHarness } from './open.ts';
import { stories } from './stories.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'out/look' },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    size: { type: 'string', multiple: true, default: ['1100x720', '800x560', '550x360'] },
    /** Playwright steps on the page, such as "click text=Save 6" or "press Control+a", separated by semicolons. */
    steps: { type: 'string', default: '' },
    as: { type: 'string', default: '' },
  },
});

await mkdir(values.out, { recursive: true });
const harness = await openHarness();
try {
  for (const story of positionals.length > 0 ? positionals : Object.keys(stories)) {
    for (const size of values.size) {
      for (const theme of values.theme) {
        const page = await harness.open(story, size, theme === 'dark' ? 'dark' : 'light');
        for (const step of values.steps.split(';').filter(Boolean)) {
          const [verb, ...rest] = step.trim().split(' ');
          if (verb === 'press') await page.keyboard.press(rest.join(' '));
          else if (verb === 'hover') await page.hover(rest.join(' '));
          else if (verb === 'wait') await page.waitForTimeout(Number(rest[0]));
          else await page.click(rest.join(' '));
        }
        await page.waitForTimeout(500);
        await page.screenshot({ path: join(values.out, `${values.as || story}-${size}-${theme}.png`) });
        await page.close();
      }
    }
  }
  for (const line of harness.complaints) console.error(line);
} finally {
  await harness.close();
}
