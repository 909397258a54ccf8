// The name under which a profile's secrets stand in the system's keychain.
import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';

/**
 * One per profile and cloud, so that a demo or a test can never touch a real sign-in.
 * `baseAddress`: the one address that stands for Blink (`CLIPTRAY_BLINK_URL`); null: the real Blink.
 */
export async function keychainService(profile: string, baseAddress: string | null): Promise<string> {
  const home = `${await realpath(profile)}\n${baseAddress ?? 'blink'}`;
  return `Cliptray/${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
}
