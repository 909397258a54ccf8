// `npm run foreign-clients`: two published clients, unchanged but for their base addresses, save every clip of a
// simulated cloud; their files must equal the truth. It proves the cloud, not them.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { TruthRow } from '../index.ts';

const run = promisify(execFile);
const here = import.meta.dirname;
const clips = 8;
const installLimitMs = 300_000;
const savingLimitMs = 180_000;

interface Client {
  readonly name: string;
  /** Downloads it into an empty folder. */
  readonly install: (folder: string) => Promise<unknown>;
  /** The command that saves every clip into `into` and prints a line per file. */
  readonly save: (folder: string, cloud: RunningCloud, into: string) => readonly [string, ...string[]];
}

interface RunningCloud {
  readonly url: string;
  readonly refreshToken: string;
  readonly truth: string;
}

const clients: readonly Client[] = [
  {
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
  },
  {
    name: 'iobroker.blink 0.0.39',
    install: (folder) =>
      run(
        'npm',
        ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', 'iobroker.blink@0.0.39'],
        {
          timeout: installLimitMs,
        },
      ),
    save: (folder, { url, refreshToken }, into) => [
      process.execPath,
      join(here, 'iobroker-driver.cjs'),
      join(folder, 'node_modules/iobroker.blink/lib/blink-api.js'),
      url,
      refreshToken,
      into,
    ],
  },
];

/** True: everything on the drive was saved, byte for byte, under its own camera and time. */
async function prove(client: Client, folder: string): Promise<boolean> {
  await mkdir(join(folder, 'client'), { recursive: true });
  await mkdir(join(folder, 'clips'), { recursive: true });
  await client.install(join(folder, 'client'));
  const { process: server, cloud } = await startCloud();
  try {
    const [command, ...words] = client.save(join(folder, 'client'), cloud, join(folder, 'clips'));
    const { stdout } = await run(command, words, { timeout: savingLimitMs });
    const saved = await Promise.all(stdout.trim().split('\n').filter(Boolean).map(readSaved));
    // The file was made by the cloud's own code.
    const truth = JSON.parse(await readFile(cloud.truth, 'utf8')) as readonly TruthRow[];
    const equal = truth.filter((row) => saved.some((file) => isCopyOf(row, file))).length;
    console.log(
      `${client.name}: ${truth.length} clips on the drive, ${saved.length} saved, ${equal} equal to the truth`,
    );
    return equal === truth.length && saved.length === truth.length;
  } finally {
    server.kill();
    await once(server, 'exit');
    await rm(dirname(cloud.truth), { recursive: true, force: true });
  }
}

interface SavedFile {
  readonly camera: string;
  readonly createdAt: number;
  readonly sha256: string;
}

async function readSaved(line: string): Promise<SavedFile> {
  // Printed by our own drivers.
  const { file, camera, created_at } = JSON.parse(line) as { file: string; camera: string; created_at: string };
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { camera, createdAt: Date.parse(created_at), sha256 };
}

/** One client knows the camera's name, the other the manifest's. */
const isCopyOf = (row: TruthRow, { camera, createdAt, sha256 }: SavedFile): boolean =>
  sha256 === row.sha256 &&
  createdAt === Date.parse(row.created_at) &&
  (camera === row.camera || camera === row.camera_name);

async function startCloud(): Promise<{ process: ChildProcess; cloud: RunningCloud }> {
  const server = spawn(
    process.execPath,
    [join(here, '../cli.ts'), '--clips', String(clips), '--upload-ms', '900', '--manifest-ms', '700', '--mbps', '40'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(createInterface({ input: server.stdout }), 'line');
  return { process: server, cloud: JSON.parse(String(line)) };
}

const folder = await mkdtemp(join(tmpdir(), 'foreign-clients-'));
try {
  for (const client of clients) {
    const proven = await prove(client, join(folder, client.name.replaceAll(' ', '-'))).catch((error: unknown) => {
      console.error(`${client.name} could not be tried:`, error);
      return false;
    });
    if (!proven) process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(
  process.exitCode ? 'The clients and the truth differ.' : 'Both clients saved every clip, equal to the truth.',
);
