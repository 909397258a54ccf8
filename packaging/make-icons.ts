// Draws the app's icons from resources/app*.svg: `node packaging/make-icons.ts`, after changing one. Needs Chromium.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { sandboxFlags } from '../test/electron/electron.ts';
import { chromiumPath } from '../test/renderer/harness/open.ts';

const resources = join(import.meta.dirname, '../resources');
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
/** What macOS calls the sizes that it takes as PNG; those with two names are another's double. */
const macSizes = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };

/** Below 48 px the large drawing is a blot. */
const sourceFor = (size: number) => join(resources, size < 48 ? 'app-small.svg' : 'app.svg');

async function draw(browser: Browser, size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const source = (await readFile(sourceFor(size))).toString('base64');
  await page.setContent(
    `<style>* { margin: 0 } img { display: block; width: ${size}px }</style><img src="data:image/svg+xml;base64,${source}">`,
  );
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

/** Microsoft's ICO: a directory of 16 bytes a picture, then the PNGs. */
function ico(pictures: readonly (readonly [size: number, png: Buffer])[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, [size, png]] of pictures.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at); // 256 is written as 0
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...pictures.map(([, png]) => png)]);
}

/** Apple's ICNS: name and length before each PNG, and before all. */
function icns(pictures: readonly (readonly [name: string, png: Buffer])[]): Buffer {
  const block = (name: string, content: Buffer) => {
    const head = Buffer.from(`${name}\0\0\0\0`, 'latin1');
    head.writeUInt32BE(content.length + head.length, 4);
    return Buffer.concat([head, content]);
  };
  return block('icns', Buffer.concat(pictures.map(([name, png]) => block(name, png))));
}

const browser = await chromium.launch({ executablePath: chromiumPath, args: [...sandboxFlags] });
try {
  const pictureOf = new Map<number, Buffer>();
  for (const size of new Set([...linuxSizes, ...windowsSizes, ...Object.values(macSizes)])) {
    pictureOf.set(size, await draw(browser, size));
  }
  const picture = (size: number) => pictureOf.get(size) ?? Buffer.alloc(0);
  await mkdir(join(import.meta.dirname, 'icons'), { recursive: true });
  for (const size of linuxSizes) {
    await writeFile(join(import.meta.dirname, `icons/${size}x${size}.png`), picture(size));
  }
  await writeFile(join(resources, 'app.png'), picture(128)); // the app's own, which a drag shows
  await writeFile(join(import.meta.dirname, 'icon.ico'), ico(windowsSizes.map((size) => [size, picture(size)])));
  const named = Object.entries(macSizes).map(([name, size]) => [name, picture(size)] as const);
  await writeFile(join(import.meta.dirname, 'icon.icns'), icns(named));
} finally {
  await browser.close();
}
