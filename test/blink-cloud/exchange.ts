// One request and its answer: hosts, tokens, faults, the line's speed, and the log.
import { type Answer, bytesOf, type Delivery, json, noSuchThing, unauthorized, wholeDelivery } from './answer.ts';
import type { CloudRequest, CloudState, Endpoint } from './endpoint.ts';
import { answerFaults, requestFaults } from './faults.ts';
import { foreignEndpoints } from './foreign-endpoints.ts';
import { homescreenEndpoints } from './homescreen.ts';
import { type Host, hostOf, livesOn } from './hosts.ts';
import { localStorageEndpoints } from './local-storage.ts';
import { fetchFailed, pacedBody } from './paced-body.ts';
import { oneOf } from './random.ts';
import { signInEndpoints } from './sign-in.ts';
import { refusal, resetWithin, spoil } from './spoil.ts';

const endpoints: readonly Endpoint[] = [
  ...signInEndpoints,
  ...homescreenEndpoints,
  ...localStorageEndpoints,
  ...foreignEndpoints,
];
/** Bodies up to this size arrive with their headers. */
const onePacketBytes = 16 * 1024;

/** `advance` lets happen what was due before the request. */
export async function exchange(
  state: CloudState,
  advance: () => void,
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const { clock, options } = state;
  const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
  signal?.throwIfAborted();
  const received = new Request(input, { ...init, signal: null });
  const url = new URL(received.url);
  const host = hostOf(url, options.url, state.home.tier);
  if (!host) throw fetchFailed('ENOTFOUND');

  const arrivedAtMs = clock.now();
  const found = find(received.method, url.pathname, host);
  const route = found?.endpoint.route ?? 'unknown';
  const note = (status: number, bytes: number, answer?: Answer, fault?: string) =>
    state.note({
      t: arrivedAtMs,
      method: received.method,
      route,
      ...(answer?.clip && { clip: answer.clip.sha256 }),
      status,
      bytes,
      ...(fault && { fault }),
      ms: clock.now() - arrivedAtMs,
    });
  const travel = async () => {
    if (options.rttMs > 0) await clock.sleep(clock.span(options.rttMs / 2), signal ?? undefined);
  };

  if (clock.now() < state.offline.untilMs) {
    note(0, 0);
    throw fetchFailed('ECONNREFUSED');
  }
  const request = {
    method: received.method,
    path: url.pathname,
    headers: received.headers,
    body: await received.text(),
  };
  await travel();
  advance();
  const reply = found ? replyTo(state, found, request) : { answer: noSuchThing(), delivery: wholeDelivery };
  if (!('delivery' in reply)) {
    note(0, 0, reply.answer, reply.fault);
    throw fetchFailed('ECONNRESET');
  }
  await travel();
  const { answer, delivery, fault } = reply;
  const length = bytesOf(answer);
  const headers = { ...answer.headers, ...(delivery.announced && { 'content-length': String(length) }) };
  if (length <= onePacketBytes && delivery === wholeDelivery) {
    note(answer.status, length, answer, fault);
    return new Response(joined(answer.body), { status: answer.status, headers });
  }
  const over = (bytes: number) => note(answer.status, bytes, answer, fault);
  return new Response(pacedBody(clock, options.mbps, answer.body, delivery, over, signal), {
    status: answer.status,
    headers,
  });
}

interface Found {
  readonly endpoint: Endpoint;
  readonly ids: Readonly<Record<string, string>>;
}

type Reply =
  | { readonly answer: Answer; readonly delivery: Delivery; readonly fault?: string | undefined }
  /** The connection broke before an answer came; `answer` was made, if at all. */
  | { readonly answer?: Answer; readonly fault: string };

function find(method: string, path: string, host: Host): Found | undefined {
  for (const endpoint of endpoints) {
    const match = endpoint.method === method && livesOn(endpoint, host) ? endpoint.path.exec(path) : null;
    if (match) return { endpoint, ids: match.groups ?? {} };
  }
  return undefined;
}

function replyTo(state: CloudState, { endpoint, ids }: Found, request: CloudRequest): Reply {
  const { random, faults, tokens } = state;
  const struck = faults.draw(requestFaults, endpoint.route);
  const refused = refusal(struck, random);
  if (refused) return { answer: refused, delivery: wholeDelivery, fault: struck };
  // A lost answer is worse than a lost request: what was asked for happens all the same.
  const resets = struck === 'reset' ? oneOf(random, ['before', 'after', 'within'] as const) : null;
  if (resets === 'before') return { fault: 'reset' };

  const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  if (struck === 'expire') tokens.expireAccess(token);
  const answer = gate(state, endpoint, request, token) ?? endpoint.answer(state, request, ids);
  if (resets === 'after') return { answer, fault: 'reset' };
  if (resets === 'within') return { answer, delivery: resetWithin(answer), fault: 'reset' };

  const spoilt = answer.status === 200 ? faults.draw(answerFaults, endpoint.route, answer.clip?.sha256) : undefined;
  if (spoilt) return { ...spoil(spoilt, answer), fault: spoilt };
  return { answer, delivery: wholeDelivery, fault: struck ?? answer.fault };
}

/** What keeps a request from its endpoint; undefined: nothing. */
function gate({ tokens }: CloudState, endpoint: Endpoint, request: CloudRequest, token: string): Answer | undefined {
  // Stale values are refused, and every value is stale some day (protocol §1).
  if (request.headers.has('app-build')) return json({ message: 'An app update is required', code: 105 }, 426);
  return endpoint.host !== 'oauth' && !tokens.admits(token) ? unauthorized() : undefined;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
