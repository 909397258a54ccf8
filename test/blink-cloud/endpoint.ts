// The shape of an endpoint, and how its path says whom it is about.
import type { Answer } from './answer.ts';
import type { CloudState } from './cloud-state.ts';
import type { SyncModule } from './home.ts';

export type Ids = Readonly<Record<string, string>>;

export interface CloudRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
}

export interface Endpoint {
  readonly method: 'GET' | 'POST';
  /** Named groups: A account, N network, S sync module, M manifest, C clip, K command (protocol, notation). */
  readonly path: RegExp;
  /** What it is for: the word for it in the log and behind a fault's `@`. */
  readonly route: string;
  /** On which of the three hosts it lives. */
  readonly host: 'oauth' | 'bootstrap' | 'tier';
  readonly answer: (state: CloudState, request: CloudRequest, ids: Ids) => Answer;
}

/** `{A}` and the like stand for digits. */
export function pathPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{([A-Z])\}/g, '(?<$1>\\d+)')}$`);
}

/** `LS` of the protocol. */
export const storagePath = '/api/v1/accounts/{A}/networks/{N}/sync_modules/{S}/local_storage';

/** A module belongs to its network; any other pairing is unknown (protocol §3). */
export function moduleOf(state: CloudState, ids: Ids): SyncModule | undefined {
  if (Number(ids.A) !== state.home.accountId || Number(ids.N) !== state.home.network.id) return undefined;
  return state.home.modules.find((module) => module.id === Number(ids.S));
}
