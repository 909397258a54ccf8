// The built app in real Electron, looking at the simulated home.
import type { ChildProcess } from 'node:child_process';
import { start } from '../desktop/process.ts';
import type { Electron } from '../electron/electron.ts';
import { appArguments, type LaunchedApp, launchApp } from '../electron/launch.ts';
import type { Desktop } from './desktop.ts';
import { answerInterruptsAlone } from './interrupt.ts';
import type { SimulatedHome } from './simulated-home.ts';

/** For a person to use; ends with its window. */
export const open = (home: SimulatedHome, desktop: Desktop, electron: Electron): ChildProcess => {
  const { args, ...options } = partsOf(home, desktop);
  return start(electron.executable, [...appArguments, ...args], { ...options, stdio: 'inherit' });
};

/** For Playwright to use. */
export async function drive(home: SimulatedHome, desktop: Desktop, electron: Electron): Promise<LaunchedApp> {
  const app = await launchApp(electron, partsOf(home, desktop));
  answerInterruptsAlone();
  return app;
}

const partsOf = ({ cloud, speed, profile, tokenLineFile }: SimulatedHome, desktop: Desktop) => ({
  args: ['--profile', profile, `--token-line=${tokenLineFile}`],
  env: { ...desktop.env, CLIPTRAY_BLINK_URL: cloud.url, CLIPTRAY_SPEED: String(speed) },
  cwd: profile,
});
