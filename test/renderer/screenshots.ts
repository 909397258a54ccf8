// `npm run screenshots [-- NAME…]`: draws every view and state in both themes and two sizes, and a sheet of them all.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { messagesFor } from '../../renderer/messages/index.ts';
import { type Harness, openHarness } from './harness/open.ts';
import { shotsIn } from './harness/shots.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'out/screenshots' },
    language: { type: 'string', default: 'en' },
    size: { type: 'string', multiple: true, default: ['1100x720', '800x560'] },
  },
});
const shots = shotsIn(messagesFor(values.language));
const themes = ['light', 'dark'] as const;
/** Long enough for what moves when a view opens. */
const settledMs = 400;

const names = positionals.length > 0 ? positionals : Object.keys(shots);
const unknown = names.filter((name) => !shots[name]);
if (unknown.length > 0) throw new Error(`no ${unknown.join(', ')}; there are ${Object.keys(shots).join(', ')}`);

await rm(values.out, { recursive: true, force: true });
await mkdir(values.out, { recursive: true });
const harness = await openHarness();
try {
  for (const size of values.size) {
    for (const theme of themes) {
      const files: string[] = [];
      for (const name of names) files.push(await draw(harness, name, size, theme));
      const sheet = await drawSheet(harness, files, `${size}-${theme}`);
      console.log(`${files.length} views: ${sheet}`);
    }
  }
  for (const line of harness.complaints) console.error(line);
} finally {
  await harness.close();
}

async function draw({ open }: Harness, name: string, size: string, theme: 'light' | 'dark'): Promise<string> {
  const shot = shots[name];
  if (!shot) throw new Error(`no ${name}`);
  const page = await open(`story=${shot.story}&language=${values.language}`, size, theme);
  await shot.steps?.(page);
  await page.waitForTimeout(settledMs);
  const file = `${name}-${size}-${theme}.png`;
  await page.screenshot({ path: join(values.out, file) });
  await page.context().close();
  return file;
}

async function drawSheet({ browser }: Harness, files: readonly string[], name: string): Promise<string> {
  const figures = files.map((file) => `<figure><img src="${file}"><figcaption>${file}</figcaption></figure>`);
  const style =
    'body{margin:8px;display:grid;grid-template-columns:repeat(4,1fr);gap:8px;font:11px sans-serif}figure{margin:0}img{width:100%;border:1px solid #8888}';
  const html = join(values.out, `sheet-${name}.html`);
  await writeFile(html, `<!doctype html><title>${name}</title><style>${style}</style>${figures.join('')}`);
  const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
  await page.goto(pathToFileURL(html).href);
  const picture = join(values.out, `sheet-${name}.png`);
  await page.screenshot({ path: picture, fullPage: true });
  await page.close();
  return picture;
}
