// Tells whether a file is a whole MP4 with video, and what it shows: reads box headers and the index box, nothing else.
import type { Result } from '../../preload/contract.ts';
import { failed, succeeded } from '../problem.ts';
import { type Mp4Facts, movieFacts } from './mp4-movie.ts';

export type { Mp4Facts };

/** Up to `size` bytes from `offset` on; fewer at the end of the file. */
export type ReadAt = (offset: number, size: number) => Promise<Uint8Array>;

/** That of a clip is a few KB; more is no index of a clip. */
const LARGEST_MOOV = 16 * 1024 * 1024;
/** A fragmented clip has two for each fragment of a second or so. */
const MOST_BOXES = 10_000;

interface Header {
  readonly type: string;
  /** Of the header itself. */
  readonly headerSize: number;
  /** With the header; null: up to the end of the file. */
  readonly size: number | null;
}

/**
 * `ftyp` first, `moov` and `mdat` there, boxes that add up to exactly `length` bytes, at least one video track.
 * Fails with `clip-not-video` where it is something else, `clip-damaged` where it is not whole. `read` may throw.
 */
export async function readMp4(read: ReadAt, length: number): Promise<Result<Mp4Facts>> {
  let moov: Uint8Array | null = null;
  let hasMedia = false;
  let offset = 0;
  for (let count = 0; offset < length; count++) {
    const header = headerOf(await read(offset, 16));
    if (count === 0 && header?.type !== 'ftyp')
      return failed('clip-not-video', { details: 'does not begin with ftyp' });
    if (!header || count === MOST_BOXES) return damaged(`no box at ${offset}`);
    const size = header.size ?? length - offset;
    if (size < header.headerSize || offset + size > length) return damaged(`${header.type} of ${size} at ${offset}`);
    if (header.type === 'mdat') hasMedia = true;
    if (header.type === 'moov' && !moov) {
      if (size > LARGEST_MOOV) return damaged(`moov of ${size}`);
      moov = await read(offset + header.headerSize, size - header.headerSize);
      if (moov.length < size - header.headerSize) return damaged('moov is cut');
    }
    offset += size;
  }
  if (length === 0) return failed('clip-not-video', { details: 'empty' });
  if (!moov) return damaged('no moov');
  if (!hasMedia) return damaged('no mdat');
  const facts = movieFacts(moov);
  return facts ? succeeded(facts) : failed('clip-not-video', { details: 'no video track' });
}

/** Null where 8 bytes, or 16 of a large box, are not there. */
function headerOf(bytes: Uint8Array): Header | null {
  if (bytes.length < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = String.fromCharCode(...bytes.subarray(4, 8));
  const size = view.getUint32(0);
  if (size !== 1) return { type, headerSize: 8, size: size === 0 ? null : size };
  if (bytes.length < 16) return null;
  return { type, headerSize: 16, size: Number(view.getBigUint64(8)) };
}

const damaged = (details: string) => failed('clip-damaged', { details });
