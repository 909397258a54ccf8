// Fixtures for specs on the built app: the simulated cloud, and the app on a desktop of its own.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConsoleMessage, expect, type Page, type TestInfo } from '@playwright/test';
import { type Cloud, startCloud } from '../blink-cloud/start.ts';
import { type Desktop, test as desktopTest } from './desktop.ts';
import type { Electron } from './electron.ts';
import { type LaunchedApp, launchApp } from './launch.ts';

export interface LaunchOptions {
  /** Without one, the app would speak to nobody: it is pointed at a port where nothing listens. */
  readonly cloud?: Cloud;
  /** Divides every duration of the app; the cloud takes `--speed` of its own. */
  readonly speed?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Hears what the app prints. */
  readonly onOutput?: (text: string) => void;
  /** As someone new sees it: the first run is shown, where its end is not remembered. */
  readonly asNewcomer?: boolean;
}

interface Fixtures {
  /** Folder of the app's profile, the same for each launch of one spec. */
  readonly profile: string;
  readonly startCloud: (...args: readonly string[]) => Promise<Cloud>;
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedApp>;
  /** What a page may complain of; a complaint about anything else fails the spec. */
  readonly mayComplainOf: RegExp | null;
}

export { expect } from '@playwright/test';
export type { Cloud } from '../blink-cloud/start.ts';

export const test = desktopTest.extend<Fixtures>({
  profile: async ({ desktop }, use) => use(join(desktop.folder, 'profile')),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  startCloud: async ({}, use) => {
    await using toEnd = new AsyncDisposableStack();
    await use((...args) => startCloud(args, toEnd));
  },

  mayComplainOf: [null, { option: true }],

  launch: async ({ electron, desktop, profile, mayComplainOf }, use, testInfo) => {
    await using apps = new AsyncDisposableStack();
    const output: string[] = [];
    const complaints: string[] = [];
    await use(async (options = {}) => {
      if (!options.asNewcomer) skipFirstRun(profile);
      const app = await launch(electron, desktop, profile, options, output, complaints);
      apps.defer(async () => {
        await app.quit();
      });
      return app;
    });
    if (testInfo.status !== testInfo.expectedStatus) await keepEvidence(testInfo, desktop, profile, output);
    expect(complaints.filter((text) => !mayComplainOf?.test(text))).toEqual([]);
  },
});

async function launch(
  electron: Electron,
  desktop: Desktop,
  profile: string,
  { cloud, speed = 1, args = [], env = {}, onOutput }: LaunchOptions,
  output: string[],
  complaints: string[],
): Promise<LaunchedApp> {
  const app = await launchApp(electron, {
    args: ['--profile', profile, ...args],
    cwd: desktop.folder,
    env: {
      ...desktop.env,
      CLIPTRAY_BLINK_URL: cloud?.url ?? 'http://127.0.0.1:9',
      CLIPTRAY_SPEED: String(speed),
      ...env,
    },
    onOutput(text) {
      output.push(text);
      onOutput?.(text);
    },
  });
  try {
    await hearComplaints(app.page, complaints);
    await app.page.waitForLoadState();
    return app;
  } catch (error) {
    await app.quit();
    throw error;
  }
}

/** In a profile that is still empty. */
function skipFirstRun(profile: string): void {
  mkdirSync(profile, { recursive: true });
  const settings = join(profile, 'settings.json');
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify({ firstRunOver: true }));
}

async function hearComplaints(page: Page, complaints: string[]): Promise<void> {
  const hear = (message: ConsoleMessage) => {
    if (['error', 'warning'].includes(message.type()))
      complaints.push(`${message.text()} ${message.location().url}`.trim());
  };
  page.on('console', hear);
  page.on('pageerror', ({ message }) => complaints.push(message));
  for (const earlier of await page.consoleMessages()) hear(earlier);
}

/** The whole screen, what the app printed and what it logged go into test-results/. */
async function keepEvidence(
  testInfo: TestInfo,
  desktop: Desktop,
  profile: string,
  output: readonly string[],
): Promise<void> {
  const picture = testInfo.outputPath('screen.png');
  await desktop.display.screenshot(picture);
  await testInfo.attach('screen', { path: picture });
  const log = join(profile, 'logs/main.log');
  if (existsSync(log)) copyFileSync(log, testInfo.outputPath('main.log'));
  await testInfo.attach('output', { body: output.join(''), contentType: 'text/plain' });
}
