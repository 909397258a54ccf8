// Streams a clip into an unfinished file, hashes it on the way, and believes it only when it is a whole video.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../../../preload/contract.ts';
import { BodyBroken } from '../../blink/index.ts';
import type { Clock } from '../../clock.ts';
import { type Mp4Facts, readMp4File } from '../../library/index.ts';
import { problem } from '../../problem.ts';
import { folderProblem } from '../folder/folder.ts';

/** A verified, fsynced file that nothing points to yet. */
export interface Arrival {
  readonly file: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly mp4: Mp4Facts;
}

export type Receipt =
  | { readonly kind: 'arrived'; readonly arrival: Arrival }
  /** Cut, damaged, or no video: the clip itself may be asked for again, unless it is too large. */
  | { readonly kind: 'bad'; readonly problem: Problem }
  /** Nothing is wrong with the clip: the disk or folder refused it. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/** A clip on its way: a body and what is known of it beforehand. */
export interface Incoming {
  readonly body: ReadableStream<Uint8Array>;
  /** Announced length in bytes, where there was one. */
  readonly length: number | null;
}

/**
 * Receives into `file`, which must not exist. Its modification time becomes the start of the recording.
 * Whatever is not `arrived` leaves no file behind.
 */
export async function receive(incoming: Incoming, file: string, recordedAtMs: number, clock: Clock): Promise<Receipt> {
  let handle: fs.FileHandle;
  try {
    handle = await clock.busy(fs.open(file, 'wx+'));
  } catch (error) {
    await incoming.body.cancel().catch(() => undefined);
    return { kind: 'refused', problem: folderProblem(error, path.dirname(file)) };
  }
  let receipt: Receipt | null = null;
  try {
    receipt = await fill(handle, file, incoming, recordedAtMs, clock);
    return receipt;
  } finally {
    await clock.busy(handle.close());
    if (receipt?.kind !== 'arrived') await clock.busy(fs.rm(file, { force: true }));
  }
}

async function fill(
  handle: fs.FileHandle,
  file: string,
  { body, length }: Incoming,
  recordedAtMs: number,
  clock: Clock,
): Promise<Receipt> {
  const hash = createHash('sha256');
  const reader = body.getReader();
  let bytes = 0;
  try {
    for (;;) {
      const chunk = await reader.read().catch((error: unknown) => ({ cut: error }));
      if ('cut' in chunk) return cutShort(chunk.cut, bytes);
      if (chunk.done) break;
      hash.update(chunk.value);
      await clock.busy(writeAll(handle, chunk.value));
      bytes += chunk.value.byteLength;
    }
    if (length !== null && bytes !== length) return damaged(`${bytes} of ${length} bytes`);
    return await clock.busy(verify(handle, file, { bytes, sha256: hash.digest('hex') }, recordedAtMs));
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    return { kind: 'refused', problem: folderProblem(error, path.dirname(file)) };
  }
}

/** All of it is there: is it a video? */
async function verify(
  handle: fs.FileHandle,
  file: string,
  content: Pick<Arrival, 'bytes' | 'sha256'>,
  recordedAtMs: number,
): Promise<Receipt> {
  const mp4 = await readMp4File(handle, content.bytes);
  if (!mp4.ok) return { kind: 'bad', problem: mp4.problem };
  const recordedAtS = recordedAtMs / 1000;
  await handle.utimes(recordedAtS, recordedAtS);
  await handle.sync();
  return { kind: 'arrived', arrival: { file, ...content, mp4: mp4.value } };
}

/** Who sends it knows where it is longer than a clip may be. */
const cutShort = (error: unknown, bytes: number): Receipt =>
  error instanceof BodyBroken && error.problem.kind === 'clip-too-large'
    ? { kind: 'bad', problem: error.problem }
    : damaged(`cut after ${bytes} bytes: ${error}`);

const damaged = (details: string): Receipt => ({ kind: 'bad', problem: problem('clip-damaged', { details }) });

async function writeAll(handle: fs.FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.byteLength; ) {
    written += (await handle.write(chunk, written)).bytesWritten;
  }
}
