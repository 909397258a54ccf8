// What happened to each clip and when, written in the same transaction as what it tells.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipEvent, ClipKey, ClipStory } from '../../../preload/contract.ts';
import { prepare } from './statement.ts';

/** The last ones of all clips: some 30 MB. */
const KEPT_ENTRIES = 500_000;
/** The last ones of one clip: what a person can read. */
const TOLD_ENTRIES = 300;

/** Its methods that write are part of somebody else's transaction. */
export class Journal {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  note(
    keys: Iterable<ClipKey | number>,
    atMs: number,
    { kind, ...facts }: Exclude<ClipEvent, { kind: 'listed' }>,
  ): void {
    const insert = prepare<[number, number, string, string | null]>(
      this.#database,
      'insert into journal (key, at, event, facts) values (?, ?, ?, ?)',
    );
    const text = Object.keys(facts).length === 0 ? null : JSON.stringify(facts);
    for (const key of keys) insert.run(key, atMs, kind, text);
  }

  of(key: ClipKey): ClipStory {
    const entries = prepare<[ClipKey, number], { atMs: number; event: string; facts: string | null }>(
      this.#database,
      'select at as atMs, event, facts from journal where key = ? order by entry desc limit ?',
    )
      .all(key, TOLD_ENTRIES)
      // Written by `note` and by nobody else.
      .map(({ atMs, event, facts }) => ({ atMs, event: { kind: event, ...JSON.parse(facts ?? '{}') } as ClipEvent }))
      .reverse();
    const first = prepare<[ClipKey], { atMs: number }>(
      this.#database,
      'select first_seen_at as atMs from clips where key = ?',
    ).get(key);
    return { events: first ? [{ atMs: first.atMs, event: { kind: 'listed' } }, ...entries] : [] };
  }

  /** Forgets what is too old to be kept. */
  trim(): void {
    prepare<[number]>(this.#database, 'delete from journal where entry <= (select max(entry) from journal) - ?').run(
      KEPT_ENTRIES,
    );
  }
}
