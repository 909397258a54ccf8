// Requests to the account's REST host with the session's token; a refused token is renewed once (§2.6, §7).
import type { Problem } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../problem.ts';
import type { Body } from './exchange.ts';
import { Hold } from './hold.ts';
import type { Answered, Failure, Http, RestRequest } from './http.ts';
import type { Urgency } from './index.ts';
import type { Session } from './session.ts';
import type { Pass } from './tokens.ts';

export const JSON_LIMIT_BYTES = 1_000_000;
/** How long nothing is asked after a 406 that a new token did not cure. */
const REFUSED_MS = 5 * 60_000;

export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: (accountId: number) => string;
  readonly urgency: Urgency;
  /** Left out: JSON. */
  readonly accept?: '*/*';
  readonly signal?: AbortSignal | undefined;
}

export class Rest {
  readonly #http: Http;
  readonly #session: Session;
  readonly #clock: Clock;
  #refusal: Hold | null = null;

  constructor(roles: { readonly http: Http; readonly session: Session; readonly clock: Clock }) {
    this.#http = roles.http;
    this.#session = roles.session;
    this.#clock = roles.clock;
  }

  /** The answer whole. Rejects only with the reason of `ask.signal`. */
  whole(ask: Ask, limitBytes = JSON_LIMIT_BYTES): Promise<Answered<Uint8Array<ArrayBuffer>> | Failure> {
    return this.#authorised(ask, (pass) => this.#http.whole(request(ask, pass), limitBytes, ask.signal));
  }

  /** The answer with its body still to be read or discarded. Rejects only with the reason of `ask.signal`. */
  open(ask: Ask): Promise<Answered<Body> | Failure> {
    return this.#authorised(
      ask,
      (pass) => this.#http.open(request(ask, pass), ask.signal),
      (body) => body.discard(),
    );
  }

  /** Gets a new token where some endpoint hides behind another error that the present one is bad. */
  async renew({ urgency, signal }: Pick<Ask, 'urgency' | 'signal'>): Promise<void> {
    const pass = await this.#session.pass(urgency, signal);
    if (pass.ok) await this.#session.renew(pass.value, urgency, signal);
  }

  async #authorised<Content>(
    ask: Ask,
    send: (pass: Pass) => Promise<Answered<Content> | Failure>,
    discard: (content: Content) => void = () => {},
  ): Promise<Answered<Content> | Failure> {
    if (this.#refusal?.inForce) return notDone(this.#refusal.problem);
    const pass = await this.#session.pass(ask.urgency, ask.signal);
    if (!pass.ok) return notDone(pass.problem);
    const first = await send(pass.value);
    if (!isRefused(first)) return this.#noted(first);

    // Nothing was started by a refused request, so that a POST may be sent again too.
    discard(first.content);
    const renewed = await this.#session.renew(pass.value, ask.urgency, ask.signal);
    if (!renewed.ok) return notDone(renewed.problem);
    const second = await send(renewed.value);
    if (!isRefused(second)) return this.#noted(second);
    discard(second.content);
    return notDone(second.status === 401 ? this.#session.refused() : this.#refuse());
  }

  #noted<Outcome extends Answered<unknown> | Failure>(outcome: Outcome): Outcome {
    if (outcome.kind === 'answered') this.#session.accepted();
    return outcome;
  }

  #refuse(): Problem {
    this.#refusal = new Hold(this.#clock, problem('sign-in-refused', { details: 'HTTP 406' }), REFUSED_MS);
    return this.#refusal.problem;
  }
}

function request(ask: Ask, { tier, accountId, token }: Pass): RestRequest {
  const { method, urgency, accept = 'application/json' } = ask;
  return { to: 'rest', tier, bearer: token, method, path: ask.path(accountId), accept, urgency };
}

function isRefused<Content>(outcome: Answered<Content> | Failure): outcome is Answered<Content> {
  return outcome.kind === 'answered' && (outcome.status === 401 || outcome.status === 406);
}

const notDone = (why: Problem): Failure => ({ kind: 'failed', problem: why, done: 'no' });
