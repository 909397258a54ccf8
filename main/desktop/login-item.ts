// Whether the app starts, without its window, when the person logs in: as the system knows it, who has the last word.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { App } from 'electron';
import { writeFileAtomically } from '../atomic-file.ts';
import type { Log } from '../log.ts';
import { configHome, type Machine } from '../profile.ts';
import { autostartFile } from './autostart-file.ts';

export interface LoginItem {
  isOn(): Promise<boolean>;
  /** Whether it is on afterwards: what could not be changed is logged. */
  set(on: boolean): Promise<boolean>;
}

export interface LoginItemParts {
  readonly machine: Machine;
  readonly app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;
  /** As `startCommand` makes it. */
  readonly command: readonly [program: string, ...args: string[]];
  readonly log: Log;
}

/** The argument with which the app starts in the tray. */
export const hiddenSwitch = 'hidden';

/** Starts this app again with this profile; `appPath` is null in a package. An AppImage is found by its own file. */
export function startCommand(
  env: Machine['env'],
  execPath: string,
  appPath: string | null,
  chosenProfile: string | null,
): LoginItemParts['command'] {
  return [
    env.APPIMAGE || execPath,
    ...(appPath === null ? [] : [appPath]),
    ...(chosenProfile === null ? [] : ['--profile', chosenProfile]),
    `--${hiddenSwitch}`,
  ];
}

export function loginItem({ machine, app, command, log }: LoginItemParts): LoginItem {
  if (machine.platform === 'linux') return autostartItem(machine, command, log);
  const [program, ...args] = command;
  const item = { path: program, args };
  const isOn = async () => app.getLoginItemSettings(item).openAtLogin;
  return {
    isOn,
    set(on) {
      app.setLoginItemSettings({ ...item, openAtLogin: on });
      return isOn();
    },
  };
}

/** Electron does nothing about it on Linux. */
function autostartItem(machine: Machine, command: readonly string[], log: Log): LoginItem {
  const folder = path.join(configHome(machine), 'autostart');
  const file = path.join(folder, 'cliptray.desktop');
  const content = autostartFile('Cliptray', command);
  const current = () => readFile(file, 'utf8').catch(() => null);
  const isOn = async () => {
    const found = await current();
    return found !== null && !/^(Hidden=true|X-GNOME-Autostart-enabled=false)$/m.test(found); // as desktops turn it off
  };
  return {
    isOn,
    async set(on) {
      try {
        if (!on) await rm(file, { force: true });
        else if ((await current()) !== content) {
          await mkdir(folder, { recursive: true });
          await writeFileAtomically(file, content);
        }
      } catch (error) {
        log.warn('starting at login could not be changed', error);
      }
      return isOn();
    },
  };
}
