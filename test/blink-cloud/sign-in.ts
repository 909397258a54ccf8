// The token endpoint and the bootstrap that tells the tier (protocol §1, §2.2, §2.3, §2.4, §2.7),
// and the way out (§2.8).
import { type Answer, html, json, noSuchThing } from './answer.ts';
import type { CloudState } from './cloud-state.ts';
import { type CloudRequest, type Endpoint, type Ids, pathPattern } from './endpoint.ts';
import { redirectUri } from './sign-in-pages.ts';
import type { TokenPair } from './tokens.ts';

export const signInEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: pathPattern('/oauth/token'), route: 'token', host: 'oauth', answer: token },
  { method: 'GET', path: pathPattern('/api/v1/users/tier_info'), route: 'tier', host: 'bootstrap', answer: tierInfo },
  {
    method: 'POST',
    path: pathPattern('/api/v4/account/{A}/client/{C}/logout'),
    route: 'logout',
    host: 'tier',
    answer: logout,
  },
];

const clientIds = ['android', 'ios'];
/** Ids that public clients once shared; Blink's protection knows them (protocol §2.5). */
const bannedHardwareIds = ['Blinkpy', 'Home Assistant'];

function token({ tokens, authorizations }: CloudState, request: CloudRequest): Answer {
  const form = new URLSearchParams(request.body);
  if (bannedHardwareIds.includes(form.get('hardware_id') ?? '')) return html(406, 'Not Acceptable');
  if (!clientIds.includes(form.get('client_id') ?? '')) return refused('invalid_client', 'Client is not authorized');
  const grant = form.get('grant_type');
  let issued: TokenPair | undefined;
  if (grant === 'refresh_token') {
    issued = tokens.refresh(form.get('refresh_token') ?? '');
    if (!issued) return refused('invalid_grant', 'Invalid refresh token');
  } else if (grant === 'authorization_code') {
    if (form.get('redirect_uri') !== redirectUri) return refused('invalid_request', 'Wrong redirect_uri');
    const good = authorizations.redeem(form.get('code') ?? '', form.get('code_verifier') ?? '');
    if (!good) return refused('invalid_grant', 'Invalid authorization code');
    issued = tokens.signIn();
  } else return refused('unsupported_grant_type', 'Unsupported grant type');
  return json({
    access_token: issued.accessToken,
    token_type: 'Bearer',
    expires_in: tokens.lifeS,
    refresh_token: issued.refreshToken,
    scope: 'client',
  });
}

const refused = (error: string, description: string): Answer => json({ error, error_description: description }, 400);

function tierInfo({ home }: CloudState): Answer {
  return json({ tier: home.tier, account_id: home.accountId });
}

function logout({ home, tokens }: CloudState, { headers }: CloudRequest, ids: Ids): Answer {
  if (Number(ids.A) !== home.accountId || Number(ids.C) !== home.clientId) return noSuchThing();
  tokens.signOut(headers.get('authorization')?.replace(/^Bearer /, '') ?? '');
  return json({ message: 'OK' });
}
