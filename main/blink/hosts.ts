// Where requests go (§1): Blink's three hosts, or one loopback address that stands for all of them.

export interface Hosts {
  /** Origin of the token endpoint. */
  readonly token: string;
  /** Origin of the REST host; null asks for the bootstrap host, which only knows the tier. */
  rest(tier: string | null): string;
}

/** A tier as it may come from the wire; a whole host never does (§1). */
export const tierPattern = /^[a-z0-9]{2,12}$/;

/** @throws RangeError where `baseUrl` is not an address on this computer: a token must never go anywhere else. */
export function hostsOf(baseUrl: string | null): Hosts {
  if (baseUrl === null) {
    return {
      token: 'https://api.oauth.blink.com',
      rest: (tier) => `https://rest-${tier ?? 'prod'}.immedia-semi.com`,
    };
  }
  const origin = loopbackOrigin(baseUrl);
  if (origin === null) throw new RangeError(`not an address on this computer: ${baseUrl}`);
  return { token: origin, rest: () => origin };
}

/** The origin of an http(s) address on this computer without a path; null for anything else. */
export function loopbackOrigin(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  const here = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  return web && here && bare ? url.origin : null;
}
