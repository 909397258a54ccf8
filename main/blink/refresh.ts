// Turns a sign-in into new tokens, as its own client id or the other one, patiently or at once (§2.3).

import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Http } from './http.ts';
import type { Urgency } from './index.ts';
import { askForTokens, type TokenAnswer } from './token-endpoint.ts';
import type { SignIn } from './token-entries.ts';

const OUTAGE_PAUSES_MS = [1_000, 2_000, 4_000];

/** `signIn` is to be stored before `accessToken` is used: its refresh token may be a new one. */
export interface NewTokens {
  readonly kind: 'tokens';
  readonly signIn: SignIn;
  readonly accessToken: string;
  readonly lifeMs: number;
}
export type Refreshed = NewTokens | Exclude<TokenAnswer, { readonly kind: 'tokens' }>;

export interface RefreshRoles {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
}

/** Asks once, and as the other of Blink's two clients where this one is not let in. */
export async function refresh(
  roles: RefreshRoles,
  signIn: SignIn,
  urgency: Urgency,
  signal?: AbortSignal,
): Promise<Refreshed> {
  const answer = await refreshAs(signIn.clientId, roles, signIn, urgency, signal);
  if (answer.kind !== 'wrong-client') return answer;
  return refreshAs(signIn.clientId === 'android' ? 'ios' : 'android', roles, signIn, urgency, signal);
}

/**
 * Asks again through an outage: if the token was used up by a request whose answer was lost, waiting longer would not
 * bring it back. `closing` ends the waiting, not a request.
 */
export async function refreshPatiently(
  roles: RefreshRoles,
  signIn: SignIn,
  urgency: Urgency,
  closing: AbortSignal,
): Promise<Refreshed> {
  for (let attempt = 0; ; attempt++) {
    const answer = await refresh(roles, signIn, urgency);
    const pause = OUTAGE_PAUSES_MS[attempt];
    const outage = answer.kind === 'failed' && answer.problem.kind === 'blink-unavailable';
    if (!outage || !pause || closing.aborted) return answer;
    await roles.clock.sleep(roles.clock.span(pause), closing).catch(() => undefined);
  }
}

async function refreshAs(
  clientId: string,
  roles: RefreshRoles,
  signIn: SignIn,
  urgency: Urgency,
  signal?: AbortSignal,
): Promise<Refreshed> {
  const { refreshToken, hardwareId } = signIn;
  if (refreshToken === null) return { kind: 'over', details: 'no refresh token' };
  const answer = await askForTokens(roles, { refreshToken, clientId, hardwareId, urgency }, signal);
  if (answer.kind !== 'tokens') return answer;
  const { kind, accessToken, lifeMs } = answer;
  return {
    kind,
    accessToken,
    lifeMs,
    signIn: { ...signIn, clientId, refreshToken: answer.refreshToken ?? refreshToken },
  };
}
