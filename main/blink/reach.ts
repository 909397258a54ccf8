// What a failed request says about its arrival: surely not, perhaps, or answered with a redirect.
import { codeOf } from '../system-error.ts';

/** `not-sent`: no connection came about, so nothing was done. `lost`: it may have arrived. */
export type Reach = 'not-sent' | 'lost' | 'redirected';

// Node names the reason in `code` of the error or of its cause (system and undici codes).
const unsentCodes = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'ECONNREFUSED',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

// Chromium names it in the message. ERR_CONNECTION_RESET, _CLOSED, ERR_NETWORK_CHANGED and ERR_TIMED_OUT are not here:
// they also happen after the request left.
const unsentMessage =
  /net::ERR_(INTERNET_DISCONNECTED|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_\w+|ADDRESS_UNREACHABLE|CONNECTION_REFUSED|CONNECTION_TIMED_OUT|CONNECTION_FAILED|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|NETWORK_ACCESS_DENIED|CERT_\w+|SSL_PROTOCOL_ERROR)/;

// Node: cause "unexpected redirect"; Electron: "Attempted to redirect, but redirect policy was 'error'".
const redirectMessage = /redirect/i;

/** Reads the error of Node's `fetch` or of Electron's `net.fetch`. */
export function reachOf(error: unknown): Reach {
  const chain = causes(error);
  if (chain.some((one) => unsentCodes.has(one.code) || unsentMessage.test(one.message))) return 'not-sent';
  return chain.some((one) => redirectMessage.test(one.message)) ? 'redirected' : 'lost';
}

/** A short name for the log: the innermost code, or message. */
export function reasonOf(error: unknown): string {
  const innermost = causes(error).at(-1);
  return innermost ? innermost.code || innermost.message : 'no reason given';
}

function causes(error: unknown): readonly { readonly code: string; readonly message: string }[] {
  const chain = [];
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++) {
    chain.push({ code: codeOf(one), message: one.message });
  }
  return chain;
}
