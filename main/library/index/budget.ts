// Keeps an account's last requests and its stop over a restart.
import type { DatabaseSync } from 'node:sqlite';
import type { StoredBudget } from '../../blink/index.ts';
import { prepare } from './statement.ts';

/** Requests made before Blink has said whose tokens they carry. */
const NOBODY = 0;

export function readBudget(database: DatabaseSync, account: number | null): StoredBudget {
  const row = prepare<[number], { sent_at: string; not_before: number | null }>(
    database,
    'select sent_at, not_before from budget where account = ?',
  ).get(account ?? NOBODY);
  // Written by `writeBudget` and by nobody else.
  return row
    ? { sentAtMs: JSON.parse(row.sent_at) as number[], notBeforeMs: row.not_before }
    : { sentAtMs: [], notBeforeMs: null };
}

export function writeBudget(database: DatabaseSync, account: number | null, budget: StoredBudget): void {
  prepare<[number, string, number | null]>(
    database,
    'insert or replace into budget (account, sent_at, not_before) values (?, ?, ?)',
  ).run(account ?? NOBODY, JSON.stringify(budget.sentAtMs), budget.notBeforeMs);
}
