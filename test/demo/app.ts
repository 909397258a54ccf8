// The built app in real Electron, looking at the simulated home.
import type { ChildProcess } from 'node:child_process';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { start } from '../desktop/process.ts';
import { type Electron, sandboxFlags } from '../electron/electron.ts';
import type { Desktop } from './desktop.ts';
import { answerInterruptsAlone } from './interrupt.ts';
import { root } from './run-script.ts';
import type { SimulatedHome } from './simulated-home.ts';

export interface DrivenApp {
  /** The main process, to evaluate in. */
  readonly main: ElectronApplication;
  /** The window's page, loaded. */
  readonly page: Page;
  quit(): Promise<void>;
}

/** For a person to use; ends with its window. */
export const open = (home: SimulatedHome, desktop: Desktop, electron: Electron): ChildProcess =>
  start(electron.executable, args(home), { env: env(home, desktop), stdio: 'inherit' });

/** For Playwright to use. */
export async function drive(home: SimulatedHome, desktop: Desktop, electron: Electron): Promise<DrivenApp> {
  const main = await _electron.launch({
    executablePath: electron.executable,
    args: [...args(home)],
    env: env(home, desktop),
    timeout: 60_000,
  });
  answerInterruptsAlone();
  const child = main.process(); // Playwright forgets it when it ends
  const quit = async () => {
    const stuck = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await main.close();
    clearTimeout(stuck);
  };
  try {
    const page = await main.firstWindow();
    await page.waitForLoadState();
    return { main, page, quit };
  } catch (error) {
    await quit();
    throw error;
  }
}

const args = ({ profile, tokenLineFile }: SimulatedHome): readonly string[] => [
  ...sandboxFlags,
  root,
  ...['--profile', profile],
  `--token-line=${tokenLineFile}`,
];

const env = ({ cloud, speed }: SimulatedHome, desktop: Desktop) => ({
  ...desktop.env,
  CLIPTRAY_BLINK_URL: cloud.url,
  CLIPTRAY_SPEED: String(speed),
});
