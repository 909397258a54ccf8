import { createHash } from 'node:crypto';
import fs, { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { BodyBroken } from '../../../../main/blink/index.ts';
import { systemClock } from '../../../../main/clock.ts';
import { problem } from '../../../../main/problem.ts';
import { receive } from '../../../../main/saving/index.ts';
import { temporaryFolder } from '../../library/room.ts';

const clock = systemClock();
const video = new Uint8Array(await readFile(join(import.meta.dirname, '../../../blink-cloud/fixtures/small.mp4')));
const recordedAtMs = Date.UTC(2026, 10, 23, 12, 58, 4);

/** `end`: what comes after the last piece. */
function body(pieces: readonly Uint8Array[], end: Error | null = null): ReadableStream<Uint8Array> {
  const left = [...pieces];
  return new ReadableStream({
    pull(stream) {
      const piece = left.shift();
      if (piece) stream.enqueue(piece);
      else if (end) stream.error(end);
      else stream.close();
    },
  });
}
const half = video.slice(0, video.length / 2);

async function received(pieces: readonly Uint8Array[], length: number | null, end: Error | null = null) {
  const folder = await temporaryFolder();
  const receipt = await receive({ body: body(pieces, end), length }, join(folder, 'a.part'), recordedAtMs, clock);
  return { receipt, folder, files: await readdir(folder) };
}

test('a whole video becomes a file as old as its recording, with its hash and what the video says of itself', async () => {
  const { receipt, folder } = await received([half, video.slice(half.length)], video.length);
  const file = join(folder, 'a.part');
  expect(receipt).toEqual({
    kind: 'arrived',
    arrival: {
      file,
      bytes: video.length,
      sha256: createHash('sha256').update(video).digest('hex'),
      mp4: expect.objectContaining({ width: expect.any(Number), lengthMs: expect.any(Number) }),
    },
  });
  expect(new Uint8Array(await readFile(file))).toEqual(video);
  expect((await stat(file)).mtimeMs).toBe(recordedAtMs);
});

test('a video of unannounced length is believed when its boxes add up', async () => {
  expect((await received([video], null)).receipt.kind).toBe('arrived');
});

test.each([
  ['is shorter than announced', [half], video.length, null, 'clip-damaged'],
  ['ends cleanly in the middle', [half], null, null, expect.stringMatching(/^clip-(damaged|not-video)$/)],
  ['breaks off', [half], video.length, new BodyBroken(problem('blink-unavailable'), null), 'clip-damaged'],
  ['is empty', [], null, null, expect.stringMatching(/^clip-(damaged|not-video)$/)],
  ['is no video', [new TextEncoder().encode('<html>busy</html>')], null, null, 'clip-not-video'],
  ['is too large', [half], null, new BodyBroken(problem('clip-too-large'), null), 'clip-too-large'],
] as const)('a body that %s is bad, and leaves no file', async (_, pieces, length, end, kind) => {
  const { receipt, files } = await received(pieces, length, end);
  expect(receipt).toMatchObject({ kind: 'bad', problem: { kind } });
  expect(files).toEqual([]);
});

test('a full disk refuses the clip, which is not the fault of its body', async () => {
  const folder = await temporaryFolder();
  const { open } = fs;
  const full = vi.spyOn(fs, 'open').mockImplementation(() => open('/dev/full', 'r+'));
  onTestFinished(() => full.mockRestore());
  const receipt = await receive({ body: body([video]), length: null }, join(folder, 'a.part'), recordedAtMs, clock);
  expect(receipt).toMatchObject({ kind: 'refused', problem: { kind: 'disk-full' } });
});

test('a folder that is not there refuses the clip, and the body is given up', async () => {
  const folder = await temporaryFolder();
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    cancel() {
      cancelled = true;
    },
  });
  const file = join(folder, 'gone', 'a.part');
  const receipt = await receive({ body: endless, length: null }, file, recordedAtMs, clock);
  expect(receipt).toMatchObject({ kind: 'refused', problem: { kind: 'folder-missing' } });
  expect(cancelled).toBe(true);
});

test('a file that is there already is never written over', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'a.part');
  await writeFile(file, 'mine');
  const receipt = await receive({ body: body([video]), length: null }, file, recordedAtMs, clock);
  expect(receipt.kind).toBe('refused');
  expect(await readFile(file, 'utf8')).toBe('mine');
});
