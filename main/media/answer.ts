// Answers every request for clip://: clips, posters and camera pictures, by opaque keys and for our own page only.
import type { ClipKey } from '../../preload/contract.ts';
import { fileBody, versionOf } from './file-body.ts';
import { byteRange } from './range.ts';

/** Where the pieces are; null, or a path where nothing is: the page gets no clip (404), or no picture yet (204). */
export interface MediaSources {
  /** The path of a clip's file, saved or cached. */
  clipFile(key: ClipKey): Promise<string | null>;
  /** The path of its poster. */
  posterFile(key: ClipKey): string;
  /** A camera's JPEG, by Blink's id of it. */
  cameraPicture(cameraId: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** The page's origin. It reads frames of a clip (posters), so the clip's answer has to allow it. */
const ourOrigin = 'app://bundle';

/** clip://media/KEY, clip://poster/KEY, clip://camera/ID; nothing else is there, whatever is asked. */
export async function answerMedia(request: Request, sources: MediaSources): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, { Allow: 'GET, HEAD' });
  const origin = request.headers.get('Origin');
  if (origin !== null && origin !== ourOrigin) return refusal(403);
  const { host, pathname } = new URL(request.url);
  const [, id] = /^\/([1-9]\d{0,15})$/.exec(pathname) ?? [];
  if (id === undefined) return refusal(404);
  switch (host) {
    case 'media':
      return (await answerFile(request, await sources.clipFile(clipKey(id)), 'video/mp4')) ?? refusal(404);
    case 'poster':
      return (await answerFile(request, sources.posterFile(clipKey(id)), 'image/jpeg')) ?? noPicture();
    case 'camera':
      return answerBytes(request, await sources.cameraPicture(Number(id)), 'image/jpeg') ?? noPicture();
    default:
      return refusal(404);
  }
}

/** A key that the index does not know leads to no file. */
const clipKey = (digits: string) => Number(digits) as ClipKey;

async function answerFile(request: Request, path: string | null, type: string): Promise<Response | null> {
  const version = path === null ? null : await versionOf(path);
  if (version === null) return null;
  const { size } = version;
  // HEAD describes the whole file: a range means something for GET only (RFC 9110 §14.2).
  if (request.method === 'HEAD') return new Response(null, { headers: described(type, size) });
  const range = byteRange(request.headers.get('Range'), size);
  switch (range.kind) {
    case 'unsatisfiable':
      return refusal(416, { 'Content-Range': `bytes */${size}` });
    case 'part': {
      const { first, last } = range;
      const headers = { ...described(type, last - first + 1), 'Content-Range': `bytes ${first}-${last}/${size}` };
      return new Response(fileBody(version, first, last), { status: 206, headers });
    }
    case 'whole':
      return new Response(fileBody(version, 0, size - 1), { headers: described(type, size) });
  }
}

function answerBytes(request: Request, bytes: Uint8Array<ArrayBuffer> | null, type: string): Response | null {
  if (bytes === null) return null;
  const { 'Accept-Ranges': _none, ...headers } = described(type, bytes.byteLength);
  return new Response(request.method === 'HEAD' ? null : bytes, { headers });
}

const common = { 'Access-Control-Allow-Origin': ourOrigin, 'X-Content-Type-Options': 'nosniff' };

const described = (type: string, length: number) => ({
  ...common,
  'Content-Type': type,
  'Content-Length': String(length),
  'Accept-Ranges': 'bytes',
});

/** That a picture is not there yet is usual, and no error for the page to complain of. */
const noPicture = () => new Response(null, { status: 204, headers: common });

const refusal = (status: number, more: Readonly<Record<string, string>> = {}) =>
  new Response(null, { status, headers: { ...common, ...more } });
