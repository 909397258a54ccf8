// A body as it comes through a line of limited speed, perhaps not to its end.
import type { Delivery } from './answer.ts';
import type { CloudClock } from './clock.ts';

const chunkBytes = 64 * 1024;
/** The first bytes follow the headers at once, on a slow line too. */
const firstChunkBytes = 1024;
/** However slowly it is meant to come, something comes this often. */
const trickleMs = 1000;
/** Timers are no finer than this. */
const shortestWaitMs = 1;

export interface Line {
  readonly clock: CloudClock;
  readonly mbps: number;
  /** The connection is gone, whatever was meant to come through it. */
  readonly isBroken: () => boolean;
  readonly signal: AbortSignal | undefined;
}

/** `over` is told once, with the bytes that went out, when the body ended, broke, or is wanted no more. */
export function pacedBody(
  { clock, mbps, isBroken, signal }: Line,
  pieces: readonly Uint8Array[],
  delivery: Delivery,
  over: (bytes: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const startedAtMs = clock.now();
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const end = delivery.cutAfter ?? total;
  const source = chunks(pieces, end, Math.ceil((end * trickleMs) / Math.max(delivery.takesMs, trickleMs)));
  const gone = new AbortController();
  let sent = 0;

  function finish(): void {
    if (gone.signal.aborted) return;
    gone.abort();
    over(sent);
  }

  /** Of the body's first so many bytes; Unix ms. */
  const dueAtMs = (bytes: number) =>
    startedAtMs + clock.span(Math.max((bytes * 8) / (mbps * 1000), (delivery.takesMs * bytes) / end));
  const left = () => new Promise<void>((resolve) => gone.signal.addEventListener('abort', () => resolve()));

  return new ReadableStream(
    {
      start(controller) {
        const leave = () => {
          controller.error(signal?.reason);
          finish();
        };
        signal?.addEventListener('abort', leave, { once: true, signal: gone.signal });
      },
      async pull(controller) {
        const next = source.next();
        if (next.done) {
          if (end < total && delivery.cutBy === 'silence') return left();
          finish();
          if (end < total && delivery.cutBy !== 'end')
            controller.error(brokenConnection(delivery.cutBy === 'close' ? 'close' : 'reset'));
          else controller.close();
          return;
        }
        const waitMs = dueAtMs(sent + next.value.length) - clock.now();
        if (waitMs >= shortestWaitMs) await clock.sleep(waitMs, gone.signal).catch(() => undefined);
        if (gone.signal.aborted) return;
        if (isBroken()) {
          finish();
          controller.error(brokenConnection('reset'));
          return;
        }
        sent += next.value.length;
        controller.enqueue(next.value);
      },
      cancel: finish,
    },
    { highWaterMark: 0 },
  );
}

/** What a fetch rejects with, as Node's does. */
export const fetchFailed = (code: 'ECONNRESET' | 'ECONNREFUSED' | 'ENOTFOUND'): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

/** What a body's stream breaks with, as Node's does. */
const brokenConnection = (by: 'close' | 'reset'): TypeError => {
  const code = by === 'reset' ? 'ECONNRESET' : 'UND_ERR_SOCKET';
  return new TypeError('terminated', {
    cause: Object.assign(new Error(by === 'reset' ? code : 'other side closed'), { code }),
  });
};

/** Copies of the first `end` bytes, at most so many at once, so that nobody can change the shared pieces. */
function* chunks(pieces: readonly Uint8Array[], end: number, most: number): Generator<Uint8Array<ArrayBuffer>> {
  let left = end;
  for (const piece of pieces) {
    for (let from = 0; from < piece.length && left > 0; ) {
      const size = Math.min(most, left === end ? firstChunkBytes : chunkBytes);
      const chunk = new Uint8Array(piece.subarray(from, Math.min(from + size, piece.length, from + left)));
      from += chunk.length;
      left -= chunk.length;
      yield chunk;
    }
  }
}
