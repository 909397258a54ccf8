// What a kill caught: the state of the clip that was furthest on its way at that moment.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** As a clip goes on its way; `confirming`: all are saved, and no list has confirmed them yet. */
export const states = ['nothing yet', 'waiting', 'requested', 'arriving', 'sealed', 'confirming', 'all over'] as const;
export type ClipState = (typeof states)[number];

/** Reads what the killed process left behind; `folder` holds its clips. */
export function caughtIn(profile: string, folder: string): ClipState {
  const file = join(profile, 'index.sqlite');
  if (!existsSync(file)) return 'nothing yet';
  const index = new DatabaseSync(file, { readOnly: true });
  try {
    const count = (from: string) => Number(index.prepare(`select count(*) as rows from ${from}`).get()?.rows ?? 0);
    if (count(`sqlite_schema where name = 'items'`) === 0) return 'nothing yet';
    if (count(`copies where state = 'sealed'`) > 0) return 'sealed';
    const partials = join(folder, '.cliptray-partial');
    if (existsSync(partials) && readdirSync(partials).length > 0) return 'arriving';
    if (count('items where manifest_id is not null and problem is null') > 0) return 'requested';
    if (count('items where problem is null') > 0) return 'waiting';
    if (count('jobs') === 0) return 'nothing yet';
    return count(`jobs where state = 'open'`) > 0 ? 'confirming' : 'all over';
  } finally {
    index.close();
  }
}

/** “arriving 3, sealed 1”, in the order of a clip's way. */
export function distribution(caught: readonly ClipState[]): string {
  const counted = states.map((state) => ({ state, kills: caught.filter((one) => one === state).length }));
  const met = counted.filter(({ kills }) => kills > 0).map(({ state, kills }) => `${state} ${kills}`);
  const missed = counted.filter(({ kills }) => kills === 0).map(({ state }) => state);
  return missed.length === 0 ? met.join(', ') : `${met.join(', ')} (never: ${missed.join(', ')})`;
}
