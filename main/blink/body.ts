// The two ways of taking a body, both limited in length: whole, or as a stream.
import type { Problem } from '../../preload/contract.ts';
import { type Body, TooLong } from './exchange.ts';

/** All of it, in memory of its own, so that it can be handed to a worker. Rejects with `TooLong` above `limitBytes`. */
export async function wholeBody(body: Body, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (body.length !== null && body.length > limitBytes) {
    body.discard(); // not a byte of it is taken into memory
    throw new TooLong(`${body.length} bytes, over ${limitBytes}`);
  }
  for (let part = await body.read(); part; part = await body.read()) {
    length += part.length;
    if (length > limitBytes) {
      body.discard();
      throw new TooLong(`over ${limitBytes} bytes`);
    }
    parts.push(part);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Its first bytes: at least `least` of them unless it ends before. */
export async function headOf(
  body: Body,
  least: number,
): Promise<{ readonly head: Uint8Array; readonly ended: boolean }> {
  let head = new Uint8Array(0);
  while (head.length < least) {
    const part = await body.read();
    if (!part) return { head, ended: true };
    const longer = new Uint8Array(head.length + part.length);
    longer.set(head);
    longer.set(part, head.length);
    head = longer;
  }
  return { head, ended: false };
}

/** Why a stream broke off; what the reader of the stream gets. */
export class BodyBroken extends Error {
  override readonly name = 'BodyBroken';
  readonly problem: Problem;
  constructor(problem: Problem, cause: unknown) {
    super(problem.details ?? problem.kind, { cause });
    this.problem = problem;
  }
}

/** `head` and what follows it, read as the reader asks for it; rejects with `BodyBroken` where `problemOf` knows why. */
export function streamOf(
  head: Uint8Array,
  body: Body,
  limitBytes: number,
  problemOf: (error: unknown) => Problem | null,
): ReadableStream<Uint8Array> {
  let length = head.length;
  return new ReadableStream<Uint8Array>(
    {
      start: (stream) => stream.enqueue(head),
      async pull(stream) {
        try {
          const part = await body.read();
          if (!part) return stream.close();
          length += part.length;
          if (length > limitBytes) {
            body.discard();
            throw new TooLong(`over ${limitBytes} bytes`);
          }
          stream.enqueue(part);
        } catch (error) {
          const problem = problemOf(error);
          stream.error(problem ? new BodyBroken(problem, error) : error);
        }
      },
      cancel: () => body.discard(),
    },
    { highWaterMark: 0 },
  );
}
