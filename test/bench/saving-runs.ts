// Saves every clip of a simulated cloud over real TCP, at real speed, and reads from the cloud's log what it took.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pace } from '../../preload/contract.ts';
import { blinkpy, saveWith } from '../blink-cloud/foreign/clients.ts';
import type { LogEntry } from '../blink-cloud/index.ts';
import { type RunningCloud, startCloud } from '../blink-cloud/running.ts';
import { busiestMinute } from '../busiest-minute.ts';
import { clipsIn, startSaving } from '../cliptray.ts';
import { end } from '../desktop/process.ts';

export interface Drive {
  readonly clips: number;
  /** Uploads are drawn from these, evenly. */
  readonly uploadMs: { readonly from: number; readonly to: number };
  readonly kib: number;
}

/** What saving all of a drive took; start-up and lists apart. */
export interface Saved {
  /** From the first clip's request until the last one was found in the cloud; ms a clip. */
  readonly foundMs: number;
  /** The same until the last one had come. */
  readonly cameMs: number;
  /** The mean of these, as they were drawn; ms a clip. */
  readonly uploadMs: number;
  /** The mean of the longer one of a clip's upload and its way down the line; ms. */
  readonly longerMs: number;
  /** POSTs, polls and GETs of clips, a clip. */
  readonly requests: number;
  /** Requests of any kind. */
  readonly busiestMinute: number;
}

const MBPS = 8;
const limitMs = 900_000;

const lineMs = (bytes: number): number => (bytes * 8) / (MBPS * 1000);
/** What comes down the line in this time. */
export const kibIn = (ms: number): number => Math.round(ms / lineMs(1024));

/** By `cliptray save`. */
export const savedAt = (pace: Pace, drive: Drive): Promise<Saved> =>
  inFolder(drive, async (cloud, folder) => {
    const saving = startSaving(cloud, folder, pace);
    try {
      const code = await saving.ended;
      if (code !== 0) throw new Error(`cliptray save ended with ${code}: ${JSON.stringify(saving.events.slice(-3))}`);
    } finally {
      await end(saving.child);
    }
  });

/** By the unchanged blinkpy, which is downloaded first; null where it cannot be had, which is said. */
export async function savedByBlinkpy(drive: Drive): Promise<Saved | null> {
  const client = await mkdtemp(join(tmpdir(), 'cliptray-blinkpy-'));
  try {
    const failure = await blinkpy.install(client).then(
      () => null,
      (error: Error) => error.message,
    );
    if (failure !== null) {
      console.error(`${blinkpy.name} could not be installed from PyPI: ${failure.trim()}`);
      return null;
    }
    return await inFolder(drive, async (cloud, folder) => {
      const files = await saveWith(blinkpy, client, cloud, clipsIn(folder), limitMs);
      if (files.length !== drive.clips) throw new Error(`blinkpy saved ${files.length} of ${drive.clips} clips`);
    });
  } finally {
    await rm(client, { recursive: true });
  }
}

async function inFolder(
  { clips, uploadMs: { from, to }, kib }: Drive,
  save: (cloud: RunningCloud, folder: string) => Promise<void>,
): Promise<Saved> {
  const folder = await mkdtemp(join(tmpdir(), 'cliptray-bench-'));
  const uploadMs = (from + to) / 2;
  const words = {
    clips,
    'clip-kib': kib,
    'upload-ms': uploadMs,
    'upload-jitter': (to - uploadMs) / uploadMs,
    'manifest-ms': 1000,
    mbps: MBPS,
  };
  try {
    const cloud = await startCloud(
      folder,
      ...Object.entries(words).flatMap(([name, value]) => [`--${name}`, `${value}`]),
    );
    try {
      await save(cloud, folder);
      return savedIn(await cloud.log(), clips);
    } finally {
      await cloud.end();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

function savedIn(log: readonly LogEntry[], clips: number): Saved {
  const asked = log.filter(({ route, status }) => route === 'post' && status === 200);
  const found = log.filter(({ route, status }) => route === 'get' && status === 200);
  if (asked.length !== clips) throw new Error(`${asked.length} uploads of ${clips} clips`); // a second one is a bug
  const firstMs = Math.min(...asked.map(({ t }) => t));
  const bytes = new Map(found.map((got) => [got.clip, got.bytes]));
  const uploads = asked.map(({ clip, takesMs = Number.NaN }) => ({ clip, takesMs }));
  return {
    foundMs: (Math.max(...found.map(({ t }) => t)) - firstMs) / clips,
    cameMs: (Math.max(...found.map(({ t, ms }) => t + ms)) - firstMs) / clips,
    uploadMs: mean(uploads.map(({ takesMs }) => takesMs)),
    longerMs: mean(uploads.map(({ clip, takesMs }) => Math.max(takesMs, lineMs(bytes.get(clip) ?? Number.NaN)))),
    requests: log.filter(isOfClip).length / clips,
    busiestMinute: busiestMinute(log.map(({ t }) => t)),
  };
}

/** A list's command is polled, too; its polls name no clip. */
const isOfClip = ({ route, clip }: LogEntry): boolean =>
  route === 'post' || route === 'get' || (route === 'poll' && clip !== undefined);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
