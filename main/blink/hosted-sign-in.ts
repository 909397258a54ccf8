// Blink's own sign-in page, asked once: its address, and the check of what comes back from it (§2.2).
import { createHash, timingSafeEqual } from 'node:crypto';
import { release } from 'node:os';
import type { Result } from '../../preload/contract.ts';
import { failed, succeeded } from '../problem.ts';

export const redirectUri = 'https://applinks.blink.com/signin/callback';
export const hostedClientId = 'android';
/** How long the answer of the page is waited for; ms. */
export const hostedSignInMs = 15 * 60_000;
const longestCallback = 2_048;

/** What the token endpoint takes in exchange for tokens; good once. */
export interface AuthorizationCode {
  readonly code: string;
  readonly verifier: string;
}

export interface HostedSignIn {
  /** Of the page. It holds no secret: the verifier stays here. */
  readonly address: string;
  /** Whether its answer was read: no other is taken. */
  readonly used: boolean;
  /**
   * Reads the address that the page led to. Good once, and for 15 minutes.
   * `sign-in-cancelled`: the person said no there; `sign-in-failed`: anything that is not the answer to this request.
   */
  readCallback(address: string): Result<AuthorizationCode>;
}

export interface HostedSignInRoles {
  /** Origin of the page. */
  readonly origin: string;
  readonly hardwareId: string;
  /** Version of the app. */
  readonly version: string;
  /** That many bytes nobody can guess. */
  readonly randomBytes: (count: number) => Buffer;
  /** Unix ms. */
  readonly now: () => number;
  /** Unix ms; when it is too late for an answer. */
  readonly endsAtMs: number;
}

export function hostedSignIn({
  origin,
  hardwareId,
  version,
  randomBytes,
  now,
  endsAtMs,
}: HostedSignInRoles): HostedSignIn {
  const state = randomBytes(32).toString('base64url');
  const verifier = randomBytes(64).toString('base64url');
  const query = new URLSearchParams({
    client_id: hostedClientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'client',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    prompt: 'login',
    hardware_id: hardwareId,
    app_brand: 'blink',
    app_version: version,
    device_brand: 'Cliptray',
    device_model: process.platform,
    device_os_version: release(),
  });
  let used = false;
  return {
    address: `${origin}/oauth/v2/authorize?${query}`,
    get used() {
      return used;
    },
    readCallback(address) {
      if (used) return refused('it was used before');
      if (now() >= endsAtMs) return refused('it came too late');
      const answer = answerIn(address, state);
      // What is not the answer to this request uses nothing up: a person may paste the right address after it.
      if (answer === null) return refused('not the address that was waited for');
      used = true;
      if ('code' in answer) return succeeded({ code: answer.code, verifier });
      return answer.error === 'access_denied' ? failed('sign-in-cancelled') : refused(`error ${answer.error}`);
    },
  };
}

/** Whether the page leads back to the app with this address, for good or ill: it is never to be loaded. */
export function isCallback(address: string): boolean {
  const url = parsed(address);
  return url !== null && `${url.origin}${url.pathname}` === redirectUri;
}

const refused = (why: string) => failed('sign-in-failed', { details: `callback: ${why}` });

function answerIn(address: string, state: string): { readonly code: string } | { readonly error: string } | null {
  // The parser would drop an empty fragment, a port that is the usual one, and an empty user.
  if (address.length > longestCallback || !address.startsWith(`${redirectUri}?`) || address.includes('#')) return null;
  const parameters = parsed(address)?.searchParams;
  const [given, ...otherStates] = parameters?.getAll('state') ?? [];
  const codes = parameters?.getAll('code') ?? [];
  const errors = parameters?.getAll('error') ?? [];
  if (given === undefined || otherStates.length > 0 || !equal(given, state)) return null;
  const [answer] = [...codes, ...errors];
  if (!answer || codes.length + errors.length !== 1) return null;
  if (codes.length === 1) return { code: answer };
  return { error: /^[a-z_]{1,40}$/.test(answer) ? answer : 'of an unknown kind' };
}

/** In a time that does not tell how far they are equal. */
function equal(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
