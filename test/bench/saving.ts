// Measures saving by the cloud's own log: `cliptray save` against a simulated cloud over real TCP, at real speed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pace } from '../../preload/contract.ts';
import type { LogEntry } from '../blink-cloud/index.ts';
import { startCloud } from '../blink-cloud/running.ts';
import { startSaving } from '../cliptray.ts';
import { end } from '../desktop/process.ts';

const UPLOAD_MS = 2300;
const CLOUD = `--upload-ms ${UPLOAD_MS} --upload-jitter 0.05 --manifest-ms 1000 --mbps 8`.split(' ');
/** At 8 Mbit/s: two thirds of an upload's time, and all of it. */
const KIB = 1500;
const SLOW_KIB = Math.round(UPLOAD_MS / 1.024);
const MINUTE_MS = 60_000;

interface Figure {
  readonly what: string;
  readonly value: number;
  readonly limit: number;
  readonly digits: number;
}

/** Saves so many clips and answers the cloud's log of it. */
async function saved(clips: number, pace: Pace, kib = KIB): Promise<readonly LogEntry[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cliptray-bench-'));
  const cloud = await startCloud(folder, '--clips', String(clips), '--clip-kib', String(kib), ...CLOUD);
  const saving = startSaving(cloud, folder, pace);
  try {
    const code = await saving.ended;
    if (code !== 0) throw new Error(`cliptray save ended with ${code}: ${JSON.stringify(saving.events.slice(-3))}`);
    return await cloud.log();
  } finally {
    await end(saving.child);
    await cloud.end();
    await rm(folder, { recursive: true });
  }
}

/** From the first clip's request to the moment the last one was found; that uploads take `UPLOAD_MS` holds in the mean. */
function timeOverUploads(log: readonly LogEntry[], clips: number): number {
  const asked = log.filter(({ route, status }) => route === 'post' && status === 200);
  const found = log.filter(({ route, status }) => route === 'get' && status === 200);
  return (Math.max(...found.map(({ t }) => t)) - Math.min(...asked.map(({ t }) => t))) / (clips * UPLOAD_MS);
}

const aClip = ({ route }: LogEntry) => route === 'post' || route === 'poll' || route === 'get';

/** Requests of any kind in the busiest minute. */
function busiestMinute(log: readonly LogEntry[]): number {
  const times = log.map(({ t }) => t).sort((a, b) => a - b);
  return Math.max(...times.map((from, at) => times.filter((t, other) => other >= at && t < from + MINUTE_MS).length));
}

async function figures(): Promise<readonly Figure[]> {
  const full = await saved(60, 'full');
  const slow = await saved(60, 'full', SLOW_KIB);
  const gentle = await saved(40, 'gentle');
  return [
    { what: 'full pace, 60 clips: time over uploads', value: timeOverUploads(full, 60), limit: 1.12, digits: 3 },
    { what: 'the same, downloads as slow', value: timeOverUploads(slow, 60), limit: 1.12, digits: 3 },
    { what: 'gentle, 40 clips: requests a clip', value: gentle.filter(aClip).length / 40, limit: 2.6, digits: 2 },
    { what: 'gentle: requests in the busiest minute', value: busiestMinute(gentle), limit: 30, digits: 0 },
  ];
}

console.log(
  `Saving at real speed, about nine minutes: uploads of ${UPLOAD_MS} ms ± 5 %, ${KIB} or ${SLOW_KIB} KiB at 8 Mbit/s`,
);
for (const { what, value, limit, digits } of await figures()) {
  const isMet = value <= limit;
  if (!isMet) process.exitCode = 1;
  const figure = `${value.toFixed(digits).padStart(6)}   target ≤ ${limit.toFixed(digits).padStart(5)}`;
  console.log(`${what.padEnd(42)} ${figure}   ${isMet ? 'met' : 'MISSED'}`);
}
