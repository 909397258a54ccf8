// Asks which tier an account lives on (§1).

import type { Result } from '../../preload/contract.ts';
import type { Log } from '../log.ts';
import { failed } from '../problem.ts';
import { tierPattern } from './hosts.ts';
import type { Http } from './http.ts';
import { parseJson, readRecord, wholeNumber, z } from './schema.ts';

const WHERE = 'GET /api/v1/users/tier_info';

const tierInfo = z
  .object({ tier: z.string().regex(tierPattern), account_id: wholeNumber })
  .transform(({ tier, account_id }) => ({ tier, accountId: account_id }));

/** Where an account lives. */
export type Account = z.output<typeof tierInfo>;

/** Rejects only with the reason of `signal`. */
export async function askForAccount(
  { http, log }: { readonly http: Http; readonly log: Log },
  bearer: string,
  signal?: AbortSignal,
): Promise<Result<Account>> {
  const answer = await http.whole(
    {
      to: 'rest',
      tier: null,
      bearer,
      method: 'GET',
      path: '/api/v1/users/tier_info',
      accept: 'application/json',
      urgency: 'interactive',
    },
    1_000_000,
    signal,
  );
  if (answer.kind === 'failed') return { ok: false, problem: answer.problem };
  if (answer.status !== 200) return failed('unexpected-answer', { details: `${WHERE}: HTTP ${answer.status}` });
  const json = parseJson(answer.content, WHERE);
  return json.ok ? readRecord(tierInfo, json.value, WHERE, log) : json;
}
