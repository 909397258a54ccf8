// What is kept of Blink's own list: accounts, their systems, and when each module's clips were last listed.
import type { DatabaseSync } from 'node:sqlite';
import type { ModuleId } from '../../../preload/contract.ts';
import type { Systems } from '../identity/camera-names.ts';
import type { Catalog } from './catalog.ts';
import { prepare } from './statement.ts';

/** Remembers who was here last, so that the index can be read without a sign-in. */
export function writeUsed(database: DatabaseSync, account: number, nowMs: number): void {
  prepare<[number, number]>(
    database,
    `insert into accounts (account, systems, used_at) values (?, '{"networks":[],"modules":[],"cameras":[]}', ?)
     on conflict do update set used_at = excluded.used_at`,
  ).run(account, nowMs);
}

export const lastAccount = (database: DatabaseSync): number | null =>
  prepare<[], { account: number }>(database, 'select account from accounts order by used_at desc limit 1').get()
    ?.account ?? null;

export function writeSystems(database: DatabaseSync, catalog: Catalog, systems: Systems): void {
  const text = JSON.stringify(systems);
  prepare<[string, number]>(database, 'update accounts set systems = ? where account = ?').run(text, catalog.mine());
  catalog.readSystems();
}

export function writeListedAt(database: DatabaseSync, account: number, moduleId: ModuleId, atMs: number): void {
  prepare<[number, ModuleId, number]>(
    database,
    'insert into modules (account, module, listed_at) values (?, ?, ?) on conflict do update set listed_at = excluded.listed_at',
  ).run(account, moduleId, atMs);
}

export function readListedAt(database: DatabaseSync, account: number | null): ReadonlyMap<ModuleId, number> {
  const rows = prepare<[number | null], { module: ModuleId; listed_at: number }>(
    database,
    'select module, listed_at from modules where account = ?',
  ).all(account);
  return new Map(rows.map((row) => [row.module, row.listed_at]));
}
