// Which clips are new on a drive: those that a list named for the first time.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey } from '../../../preload/contract.ts';
import { prepare } from './statement.ts';

/**
 * At `atMs`, Unix ms, or later, and on a drive still. What a module's first list named was there before: none of it is
 * new.
 */
export const listedSince = (database: DatabaseSync, account: number, atMs: number): readonly ClipKey[] =>
  prepare<[number, number], { key: ClipKey }>(
    database,
    `select key from clips where account = ? and first_seen_at >= ? and gone_at is null
       and first_seen_at is not seen_at`,
  )
    .all(account, atMs)
    .map(({ key }) => key);
