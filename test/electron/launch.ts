// The built app in real Electron, in Playwright's hands.
import { once } from 'node:events';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { type Electron, sandboxFlags } from './electron.ts';

export interface LaunchedApp {
  /** The main process, to evaluate in. */
  readonly main: ElectronApplication;
  /** The window's page. */
  readonly page: Page;
  /** Quits as a person would, and gives the exit code. */
  quit(): Promise<number | null>;
  /**
   * Resolves when the app has ended by itself. How is not told: the debugger that Playwright leaves at that moment runs
   * in a thread of its own, where Node 16 can crash on the connection's last message.
   */
  readonly ended: Promise<void>;
}

export interface LaunchParts {
  /** Behind the app's folder. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Hears what the app prints. */
  readonly onOutput?: (text: string) => void;
}

/** What comes before the app's own arguments. */
export const appArguments: readonly string[] = [...sandboxFlags, join(import.meta.dirname, '../..')];

export async function launchApp(
  { executable, from }: Electron,
  { args, env, cwd, onOutput }: LaunchParts,
): Promise<LaunchedApp> {
  const main = await _electron.launch({
    executablePath: executable,
    args: [...(from === 'a package of ours' ? sandboxFlags : appArguments), ...args],
    env,
    cwd,
    artifactsDir: cwd, // Playwright's own choice is a temporary folder that stays where a run is interrupted
    timeout: 30_000,
  });
  const child = main.process(); // Playwright forgets it when it ends
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => onOutput?.(String(chunk)));
  const ended = once(child, 'exit').then(() => undefined);
  const quit = async () => {
    const stuck = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await main.close();
    clearTimeout(stuck);
    return child.exitCode;
  };
  try {
    return { main, page: await main.firstWindow(), quit, ended };
  } catch (error) {
    await quit();
    throw error;
  }
}
