// What one request brings about: its endpoint's answer, or the fault that strikes it.
import { type Answer, type Delivery, json, noSuchThing, unauthorized, wholeDelivery } from './answer.ts';
import type { CloudState } from './cloud-state.ts';
import type { CloudRequest, Endpoint, Ids } from './endpoint.ts';
import { answerFaults, requestFaults, startingRoutes } from './faults.ts';
import { foreignEndpoints } from './foreign-endpoints.ts';
import { homescreenEndpoints } from './homescreen.ts';
import { type Host, livesOn } from './hosts.ts';
import { localStorageEndpoints } from './local-storage.ts';
import { moduleEndpoints } from './module-endpoints.ts';
import { between, oneOf } from './random.ts';
import { signInEndpoints } from './sign-in.ts';
import { signInPages } from './sign-in-pages.ts';
import { refusal, spoil } from './spoil.ts';

const endpoints: readonly Endpoint[] = [
  ...signInEndpoints,
  ...signInPages,
  ...homescreenEndpoints,
  ...localStorageEndpoints,
  ...moduleEndpoints,
  ...foreignEndpoints,
];

const offlineMs = { from: 5000, to: 60_000 };

export interface Reply {
  readonly answer: Answer;
  /** Null: there is no connection any more before anything of the answer went out. */
  readonly delivery: Delivery | null;
  readonly fault?: string | undefined;
}

interface Found {
  readonly endpoint: Endpoint;
  readonly ids: Ids;
}

export function findEndpoint(method: string, path: string, host: Host): Found | undefined {
  for (const endpoint of endpoints) {
    const match = endpoint.method === method && livesOn(endpoint, host) ? endpoint.path.exec(path) : null;
    if (match) return { endpoint, ids: match.groups ?? {} };
  }
  return undefined;
}

export function replyTo(state: CloudState, found: Found | undefined, request: CloudRequest): Reply {
  if (!found) return { answer: noSuchThing(), delivery: wholeDelivery };
  const { endpoint, ids } = found;
  const { clock, random, faults, tokens } = state;
  const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const act = (): Answer => gate(state, endpoint, request, token) ?? endpoint.answer(state, request, ids);

  // Where a module begins something, it is drawn with the module's own work.
  const kinds = startingRoutes.includes(endpoint.route) ? requestFaults : ([...requestFaults, 'busy'] as const);
  const fault = faults.draw(kinds, endpoint.route);
  if (fault === 'expire') tokens.expireAccess(token);
  if (fault === 'offline') {
    state.offline.untilMs = clock.now() + clock.span(between(random, offlineMs.from, offlineMs.to));
    return { answer: noSuchThing(), delivery: null, fault };
  }
  if (fault === 'reset') {
    // A lost answer is worse than a lost request: what was asked for happens all the same.
    const when = oneOf(random, ['before', 'after', 'within'] as const);
    const answer = when === 'before' ? noSuchThing() : act();
    return when === 'within' ? { ...spoil('reset', answer, random), fault } : { answer, delivery: null, fault };
  }
  const refused = refusal(fault, random);
  if (refused) {
    // A gateway that waited in vain: behind it, what was asked for was done.
    const done = refused.status === 504 ? act() : undefined;
    return { answer: { ...refused, clip: done?.clip }, delivery: wholeDelivery, fault };
  }
  const answer = act();
  const spoilt = answer.status === 200 ? faults.draw(answerFaults, endpoint.route, answer.clip?.sha256) : undefined;
  if (spoilt) return { ...spoil(spoilt, answer, random), fault: spoilt };
  return { answer, delivery: answer.reset ? null : wholeDelivery, fault: fault ?? answer.fault };
}

/** What keeps a request from its endpoint; undefined: nothing. */
function gate({ tokens }: CloudState, endpoint: Endpoint, request: CloudRequest, token: string): Answer | undefined {
  // Stale values are refused, and every value is stale some day (protocol §1).
  if (request.headers.has('app-build')) return json({ message: 'An app update is required', code: 105 }, 426);
  return endpoint.host !== 'oauth' && !tokens.admits(token) ? unauthorized() : undefined;
}
