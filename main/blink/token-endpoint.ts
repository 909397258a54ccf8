// Asks the token endpoint for new tokens (§2.2, §2.3, §2.4) and reads its errors (§2.7).

import type { Problem } from '../../preload/contract.ts';
import type { Log } from '../log.ts';
import { problem } from '../problem.ts';
import { type AuthorizationCode, hostedClientId, redirectUri } from './hosted-sign-in.ts';
import type { Http } from './http.ts';
import type { Urgency } from './index.ts';
import { isRecord, parseJson, readRecord, unexpected, wholeNumber, z } from './schema.ts';

const WHERE = 'POST /oauth/token';
const LONGEST_ANSWER_BYTES = 1_000_000;
const MINUTE_S = 60;
const WEEK_S = 7 * 24 * 60 * MINUTE_S;
/** Where the answer does not say (§2.4). */
const USUAL_LIFE_S = 3_600;

const token = z.string().regex(/^[\x21-\x7e]+$/);
const tokenAnswer = z.object({
  access_token: token.nullish(),
  token: token.nullish(),
  refresh_token: token.nullish(),
  expires_in: z.union([z.number(), wholeNumber]).nullish(),
});

export type TokenAnswer =
  | {
      readonly kind: 'tokens';
      readonly accessToken: string;
      readonly lifeMs: number;
      /** Null: the old one stays. */
      readonly refreshToken: string | null;
    }
  /** The refresh token is dead: the only answers that end a session (§2.6). */
  | { readonly kind: 'over'; readonly details: string }
  /** This client id may not use the token; perhaps another may. */
  | { readonly kind: 'wrong-client' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface RefreshRequest {
  readonly refreshToken: string;
  readonly clientId: string;
  readonly hardwareId: string;
  readonly urgency: Urgency;
}

/** One request, never repeated here. Rejects only with the reason of `signal`. */
export async function askForTokens(
  { http, log }: { readonly http: Http; readonly log: Log },
  request: RefreshRequest,
  signal?: AbortSignal,
): Promise<TokenAnswer> {
  const { refreshToken, clientId, hardwareId, urgency } = request;
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken, client_id: clientId, scope: 'client' };
  return send({ http, log }, { ...form, hardware_id: hardwareId }, urgency, signal);
}

/** Exchanges the code of a hosted sign-in (§2.2), once: it is never repeated. Rejects only with the reason of `signal`. */
export function exchangeCode(
  roles: { readonly http: Http; readonly log: Log },
  { code, verifier }: AuthorizationCode,
  signal?: AbortSignal,
): Promise<TokenAnswer> {
  const form = { grant_type: 'authorization_code', redirect_uri: redirectUri, code, code_verifier: verifier };
  return send(roles, { ...form, client_id: hostedClientId }, 'interactive', signal);
}

async function send(
  { http, log }: { readonly http: Http; readonly log: Log },
  form: Readonly<Record<string, string>>,
  urgency: Urgency,
  signal?: AbortSignal,
): Promise<TokenAnswer> {
  const answer = await http.whole({ to: 'token', form, urgency }, LONGEST_ANSWER_BYTES, signal);
  if (answer.kind === 'failed') return { kind: 'failed', problem: answer.problem };
  return readAnswer(answer.status, answer.content, log);
}

function readAnswer(status: number, bytes: Uint8Array, log: Log): TokenAnswer {
  const json = parseJson(bytes, WHERE);
  if (status >= 200 && status < 300)
    return json.ok ? readTokens(json.value, log) : { kind: 'failed', problem: json.problem };
  const error = errorOf(json.ok ? json.value : null);
  const details = `${WHERE}: HTTP ${status} ${error}`.trim();
  if ((status === 400 || status === 401) && error === 'invalid_client') return { kind: 'wrong-client' };
  if (status === 401 || (status === 400 && error === 'invalid_grant')) return { kind: 'over', details };
  if (status === 406) return { kind: 'failed', problem: problem('sign-in-refused', { details }) };
  if (status === 400) return { kind: 'failed', problem: problem('sign-in-failed', { details }) };
  return { kind: 'failed', problem: problem('unexpected-answer', { details }) };
}

function readTokens(value: unknown, log: Log): TokenAnswer {
  const read = readRecord(tokenAnswer, value, WHERE, log);
  if (!read.ok) return { kind: 'failed', problem: read.problem };
  const accessToken = read.value.access_token ?? read.value.token;
  if (!accessToken) return { kind: 'failed', problem: unexpected(WHERE, 'access_token is missing or wrong') };
  const lifeS = Math.min(WEEK_S, Math.max(MINUTE_S, read.value.expires_in ?? USUAL_LIFE_S));
  return { kind: 'tokens', accessToken, lifeMs: lifeS * 1_000, refreshToken: read.value.refresh_token ?? null };
}

/** OAuth's short name of an error; only its plain characters, since it goes to the log. */
function errorOf(value: unknown): string {
  if (!isRecord(value)) return '';
  if (/client is not authorized/i.test(String(value.error_description))) return 'invalid_client';
  return /^[a-z_]{1,40}$/.exec(String(value.error))?.[0] ?? '';
}
