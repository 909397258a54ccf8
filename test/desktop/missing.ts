// Which of the programs that a test needs are not installed: `npm run setup` installs them.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export function missingPrograms(...names: readonly string[]): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.filter((name) => !folders.some((folder) => isExecutable(join(folder, name))));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** For tests that drop files on another program's window: which of it is not installed. */
export const missingToDrag = () => [...missingPrograms('xdotool'), ...(hasGtkForPython() ? [] : ['GTK 3 for Python'])];

/** Debian's own Python, which its packages are for. */
export const hasGtkForPython = () =>
  spawnSync('/usr/bin/python3', ['-c', 'import gi; gi.require_version("Gtk", "3.0")']).status === 0;

/** For tests on the real keyring: false where setup could not install it. */
export const canStartKeyring = () => missingPrograms('dbus-daemon', 'gnome-keyring-daemon', 'gdbus').length === 0;
