// Published clients that know the real cloud, unchanged but for their base addresses: where they come from, how they save.
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RunningCloud } from '../running.ts';

const run = promisify(execFile);
const here = import.meta.dirname;
const installLimitMs = 300_000;

export interface Client {
  readonly name: string;
  /** Downloads it into an empty folder. */
  readonly install: (folder: string) => Promise<unknown>;
  /** The command that saves every clip into `into` and prints a line per file. */
  readonly save: (folder: string, cloud: RunningCloud, into: string) => readonly [string, ...string[]];
}

export const blinkpy: Client = {
  name: 'blinkpy 0.25.9',
  async install(folder) {
    await run('python3', ['-m', 'venv', folder], { timeout: installLimitMs });
    await run(join(folder, 'bin/pip'), ['install', '--quiet', 'blinkpy==0.25.9'], { timeout: installLimitMs });
  },
  save: (folder, { url, refreshToken }, into) => [
    join(folder, 'bin/python'),
    join(here, 'blinkpy-driver.py'),
    url,
    refreshToken,
    into,
  ],
};

const npmWords = ['--ignore-scripts', '--no-audit', '--no-fund'];

export const iobroker: Client = {
  name: 'iobroker.blink 0.0.39',
  install: (folder) =>
    run('npm', ['install', '--prefix', folder, ...npmWords, 'iobroker.blink@0.0.39'], { timeout: installLimitMs }),
  save: (folder, { url, refreshToken }, into) => [
    process.execPath,
    join(here, 'iobroker-driver.cjs'),
    join(folder, 'node_modules/iobroker.blink/lib/blink-api.js'),
    url,
    refreshToken,
    into,
  ],
};

/** A file as the client names it. */
export interface SavedByClient {
  readonly file: string;
  readonly camera: string;
  readonly created_at: string;
}

/** Has an installed client save every clip of the cloud. */
export async function saveWith(
  client: Client,
  installedIn: string,
  cloud: RunningCloud,
  into: string,
  limitMs: number,
): Promise<readonly SavedByClient[]> {
  await mkdir(into, { recursive: true });
  const [command, ...words] = client.save(installedIn, cloud, into);
  const { stdout } = await run(command, words, { timeout: limitMs });
  // Printed by our own drivers.
  const lines = stdout.trim().split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as SavedByClient);
}
