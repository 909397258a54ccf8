// How the app reaches Blink: through Chromium, so that the system's proxy and certificates are honoured.
import { session } from 'electron';
import type { BlinkRoles } from '../blink/index.ts';

/** After `ready`. A session of its own, in memory: no page shares its connections, and nothing of it is kept. */
export function cloudFetch(): BlinkRoles['fetch'] {
  const own = session.fromPartition('cloud', { cache: false });
  return (url, init) => own.fetch(url, { ...init, credentials: 'omit' });
}
