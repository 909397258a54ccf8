// The one place where requests leave: headers, which token goes where, limits, the budget, and what a failure means (§7).
import type { Problem } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../problem.ts';
import { wholeBody } from './body.ts';
import type { RequestBudget } from './budget.ts';
import { type Answer, type Body, exchange, type Fetch, TimeUp, TooLong } from './exchange.ts';
import type { Hosts } from './hosts.ts';
import type { Urgency } from './index.ts';
import { reachOf, reasonOf } from './reach.ts';
import { retryAfterMs } from './retry-after.ts';
import { unexpected } from './schema.ts';

// An outage is looked at again after these pauses, and then shown (§6).
const OUTAGE_PAUSES_MS = [1_000, 2_000, 4_000];

/** To the token endpoint: a form and never a bearer token. */
export interface TokenRequest {
  readonly to: 'token';
  readonly form: Readonly<Record<string, string>>;
  readonly urgency: Urgency;
}

/** To a REST host: always with the bearer token, always with an empty body. */
export interface RestRequest {
  readonly to: 'rest';
  /** Null: the bootstrap host. */
  readonly tier: string | null;
  readonly bearer: string;
  readonly method: 'GET' | 'POST';
  /** Begins with a slash. */
  readonly path: string;
  readonly accept: string;
  readonly urgency: Urgency;
}

export type Request = TokenRequest | RestRequest;

/** An answer that is not an error for every endpoint alike: what 200, 400, 401, 404, 406 and 409 mean, others say. */
export interface Answered<Content> {
  readonly kind: 'answered';
  readonly status: number;
  readonly headers: Headers;
  readonly content: Content;
}

export interface Failure {
  readonly kind: 'failed';
  readonly problem: Problem;
  /** Whether Blink may have done what was asked. */
  readonly done: 'no' | 'perhaps';
}

export class Http {
  readonly #roles: { readonly fetch: Fetch; readonly clock: Clock };
  readonly #budget: RequestBudget;
  readonly #hosts: Hosts;
  readonly #userAgent: string;

  constructor(roles: {
    readonly fetch: Fetch;
    readonly clock: Clock;
    readonly budget: RequestBudget;
    readonly hosts: Hosts;
    /** Version of the app. */
    readonly version: string;
  }) {
    this.#roles = { fetch: roles.fetch, clock: roles.clock };
    this.#budget = roles.budget;
    this.#hosts = roles.hosts;
    // Honest, and in one place: a bad one was once answered with 406 (§1).
    this.#userAgent = `Cliptray/${roles.version}`;
  }

  /** The stop in force for the account, if any. */
  stopped(): Promise<Problem | null> {
    return this.#budget.stopped();
  }

  /** Sends the request and reads the answer whole. Rejects only with the reason of `signal`. */
  whole(
    request: Request,
    limitBytes: number,
    signal?: AbortSignal,
  ): Promise<Answered<Uint8Array<ArrayBuffer>> | Failure> {
    return this.#send(request, (body) => wholeBody(body, limitBytes), signal);
  }

  /** Sends the request and leaves the body to be read or discarded. Rejects only with the reason of `signal`. */
  open(request: Request, signal?: AbortSignal): Promise<Answered<Body> | Failure> {
    return this.#send(request, async (body) => body, signal);
  }

  async #send<Content>(
    request: Request,
    take: (body: Body) => Promise<Content>,
    signal?: AbortSignal,
  ): Promise<Answered<Content> | Failure> {
    // A POST starts something on the module or spends a token: whether to repeat it is for its sender to say.
    const pauses = request.to === 'rest' && request.method === 'GET' ? OUTAGE_PAUSES_MS : [];
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.#sendOnce(request, take, signal);
      const pause = pauses[attempt];
      if (outcome.kind === 'answered' || outcome.problem.kind !== 'blink-unavailable' || !pause) return outcome;
      await this.#roles.clock.sleep(this.#roles.clock.span(pause), signal);
    }
  }

  async #sendOnce<Content>(
    request: Request,
    take: (body: Body) => Promise<Content>,
    signal?: AbortSignal,
  ): Promise<Answered<Content> | Failure> {
    const { url, init } = this.#prepared(request);
    const stop = await this.#budget.admit(request.urgency, signal);
    if (stop) return { kind: 'failed', problem: stop, done: 'no' };
    const where = endpointOf(request);
    try {
      const answer = await exchange(this.#roles, url, init, signal);
      const refusal = this.#refusal(answer, where);
      if (refusal) {
        answer.body.discard();
        return refusal;
      }
      this.#budget.answered();
      const { status, headers } = answer;
      return { kind: 'answered', status, headers, content: await take(answer.body) };
    } catch (error) {
      signal?.throwIfAborted();
      return failureOf(error, where);
    }
  }

  #prepared(request: Request): { readonly url: string; readonly init: RequestInit } {
    const agent = { 'User-Agent': this.#userAgent };
    if (request.to === 'token') {
      const headers = { ...agent, Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' };
      const body = new URLSearchParams(request.form).toString();
      return { url: `${this.#hosts.token}/oauth/token`, init: { method: 'POST', headers, body } };
    }
    const origin = this.#hosts.rest(request.tier);
    const url = origin + request.path;
    // A path may come from the wire (a camera's picture): it must not lead the bearer token to another host.
    if (!request.path.startsWith('/') || new URL(url).origin !== origin) throw new Error('not a path on this host');
    const headers = {
      ...agent,
      Authorization: `Bearer ${request.bearer}`,
      'Content-Type': 'application/json',
      Accept: request.accept,
    };
    return { url, init: { method: request.method, headers } };
  }

  /** The rows of §7 that hold for every endpoint. */
  #refusal({ status, headers }: Answer, where: string): Failure | null {
    const details = `${where}: HTTP ${status}`;
    const retryMs = retryAfterMs(headers.get('retry-after'), this.#roles.clock.now());
    if (status === 403 || status === 429) {
      return { kind: 'failed', problem: { ...this.#budget.stop(retryMs), details }, done: 'no' };
    }
    if (status === 426) return { kind: 'failed', problem: problem('update-required', { details }), done: 'no' };
    if (status >= 500) return { kind: 'failed', problem: problem('blink-unavailable', { details }), done: 'perhaps' };
    if (status >= 300 && status < 400)
      return { kind: 'failed', problem: unexpected(where, 'a redirect'), done: 'perhaps' };
    return null;
  }
}

/** The problem behind an exception of `exchange` or of a body. */
export function failureOf(error: unknown, where: string): Failure {
  if (error instanceof TooLong) return { kind: 'failed', problem: unexpected(where, error.message), done: 'perhaps' };
  const details = `${where}: ${error instanceof TimeUp ? error.message : reasonOf(error)}`;
  switch (reachOf(error)) {
    case 'not-sent':
      return { kind: 'failed', problem: problem('offline', { details }), done: 'no' };
    case 'redirected':
      return { kind: 'failed', problem: unexpected(where, 'a redirect'), done: 'perhaps' };
    case 'lost':
      return { kind: 'failed', problem: problem('blink-unavailable', { details }), done: 'perhaps' };
  }
}

/** For people and logs: without ids and without a query. */
export function endpointOf(request: Request): string {
  if (request.to === 'token') return 'POST /oauth/token';
  return `${request.method} ${request.path.replace(/\?.*/s, '').replace(/\d{3,}/g, '*')}`;
}
