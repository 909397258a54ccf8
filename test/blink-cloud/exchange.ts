// One request's way to the cloud and back: hosts, connections, the line's speed, and the log.
import { bytesOf, joined, wholeDelivery } from './answer.ts';
import type { CloudState } from './cloud-state.ts';
import { hostOf } from './hosts.ts';
import { fetchFailed, pacedBody } from './paced-body.ts';
import { findEndpoint, type Reply, replyTo } from './reply.ts';

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
  const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
  signal?.throwIfAborted();
  const request = new Request(input, { ...init, signal: null });
  const url = new URL(request.url);
  const host = hostOf(url, options.url, state.home.tier);
  if (!host) throw fetchFailed('ENOTFOUND');

  const arrivedAtMs = clock.now();
  const found = findEndpoint(request.method, url.pathname, host);
  function note(reply: Reply | undefined, bytes: number | null): void {
    state.note({
      t: arrivedAtMs,
      method: request.method,
      route: found?.endpoint.route ?? 'unknown',
      ...(reply?.answer.clip && { clip: reply.answer.clip.sha256 }),
      ...(found?.ids.C && { pair: `${found.ids.M}/${found.ids.C}` }),
      status: bytes === null ? 0 : (reply?.answer.status ?? 0),
      bytes: bytes ?? 0,
      ...(reply?.fault && { fault: reply.fault }),
      ...(reply?.answer.takesMs !== undefined && { takesMs: Math.round(reply.answer.takesMs) }),
      ms: clock.now() - arrivedAtMs,
    });
  }
  const isOffline = () => clock.now() < state.offline.untilMs;
  async function travel(): Promise<void> {
    if (options.rttMs > 0) await clock.sleep(clock.span(options.rttMs / 2), signal);
    if (isOffline()) throw fetchFailed('ECONNREFUSED');
  }

  let reply: Reply | undefined;
  try {
    await travel();
    const { method, headers } = request;
    const body = await request.text();
    advance();
    reply = replyTo(state, found, { method, path: url.pathname, query: url.searchParams, headers, body });
    if (reply.answer.afterMs) await clock.sleep(clock.span(reply.answer.afterMs), signal);
    await travel();
    if (!reply.delivery) throw fetchFailed('ECONNRESET');
  } catch (error) {
    note(reply, null);
    throw error;
  }

  const { answer, delivery } = reply;
  const length = bytesOf(answer);
  const headers = { ...answer.headers, ...(delivery.announced && { 'content-length': String(length) }) };
  const whole = delivery === wholeDelivery && length <= onePacketBytes;
  if (whole) note(reply, length);
  const body = whole
    ? joined(answer.body)
    : pacedBody({ clock, mbps: options.mbps, isBroken: isOffline, signal }, answer.body, delivery, (sent) =>
        note(reply, sent),
      );
  return new Response(body, { status: answer.status, headers });
}
