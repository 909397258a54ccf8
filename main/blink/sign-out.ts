// Tells Blink that a sign-in is over (§2.8): best effort, the tokens are forgotten here whatever it answers.
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Http, RestRequest } from './http.ts';
import type { Pass } from './tokens.ts';

/** Nobody waits for it but the app's end, which does not wait long either. */
const limitMs = 10_000;
const longestAnswerBytes = 1_000_000;

export interface EndRoles {
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
}

/** Never rejects, and never takes longer than ten seconds. */
export async function endAtBlink({ http, clock, log }: EndRoles, pass: Pass): Promise<void> {
  const { token: bearer, tier, accountId } = pass;
  const ending = new AbortController();
  void clock.sleep(clock.span(limitMs), ending.signal).then(
    () => ending.abort(),
    () => undefined, // answered in time
  );
  const ask = (method: RestRequest['method'], path: string) => {
    const request = {
      to: 'rest',
      tier,
      bearer,
      method,
      path,
      accept: 'application/json',
      urgency: 'interactive',
    } as const;
    return http.whole(request, longestAnswerBytes, ending.signal);
  };
  try {
    const home = await ask('GET', `/api/v3/accounts/${accountId}/homescreen`);
    const client = home.kind === 'answered' ? /^\d{1,20}$/.exec(home.headers.get('client-id') ?? '')?.[0] : undefined;
    if (!client) return log.info('Blink was not told of the sign-out: it did not say which client this is');
    const answer = await ask('POST', `/api/v4/account/${accountId}/client/${client}/logout`);
    log.info(`Blink was told of the sign-out: ${answer.kind === 'answered' ? answer.status : answer.problem.kind}`);
  } catch {
    log.info('Blink was not told of the sign-out in time');
  } finally {
    ending.abort();
  }
}
