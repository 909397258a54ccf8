// Fixtures for specs on the built app: the simulated cloud, and the app on a desktop of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  _electron,
  type ConsoleMessage,
  type ElectronApplication,
  expect,
  type Page,
  type TestInfo,
} from '@playwright/test';
import { end, firstLine, start } from '../desktop/process.ts';
import { type Desktop, test as desktopTest } from './desktop.ts';
import { type Electron, sandboxFlags } from './electron.ts';

const root = join(import.meta.dirname, '../..');

/** A simulated cloud, as its first line and its command line say. */
export interface Cloud {
  readonly url: string;
  readonly refreshToken: string;
  readonly accessToken: string;
  readonly accountId: number;
  readonly networks: readonly { readonly id: number; readonly modules: readonly number[] }[];
  /** File that says which clips any drive held, with their hashes. */
  readonly truth: string;
  /** File with a JSON line for each request that was answered. */
  readonly log: string;
}

export interface RunningApp {
  /** The main process, to evaluate in. */
  readonly main: ElectronApplication;
  /** The window's page, loaded. */
  readonly page: Page;
  /** Quits as a person would, and gives the exit code. At the end of a spec it is done for you. */
  quit(): Promise<number | null>;
}

export interface LaunchOptions {
  /** Without one, the app would speak to nobody: it is pointed at a port where nothing listens. */
  readonly cloud?: Cloud;
  /** Divides every duration of the app; the cloud takes `--speed` of its own. */
  readonly speed?: number;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

interface Fixtures {
  /** Folder of the app's profile, the same for each launch of one spec. */
  readonly profile: string;
  readonly startCloud: (...args: readonly string[]) => Promise<Cloud>;
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** What a page may complain of; a complaint about anything else fails the spec. */
  readonly mayComplainOf: RegExp | null;
}

export { expect } from '@playwright/test';

export const test = desktopTest.extend<Fixtures>({
  profile: async ({ desktop }, use) => use(join(desktop.folder, 'profile')),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  startCloud: async ({}, use) => {
    await using clouds = new AsyncDisposableStack();
    const folder = mkdtempSync(join(tmpdir(), 'cliptray-cloud-'));
    clouds.defer(() => rmSync(folder, { recursive: true }));
    let started = 0;
    await use(async (...args) => {
      const program = join(root, 'test/blink-cloud/cli.ts');
      const log = join(folder, `${++started}.log`);
      const child = start(process.execPath, [program, '--log', log, ...args], {
        env: { ...process.env, TMPDIR: folder },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      clouds.defer(() => end(child));
      return { ...JSON.parse(await firstLine('the simulated cloud', child)), log } as Cloud; // its own format
    });
  },

  mayComplainOf: [null, { option: true }],

  launch: async ({ electron, desktop, profile, mayComplainOf }, use, testInfo) => {
    await using apps = new AsyncDisposableStack();
    const output: string[] = [];
    const complaints: string[] = [];
    await use(async (options = {}) => {
      const app = await launch(electron, desktop, profile, options, output, complaints);
      apps.defer(async () => {
        await app.quit();
      });
      return app;
    });
    if (testInfo.status !== testInfo.expectedStatus) await keepEvidence(testInfo, desktop, output);
    expect(complaints.filter((text) => !mayComplainOf?.test(text))).toEqual([]);
  },
});

async function launch(
  { executable }: Electron,
  desktop: Desktop,
  profile: string,
  { cloud, speed = 1, args = [], env = {} }: LaunchOptions,
  output: string[],
  complaints: string[],
): Promise<RunningApp> {
  const main = await _electron.launch({
    executablePath: executable,
    args: [...sandboxFlags, root, '--profile', profile, ...args],
    cwd: desktop.folder,
    env: {
      ...desktop.env,
      CLIPTRAY_BLINK_URL: cloud?.url ?? 'http://127.0.0.1:9',
      CLIPTRAY_SPEED: String(speed),
      ...env,
    },
    timeout: 30_000,
  });
  const child = main.process(); // Playwright forgets it when it ends
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(String(chunk)));
  const quit = async () => {
    const stuck = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await main.close();
    clearTimeout(stuck);
    return child.exitCode;
  };
  try {
    const page = await main.firstWindow();
    const hear = (message: ConsoleMessage) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    };
    page.on('console', hear);
    page.on('pageerror', ({ message }) => complaints.push(message));
    for (const earlier of await page.consoleMessages()) hear(earlier);
    await page.waitForLoadState();
    return { main, page, quit };
  } catch (error) {
    await quit();
    throw error;
  }
}

/** The whole screen and what the app printed go into test-results/. */
async function keepEvidence(testInfo: TestInfo, desktop: Desktop, output: readonly string[]): Promise<void> {
  const picture = testInfo.outputPath('screen.png');
  await desktop.display.screenshot(picture);
  await testInfo.attach('screen', { path: picture });
  await testInfo.attach('output', { body: output.join(''), contentType: 'text/plain' });
}
