// What modules were asked to delete: each intent on disk before its request, and settled by a manifest alone.
import type { DatabaseSync } from 'node:sqlite';
import type { ClipKey, KeptWhy, ModuleId } from '../../../preload/contract.ts';
import type { Copy, DeletionAnswer, DeletionIntent, DeletionsSettled } from '../index.ts';
import type { Catalog } from './catalog.ts';
import type { Journal } from './journal.ts';
import { clipIdOf, type ListedPairs, type Pairs } from './pairs.ts';
import { readCopies } from './queue-rows.ts';
import { prepare, type Statement } from './statement.ts';

const PROVEN = `proof in ('fetched', 'hash')`;
const IN_OWN_FOLDER = 'folder in (select folder from folders where is_own)';
/** A file that permits a deletion: in a folder of the app's own, confirmed, and proven by more than its looks. */
const SAFE = `key = ? and state = 'confirmed' and ${PROVEN} and ${IN_OWN_FOLDER}`;

/** Numbers of files, in folders of the app's own, that stand under their name. */
const STANDING = `
  select c.gone_at is not null as gone,
    exists (select 1 from items i where i.key = c.key and i.problem is null) as waits,
    count(o.key) as saved, coalesce(sum(o.${PROVEN}), 0) as proven,
    coalesce(sum(o.${PROVEN} and o.state = 'confirmed'), 0) as safe
  from clips c left join copies o on o.key = c.key and o.state <> 'sealed' and o.${IN_OWN_FOLDER}
  where c.key = ? and c.account = ? group by c.key`;

interface Standing {
  readonly gone: number;
  readonly waits: number;
  readonly saved: number;
  readonly proven: number;
  readonly safe: number;
}

interface OpenDeletion {
  readonly deletion: number;
  readonly key: ClipKey;
  readonly askedAtMs: number;
  readonly keptFromMs: number;
}

/** Each method that writes is meant to be one transaction, or part of one. */
export class Deletions {
  readonly #database: DatabaseSync;
  readonly #catalog: Catalog;
  readonly #pairs: Pairs;
  readonly #journal: Journal;
  /** Prepared once: a person may ask for many clips. */
  readonly #standing: Statement<[ClipKey, number], Standing>;

  constructor(database: DatabaseSync, catalog: Catalog, pairs: Pairs, journal: Journal) {
    this.#database = database;
    this.#catalog = catalog;
    this.#pairs = pairs;
    this.#journal = journal;
    this.#standing = prepare(database, STANDING);
  }

  /** Why the clip may not be deleted, as far as the tables know; null: it may, once its file was read again. */
  whyKept(key: ClipKey): KeptWhy | null {
    const clip = this.#standing.get(key, this.#catalog.mine());
    if (!clip || clip.gone) return 'not-on-drive';
    if (clip.waits) return 'waits';
    if (clip.saved === 0) return 'not-saved';
    if (clip.proven === 0) return 'looks-only';
    return clip.safe === 0 ? 'unconfirmed' : null;
  }

  /** Files of which one, read again, permits the deletion. */
  safeCopies(key: ClipKey): readonly Copy[] {
    return readCopies(this.#database, SAFE, key);
  }

  /** Null: what permitted it no longer holds. Else the request may go out once this is on disk. */
  intend({ key, folderId, sha256, pair, keptFromMs }: DeletionIntent, atMs: number): number | null {
    const moduleId = this.#catalog.moduleOf(key);
    if (moduleId === null || this.whyKept(key) !== null) return null;
    if (!this.safeCopies(key).some((copy) => copy.folderId === folderId && copy.sha256 === sha256)) return null;
    const listed = this.#pairs.of(moduleId, key);
    if (listed.kind !== 'pair' || listed.pair.manifestId !== pair.manifestId) return null;
    if (listed.pair.clipId !== pair.clipId) return null;
    const row = prepare<[number, ModuleId, ClipKey, string, string, number, number], { deletion: number }>(
      this.#database,
      `insert into deletions (account, module, key, manifest_id, clip_id, asked_at, kept_from)
       values (?, ?, ?, ?, ?, ?, ?)
       returning deletion`,
    ).get(this.#catalog.mine(), moduleId, key, pair.manifestId, pair.clipId, atMs, keptFromMs);
    this.#journal.note([key], atMs, { kind: 'deletion-asked' });
    return row?.deletion ?? null;
  }

  /** A busy module has begun nothing, which settles it; all else is for the next manifests to tell. */
  answered(deletion: number, answer: DeletionAnswer, keptFromMs: number): void {
    prepare<[DeletionAnswer, number, string | null, number]>(
      this.#database,
      'update deletions set answer = ?, kept_from = ?, outcome = ? where deletion = ?',
    ).run(answer, keptFromMs, answer === 'busy' ? 'kept' : null, deletion);
  }

  /** Clips of the module whose deletion no manifest has settled. */
  unsettled(moduleId: ModuleId): readonly ClipKey[] {
    return this.#open(moduleId).map(({ key }) => key);
  }

  /** Holds what was asked against a manifest; `gone`: all clips that it lacks, and the one before did not. */
  settle(moduleId: ModuleId, listed: ListedPairs, gone: readonly number[]): DeletionsSettled {
    const open = this.#open(moduleId);
    const asked = new Set<number>(open.map(({ key }) => key));
    const unasked = gone.filter((key) => !asked.has(key));
    this.#journal.note(unasked, listed.readAtMs, { kind: 'left-drive' });
    const outcomes = open.map((deletion) => ({ ...deletion, outcome: outcomeOf(deletion, listed) }));
    const end = prepare<[string, number, number]>(
      this.#database,
      'update deletions set outcome = ?, settled_at = ? where deletion = ?',
    );
    const keysOf = (wanted: 'deleted' | 'kept') =>
      outcomes.filter(({ outcome }) => outcome === wanted).map(({ key }) => key);
    for (const { deletion, outcome } of outcomes) if (outcome) end.run(outcome, listed.readAtMs, deletion);
    this.#journal.note(keysOf('deleted'), listed.readAtMs, { kind: 'deleted' });
    this.#journal.note(keysOf('kept'), listed.readAtMs, { kind: 'not-deleted' });
    // Where nothing was asked, clips leave a drive for reasons of their own.
    const strangers = open.length > 0 ? unasked.map((key) => key as ClipKey) : []; // the catalog's own keys
    return { deleted: keysOf('deleted'), kept: keysOf('kept'), strangers };
  }

  #open(moduleId: ModuleId): readonly OpenDeletion[] {
    return prepare<[number, ModuleId], OpenDeletion>(
      this.#database,
      `select deletion, key, asked_at as askedAtMs, kept_from as keptFromMs from deletions
       where account = ? and module = ? and outcome is null order by deletion`,
    ).all(this.#catalog.mine(), moduleId);
  }
}

/** Null: this manifest does not tell. */
function outcomeOf(deletion: OpenDeletion, listed: ListedPairs): 'deleted' | 'kept' | null {
  const { key, askedAtMs, keptFromMs } = deletion;
  if (listed.readAtMs < askedAtMs || listed.missed.has(key)) return null;
  if (clipIdOf(listed, key) === null) return 'deleted';
  return listed.readAtMs >= keptFromMs ? 'kept' : null;
}
