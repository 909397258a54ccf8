// The line that command-line scripts save, with everything in it that an import must ignore (protocol §1.1).
import type { CloudState } from './cloud-state.ts';

export function tokenLine({ tokens, home, clock }: CloudState): string {
  const parts = {
    username: 'someone@example.org',
    password: 'never-to-be-kept',
    uid: 'BlinkCamera_2f1d-4c6b',
    device_id: 'Blinkpy',
    token: tokens.latest.accessToken,
    expires_in: tokens.lifeS,
    expiration_date: Math.floor(clock.now() / 1000) + tokens.lifeS,
    refresh_token: tokens.latest.refreshToken,
    host: `${home.tier}.immedia-semi.com`,
    region_id: home.tier,
    client_id: home.clientId,
    account_id: home.accountId,
    user_id: home.userId,
  };
  const text = Object.entries(parts)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('|');
  return `BLINK_TOKENS="${text}"`;
}
