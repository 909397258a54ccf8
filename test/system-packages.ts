// The system packages that real Electron, a display and a keyring need on Debian and its kin.
import { execFileSync, spawnSync } from 'node:child_process';
import { hasGtkForPython, missingPrograms } from './desktop/missing.ts';

export interface Need {
  readonly name: string;
  /** Its Debian package; where there are two names, the newer system's first. */
  readonly packages: readonly string[];
}

const libraries: readonly Need[] = [
  { name: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { name: 'libnss3.so', packages: ['libnss3'] },
  { name: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { name: 'libgbm.so.1', packages: ['libgbm1'] },
  { name: 'libsecret-1.so.0', packages: ['libsecret-1-0'] },
  // Electron starts without it, and shows no notification.
  { name: 'libnotify.so.4', packages: ['libnotify4'] },
];
const programs: readonly Need[] = [
  { name: 'Xvfb', packages: ['xvfb'] },
  { name: 'import', packages: ['imagemagick'] },
  { name: 'dbus-daemon', packages: ['dbus'] },
  { name: 'gdbus', packages: ['libglib2.0-bin'] },
  { name: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
  { name: 'xdotool', packages: ['xdotool'] },
];
const gtkForPython: readonly Need[] = [
  { name: 'PyGObject', packages: ['python3-gi'] },
  { name: 'GTK 3 for Python', packages: ['gir1.2-gtk-3.0'] },
];
const pip: Need = { name: 'pip for python3', packages: ['python3-pip'] };

/** What is not installed. `withPip`: also for the test runtime, which comes as a Python wheel. */
export function missingNeeds(withPip: boolean): readonly Need[] {
  const installed = installedLibraries();
  return [
    ...libraries.filter(({ name }) => !installed.includes(`\t${name} `)),
    ...programs.filter(({ name }) => missingPrograms(name).length > 0),
    ...(hasGtkForPython() ? [] : gtkForPython),
    ...(withPip && spawnSync('python3', ['-m', 'pip', '--version']).status !== 0 ? [pip] : []),
  ];
}

/** The dynamic linker's own list. A user's PATH seldom has /sbin. */
function installedLibraries(): string {
  const PATH = `${process.env.PATH ?? ''}:/sbin:/usr/sbin`;
  return execFileSync('ldconfig', ['-p'], { encoding: 'utf8', env: { ...process.env, PATH } });
}

/** The names that this system knows. */
export function packageNames(missing: readonly Need[]): string {
  const isKnown = (name: string) => spawnSync('apt-cache', ['show', name]).status === 0;
  return missing.map(({ packages }) => packages.find(isKnown) ?? packages.at(-1)).join(' ');
}
