// Has the person asked on Blink's own page, for as long as its answer can be used (§2.2).
import { randomBytes } from 'node:crypto';
import type { Result } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import { failed } from '../problem.ts';
import { type AuthorizationCode, type HostedSignIn, hostedSignIn, hostedSignInMs } from './hosted-sign-in.ts';
import type { Hosts } from './hosts.ts';

/** Shows the person Blink's page and answers what it led to; `signal` ends it, also when it takes too long. */
export type AskPerson = (page: HostedSignIn, signal: AbortSignal) => Promise<Result<AuthorizationCode>>;

export interface Asker {
  readonly clock: Clock;
  readonly hosts: Hosts;
  /** Version of the app. */
  readonly version: string;
  readonly hardwareId: string;
}

/** Ends the asking when the page's answer would come too late. */
export async function askOnPage(
  ask: AskPerson,
  { clock, hosts, version, hardwareId }: Asker,
  signal?: AbortSignal,
): Promise<Result<AuthorizationCode>> {
  const waitMs = clock.span(hostedSignInMs);
  const page = hostedSignIn({
    origin: hosts.token,
    hardwareId,
    version,
    randomBytes,
    now: () => clock.now(),
    endsAtMs: clock.now() + waitMs,
  });
  const ending = new AbortController();
  const onAbort = () => ending.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  let late = false;
  void clock.sleep(waitMs, ending.signal).then(
    () => {
      late = true;
      ending.abort();
    },
    () => undefined, // answered in time
  );
  try {
    const answer = await ask(page, ending.signal);
    return late ? failed('sign-in-failed', { details: 'no answer within 15 minutes' }) : answer;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    ending.abort();
  }
}
