// Builds the harness page as the app's own page is built, and opens it in Debian's Chromium under the same policy.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Browser, chromium, type Page, type Route } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { byteRange } from '../../../main/media/range.ts';
import { nowMs } from './made-up.ts';

const here = import.meta.dirname;
const root = join(here, '../../..');
const origin = 'http://window.test';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
};
/** The pictures of the cameras themselves: scenes with nobody in them. */
const cameras: Readonly<Record<string, string>> = {
  gate: 'gate-van-dusk',
  drive: 'drive-dusk',
  garden: 'garden-day',
  shop: 'shop-person2',
  flap: 'flap-cat-day',
};
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-R'; img-src 'self'; media-src 'self'; connect-src 'self'";

/** Debian's, or another that is named. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export interface Harness {
  readonly browser: Browser;
  readonly open: (query: string, size: string, theme: 'light' | 'dark') => Promise<Page>;
  /** What the pages wrote to their consoles, violations of the policy among it. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

export async function openHarness(): Promise<Harness> {
  const folder = await mkdtemp(join(tmpdir(), 'cliptray-harness-'));
  // As it ships, also where a test runner says that this is a test: Vite asks the environment.
  process.env.NODE_ENV = 'production';
  await build({
    root: here,
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    resolve: { alias: [{ find: /^.*\/store\/clip-urls\.ts$/, replacement: join(here, 'clip-urls.ts') }] },
    build: {
      target: 'chrome108',
      outDir: folder,
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
  const complaints: string[] = [];

  const serve = async (route: Route) => {
    const { pathname } = new URL(route.request().url());
    const file = await fileFor(folder, pathname);
    const contentType = types[extname(file)] ?? 'application/octet-stream';
    const bytes = await readFile(file);
    const body = extname(file) === '.html' ? Buffer.from(bytes.toString().replace('__NONCE__', 'R')) : bytes;
    const headers = { 'content-type': contentType, 'content-security-policy': policy };
    // Not `headerValue`, which waits for the page and throws when it is closed meanwhile.
    const range = byteRange(route.request().headers().range ?? null, body.length);
    if (range.kind !== 'part') return route.fulfill({ body, headers });
    const { first, last } = range;
    await route.fulfill({
      status: 206,
      body: body.subarray(first, last + 1),
      headers: { ...headers, 'content-range': `bytes ${first}-${last}/${body.length}` },
    });
  };

  return {
    browser,
    complaints,
    async open(query, size, theme) {
      const [width = 1100, height = 720] = size.split('x').map(Number);
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        timezoneId: 'Europe/Berlin',
        // What is looked at is not on its way from one colour to another.
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.on('console', (message) => complaints.push(`${query}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`${query}: ${error.message}`));
      await page.clock.setFixedTime(nowMs);
      await page.route(`${origin}/**`, serve);
      await page.goto(`${origin}/index.html?${query.includes('=') ? query : `story=${query}`}`);
      await page.waitForLoadState('networkidle');
      return page;
    },
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function fileFor(folder: string, pathname: string): Promise<string> {
  const [, kind, name = ''] = pathname.split('/');
  if (kind === 'media') return join(root, 'test/blink-cloud/fixtures', name);
  if (kind !== 'pictures') return join(folder, pathname);
  const picture = name.replace(/^camera-(\w+)\.jpg$/, (_, scene: string) => `${cameras[scene]}.jpg`);
  return join(root, 'renderer/assets/welcome', picture);
}
