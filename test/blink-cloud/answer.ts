// An answer before it goes out: status, headers, and a body in pieces that may be shared.
import type { Clip } from './drive.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: readonly Uint8Array[];
  /** The clip it is about, for the log and for faults. */
  readonly clip?: Clip | undefined;
  /** How long it takes to be made; spanned by the clock. */
  readonly afterMs?: number;
  /** How long the module takes for the upload that it has begun, ms of the clock; for the log. */
  readonly takesMs?: number;
  /** The connection is reset instead. */
  readonly reset?: boolean;
  /** A fault that was drawn while it was made, or several with `+` between them. */
  readonly fault?: string | undefined;
}

/** How a body goes out. */
export interface Delivery {
  /** Says its length beforehand. */
  readonly announced: boolean;
  /** Bytes after which it ends early; null: all of it. */
  readonly cutAfter: number | null;
  /** What a cut looks like: an ordinary end, the connection closed, the connection reset, or open and silent for good. */
  readonly cutBy: 'end' | 'close' | 'reset' | 'silence';
  /** It takes at least so long, trickling all the while; ms, spanned by the clock. */
  readonly takesMs: number;
}

export const wholeDelivery: Delivery = { announced: true, cutAfter: null, cutBy: 'end', takesMs: 0 };

export const bytesOf = (answer: Answer): number => answer.body.reduce((sum, piece) => sum + piece.length, 0);

/** The body in one piece of its own. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export const json = (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: [new TextEncoder().encode(JSON.stringify(value))],
});

export const binary = (type: string, body: readonly Uint8Array[]): Answer => ({
  status: 200,
  headers: { 'content-type': type },
  body,
});

export const html = (status: number, title: string): Answer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: [
    new TextEncoder().encode(
      `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
    ),
  ],
});

/** Protocol §2.6 */
export const unauthorized = (): Answer => json({ message: 'Unauthorized Access', error: null, code: 101 }, 401);
/** Protocol §4.4 */
export const mediaNotFound = (status: 200 | 404 = 404): Answer =>
  json({ message: 'Media not found', code: 700 }, status);
/** Protocol §6 */
export const systemIsBusy = (): Answer => json({ message: 'System is busy, please wait', code: 307 }, 409);
/** Protocol §4.2 */
export const manifestInProcess = (): Answer => json({ message: 'Manifest command is in process', code: 2113 }, 409);
export const noSuchThing = (): Answer => json({ message: 'Not found' }, 404);
