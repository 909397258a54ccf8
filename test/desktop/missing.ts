// Which of the programs that a test needs are not installed: `npm run setup` installs them.
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

/** For tests on the real keyring: false where setup could not install it. */
export const canStartKeyring = () => missingPrograms('dbus-daemon', 'gnome-keyring-daemon', 'gdbus').length === 0;
