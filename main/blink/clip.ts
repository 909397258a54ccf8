// Fetches one uploaded clip, or finds out what came instead (§4.4).
import type { Problem } from '../../preload/contract.ts';
import { problem } from '../problem.ts';
import { headOf, streamOf } from './body.ts';
import type { CommandRoles } from './commands.ts';
import { type Body, TooLong } from './exchange.ts';
import { type Answered, failureOf } from './http.ts';
import type { ClipAnswer, ModuleAddress, Pair, Urgency } from './index.ts';
import { clipPath } from './local-storage.ts';
import { isRecord, parseJson, unexpected } from './schema.ts';

const LONGEST_CLIP_BYTES = 512 * 1024 * 1024;
/** Enough of anything that is no clip to see what it is. */
const LONGEST_OTHER_BYTES = 64 * 1024;
/** "Media not found". */
const NOT_FOUND_CODE = 700;
const WHERE = 'clip';

/** Rejects only with the reason of `signal`, which also ends the body. */
export async function fetchClip(
  { rest }: CommandRoles,
  module: ModuleAddress,
  pair: Pair,
  urgency: Urgency,
  signal?: AbortSignal,
): Promise<ClipAnswer> {
  const answer = await rest.open({ method: 'GET', path: clipPath(module, pair), urgency, accept: '*/*', signal });
  if (answer.kind === 'failed') return { kind: 'problem', problem: answer.problem };
  try {
    return await judged(answer, signal);
  } catch (error) {
    signal?.throwIfAborted();
    return { kind: 'problem', problem: failureOf(error, WHERE).problem };
  }
}

async function judged(answer: Answered<Body>, signal?: AbortSignal): Promise<ClipAnswer> {
  const { status, headers, content: body } = answer;
  const fine = status >= 200 && status < 300;
  if (fine && (body.length ?? 0) > LONGEST_CLIP_BYTES) {
    body.discard();
    return { kind: 'too-large' };
  }
  const { head, ended } = await headOf(body, 8);
  if (fine && isFtyp(head)) {
    const stream = streamOf(head, body, LONGEST_CLIP_BYTES, (error) => (signal?.aborted ? null : brokenBy(error)));
    return { kind: 'clip', body: stream, length: body.length };
  }
  const other = ended ? head : await restOf(head, body);
  const json = parseJson(other, WHERE);
  const code = json.ok && isRecord(json.value) ? json.value.code : null;
  if (code === NOT_FOUND_CODE || status === 404) return { kind: 'not-there' };
  if (fine) {
    const type = headers.get('content-type')?.slice(0, 40) ?? 'no type';
    return { kind: 'not-video', details: `${WHERE}: ${other.length} bytes of ${type}` };
  }
  return { kind: 'problem', problem: unexpected(WHERE, `HTTP ${status}`) };
}

/** Bytes 4–7 of a clip are `ftyp`. */
const isFtyp = (head: Uint8Array) => new TextDecoder('latin1').decode(head.subarray(4, 8)) === 'ftyp';

async function restOf(head: Uint8Array, body: Body): Promise<Uint8Array> {
  const { head: more, ended } = await headOf(body, LONGEST_OTHER_BYTES);
  if (!ended) body.discard();
  return Buffer.concat([head, more]);
}

const brokenBy = (error: unknown): Problem =>
  error instanceof TooLong ? problem('clip-too-large') : failureOf(error, WHERE).problem;
