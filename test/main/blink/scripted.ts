// A cloud that answers word for word what a story says; signed in, and with every request on record.
import { onTestFinished } from 'vitest';
import { type Blink, type BlinkRoles, connectBlink } from '../../../main/blink/index.ts';
import { memorySecrets } from '../../../main/keychain/memory.ts';
import type { ModuleId, NetworkId } from '../../../preload/contract.ts';
import { seededRandom } from '../../blink-cloud/index.ts';
import { type VirtualClock, virtualClock } from '../../virtual-clock.ts';
import { memoryBudget, silentLog } from './connected.ts';

export interface Call {
  readonly atMs: number;
  readonly url: URL;
  /** `GET /path` */
  readonly route: string;
  readonly headers: Headers;
  readonly form: URLSearchParams;
}

export type Script = (call: Call) => Response | Promise<Response>;

export interface Scripted extends Blink {
  readonly clock: VirtualClock;
  readonly calls: readonly Call[];
}

export const address = { networkId: 51001 as NetworkId, moduleId: 62002 as ModuleId };
export const pair = { manifestId: '5120', clipId: '3050607080' };
export const localStorage = '/api/v1/accounts/246810/networks/51001/sync_modules/62002/local_storage';

export const json = (body: unknown, status = 200, headers: HeadersInit = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });

export const tierInfo = () => json({ tier: 'e007', account_id: 246810 });

/** A token answer; the refresh token stays where `next` is left out. */
export const newTokens = (access: string, next?: string) =>
  json({ access_token: access, token_type: 'Bearer', expires_in: 14_400, ...(next && { refresh_token: next }) });

/** Ended with the test. */
export function scripted(script: Script, roles: Partial<BlinkRoles> = {}, clock = virtualClock()): Scripted {
  const calls: Call[] = [];
  const blink = connectBlink({
    async fetch(address, init) {
      const url = new URL(address);
      const form = new URLSearchParams(String(init.body ?? ''));
      const route = `${init.method} ${url.pathname}${url.search}`;
      const call = { atMs: clock.now(), url, route, headers: new Headers(init.headers), form };
      calls.push(call);
      return script(call);
    },
    secrets: memorySecrets(),
    clock,
    random: seededRandom(1),
    budgetStore: memoryBudget(),
    pace: () => 'full',
    baseUrl: null,
    version: '0.0.0',
    log: silentLog,
    ...roles,
  });
  onTestFinished(() => clock.run(blink.close()));
  return { ...blink, clock, calls };
}

/** Signs in with `refresh-1`; `script` is asked about everything but tokens and tier, and about those too if it answers. */
export async function signedIn(
  script: (call: Call) => Response | Promise<Response> | undefined,
  roles: Partial<BlinkRoles> = {},
): Promise<Scripted> {
  let tokens = 0;
  const blink = scripted((call) => {
    const answer = script(call);
    if (answer) return answer;
    if (call.route === 'POST /oauth/token') return newTokens(`access-${++tokens}`);
    if (call.route === 'GET /api/v1/users/tier_info') return tierInfo();
    throw new Error(`the story does not say what ${call.route} answers`);
  }, roles);
  const result = await blink.clock.run(blink.session.signInWithTokenLine('refresh-1'));
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return blink;
}
