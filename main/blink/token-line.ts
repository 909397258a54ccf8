// Reads the token line that users of command-line scripts have in an .env file (§1.1).
import type { Result } from '../../preload/contract.ts';
import { failed, succeeded } from '../problem.ts';

export interface PastedToken {
  readonly refreshToken: string;
  readonly clientId: string;
}

/** Takes `BLINK_TOKENS="…"`, its value, or a bare refresh token. Name, password and code in it are never looked at. */
export function readTokenLine(text: string): Result<PastedToken> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const named = lines.map((line) => /^(?:export\s+)?BLINK_TOKENS=(.*)$/.exec(line)?.[1]).find((value) => value);
  const line = (named ?? text).trim().replace(/^(["'])(.*)\1$/, '$2');
  if (!/[|=]/.test(line)) return pasted(line, undefined);
  const parts = new Map(line.split('|').map(nameAndValue));
  return pasted(decoded(parts.get('refresh_token')), decoded(parts.get('client_id')));
}

function pasted(refreshToken: string, clientId: string | undefined): Result<PastedToken> {
  // A web page, a sentence or an empty line is no token.
  if (!/^[\x21-\x7e]{8,8192}$/.test(refreshToken) || /[<>"]/.test(refreshToken)) return failed('token-line-unreadable');
  // All digits: Blink's number of a device, not an OAuth client.
  const isClient = clientId !== undefined && /^[\w.-]{1,64}$/.test(clientId) && !/^\d+$/.test(clientId);
  return succeeded({ refreshToken, clientId: isClient ? clientId : 'android' });
}

function nameAndValue(part: string): readonly [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part.trim(), ''] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}

function decoded(value = ''): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // written without percent-encoding
  }
}
