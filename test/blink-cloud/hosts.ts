// Which of Blink's three hosts an address means, and what lives there (protocol §1).
import type { Endpoint } from './endpoint.ts';

/** `any`: the one address that stands for all three. */
export type Host = 'any' | 'oauth' | 'bootstrap' | 'tier';

/** Undefined: no such host. */
export function hostOf(url: URL, base: string, tier: string): Host | undefined {
  switch (url.origin) {
    case new URL(base).origin:
      return 'any';
    case 'https://api.oauth.blink.com':
      return 'oauth';
    case 'https://rest-prod.immedia-semi.com':
      return 'bootstrap';
    case `https://rest-${tier}.immedia-semi.com`:
      return 'tier';
    default:
      return undefined;
  }
}

/** A tier's host knows the bootstrap's answer too. */
export const livesOn = (endpoint: Endpoint, host: Host): boolean =>
  host === 'any' || endpoint.host === host || (host === 'tier' && endpoint.host === 'bootstrap');
