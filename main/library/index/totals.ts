// Counts what the index holds of all accounts, not of the one that is shown.
import type { DatabaseSync } from 'node:sqlite';
import type { Totals } from '../index.ts';
import { prepare } from './statement.ts';

export function readTotals(database: DatabaseSync, folderId: string | null): Totals {
  const totals = prepare<[string | null], Totals>(
    database,
    `select (select count(*) from accounts) as accounts,
            (select count(*) from clips) as clips,
            (select count(*) from items where problem is null) as waiting,
            (select count(*) from copies where folder = ? and state <> 'sealed') as saved`,
  ).get(folderId);
  return totals ?? { accounts: 0, clips: 0, waiting: 0, saved: 0 };
}
