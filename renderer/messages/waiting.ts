// What saving waits for, where no module gets on: a busy module, Blink, the network.
import type { AppState, Problem } from '../../preload/contract.ts';

/** The one whose next try comes first; null: some module gets on, or nothing waits for any. */
export function waitingFor({ lanes, jobs }: Pick<AppState, 'lanes' | 'jobs'>): Problem | null {
  if (!jobs.some(({ state }) => state === 'running')) return null;
  const wanted = lanes.filter(({ waiting }) => waiting > 0);
  if (lanes.some(({ arriving }) => arriving.length > 0)) return null;
  const waits = wanted.flatMap(({ activity }) => (activity.kind === 'waiting' ? [activity] : []));
  if (waits.length < wanted.length) return null;
  return waits.sort((a, b) => a.untilMs - b.untilMs)[0]?.problem ?? null;
}
