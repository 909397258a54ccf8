// One request and its answer, under time limits: 15 s to the first byte, 20 s of silence while the body moves.
import type { Clock } from '../clock.ts';
import { limitPassed } from './limit-passed.ts';

const FIRST_BYTE_MS = 15_000;
const SILENCE_MS = 20_000;

/** The part of the platform's `fetch` that is used: Node's, or `net.fetch` of an Electron session. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Nothing came for longer than the limit. */
export class TimeUp extends Error {
  override readonly name = 'TimeUp';
}

/** More came than this kind of answer may be long. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
}

export interface Body {
  /** As announced, where it can be compared with what arrives. */
  readonly length: number | null;
  /** The next bytes, or null at the end. Rejects with `TimeUp`, the transport's error, or the abort's reason. */
  read(): Promise<Uint8Array | null>;
  /** Lets go of the connection; to be called unless `read` answered null or rejected. */
  discard(): void;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Sends a request. Rejects with the transport's error, `TimeUp`, or the reason of `signal`, which also ends the body. */
export async function exchange(
  { fetch, clock }: { readonly fetch: Fetch; readonly clock: Clock },
  url: string,
  init: RequestInit,
  signal?: AbortSignal,
): Promise<Answer> {
  signal?.throwIfAborted();
  const ending = new AbortController();
  const onAbort = () => ending.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });
  const release = () => signal?.removeEventListener('abort', onAbort);
  try {
    // No endpoint redirects; one that does would carry the token to another host.
    const sent = fetch(url, { ...init, redirect: 'error', signal: ending.signal });
    const response = await within(clock, FIRST_BYTE_MS, sent, ending);
    return { status: response.status, headers: response.headers, body: bodyOf(response, clock, ending, release) };
  } catch (error) {
    release();
    throw error;
  }
}

function bodyOf(response: Response, clock: Clock, ending: AbortController, release: () => void): Body {
  const reader = response.body?.getReader();
  return {
    length: announcedLength(response.headers),
    async read() {
      try {
        const part = reader && (await within(clock, SILENCE_MS, reader.read(), ending));
        if (part && !part.done) return part.value;
        release();
        return null;
      } catch (error) {
        release();
        reader?.cancel().catch(() => undefined);
        throw error;
      }
    },
    discard() {
      release();
      reader?.cancel().catch(() => undefined);
      ending.abort();
    },
  };
}

function announcedLength(headers: Headers): number | null {
  // Where the body is packed for the way, its length is not that of what arrives.
  const packed = (headers.get('content-encoding') ?? 'identity') !== 'identity';
  const text = headers.get('content-length') ?? '';
  return !packed && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Settles like `work`, unless `limitMs` pass or `ending` is aborted before; then `ending` is aborted and is the reason. */
async function within<Value>(
  clock: Clock,
  limitMs: number,
  work: Promise<Value>,
  ending: AbortController,
): Promise<Value> {
  const timer = new AbortController();
  let stopListening = () => {};
  const ended = new Promise<never>((_, reject) => {
    const onEnd = () => reject(ending.signal.reason);
    ending.signal.addEventListener('abort', onEnd, { once: true });
    stopListening = () => ending.signal.removeEventListener('abort', onEnd);
    if (ending.signal.aborted) onEnd();
  });
  limitPassed(clock, limitMs, timer.signal).then(
    () => ending.abort(new TimeUp(`nothing for ${limitMs / 1000} s`)),
    () => undefined,
  );
  try {
    return await Promise.race([work, ended]);
  } finally {
    timer.abort();
    stopListening();
    work.catch(() => undefined);
  }
}
