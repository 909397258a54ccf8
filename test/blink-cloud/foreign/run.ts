// `npm run foreign-clients`: two published clients, unchanged but for their base addresses, save every clip of a
// simulated cloud; their files must equal the truth. It proves the cloud, not them.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from '../../../main/saving/index.ts';
import type { TruthRow } from '../index.ts';
import { startCloud } from '../running.ts';
import { blinkpy, type Client, iobroker, type SavedByClient, saveWith } from './clients.ts';

const words = '--clips 8 --upload-ms 900 --manifest-ms 700 --mbps 40'.split(' ');
const savingLimitMs = 180_000;

/** True: everything on the drive was saved, byte for byte, under its own camera and time. */
async function prove(client: Client, folder: string): Promise<boolean> {
  const installedIn = join(folder, 'client');
  await mkdir(installedIn, { recursive: true });
  await client.install(installedIn);
  const cloud = await startCloud(folder, ...words);
  try {
    const saved = await saveWith(client, installedIn, cloud, join(folder, 'clips'), savingLimitMs);
    const files = await Promise.all(saved.map(async (one) => ({ ...one, sha256: await hashOf(one.file) })));
    const truth = await cloud.truth();
    const equal = truth.filter((row) => files.some((file) => isCopyOf(row, file))).length;
    console.log(
      `${client.name}: ${truth.length} clips on the drive, ${saved.length} saved, ${equal} equal to the truth`,
    );
    return equal === truth.length && saved.length === truth.length;
  } finally {
    await cloud.end();
  }
}

/** One client knows the camera's name, the other the manifest's. */
const isCopyOf = (
  row: TruthRow,
  { camera, created_at, sha256 }: SavedByClient & { readonly sha256: string | null },
): boolean =>
  sha256 === row.sha256 &&
  Date.parse(created_at) === Date.parse(row.created_at) &&
  (camera === row.camera || camera === row.camera_name);

const folder = await mkdtemp(join(tmpdir(), 'foreign-clients-'));
try {
  for (const client of [blinkpy, iobroker]) {
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
