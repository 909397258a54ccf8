// Where everything of ours is kept: one folder, the same for the app and the command line.
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The person's home folder. */
  readonly home: string;
  /** What a relative `--profile` is relative to. */
  readonly cwd: string;
}

/** Linux: where programs of this person keep their settings. */
export const configHome = ({ env, home }: Pick<Machine, 'env' | 'home'>): string =>
  // A relative value counts as none, as the XDG base directory specification asks.
  env.XDG_CONFIG_HOME && path.posix.isAbsolute(env.XDG_CONFIG_HOME)
    ? env.XDG_CONFIG_HOME
    : path.posix.join(home, '.config');

/** `chosen`: the value of `--profile`; null: the system's own place for application data. Absolute either way. */
export function profilePath(chosen: string | null, { platform, env, home, cwd }: Machine): string {
  const { join, resolve, isAbsolute } = platform === 'win32' ? path.win32 : path.posix;
  if (chosen !== null) return resolve(cwd, chosen);
  switch (platform) {
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Cliptray');
    case 'win32':
      return join(isAbsolute(env.APPDATA ?? '') ? (env.APPDATA ?? '') : join(home, 'AppData', 'Roaming'), 'Cliptray');
    default:
      return join(configHome({ env, home }), 'Cliptray');
  }
}

/** Makes the folder where it is missing; only its owner may look inside. */
export async function makeProfile(profile: string): Promise<void> {
  await mkdir(profile, { recursive: true, mode: 0o700 });
  await chmod(profile, 0o700); // one that was there before, or under another umask
}

/** The folder that `--profile DIR` or `--profile=DIR` names, wherever it stands; null: none. */
export function chosenProfile(argv: readonly string[]): string | null {
  const at = argv.findIndex((word) => word === '--profile' || word.startsWith('--profile='));
  const chosen = argv[at]?.startsWith('--profile=') ? argv[at].slice('--profile='.length) : argv[at + 1];
  return at === -1 || !chosen ? null : chosen;
}
