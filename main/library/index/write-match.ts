// Writes what a matched manifest changed: new clips, changed sizes, clips that left and clips that came back.
import type { DatabaseSync } from 'node:sqlite';
import { ClipFlag } from '../../../preload/contract.ts';
import type { ManifestRow } from '../../blink/manifest.ts';
import type { Catalog } from './catalog.ts';
import { NEW, REPEATED, type RowMatch } from './match-rows.ts';
import type { ListedPairs } from './pairs.ts';
import { prepare } from './statement.ts';

export interface WrittenMatch {
  readonly added: number;
  /** Clips that this manifest lacks, and the one before did not. */
  readonly gone: readonly number[];
  /** Clips that had left the drive, and are listed again. */
  readonly back: readonly number[];
  readonly pairs: Pick<ListedPairs, 'keys' | 'clipIds' | 'missed'>;
}

/**
 * `suspects`: null where every row could be read, and what is not listed is gone. Else a clip that is not listed may
 * be in a row that could not be read, and is called gone only where the manifest before (`suspects`) missed it too.
 * `isFirst`: nobody can have missed what a module's first manifest lists, so none of it counts as new.
 */
export function writeMatch(
  database: DatabaseSync,
  catalog: Catalog,
  rows: readonly ManifestRow[],
  match: RowMatch,
  suspects: ReadonlySet<number> | null,
  nowMs: number,
  isFirst: boolean,
): WrittenMatch {
  const back = updateKnown(database, catalog, rows, match);
  const places = match.places.slice();
  const added = addNew(database, catalog, rows, match, places, nowMs, isFirst ? nowMs : null);

  const key = (place: number) => catalog.table.columns.key[place] ?? 0;
  const vanished = match.vanished.map(key);
  const gone = suspects ? vanished.filter((clip) => suspects.has(clip)) : vanished;
  const leave = prepare<[number, number]>(database, 'update clips set gone_at = ? where key = ?');
  for (const clip of gone) leave.run(nowMs, clip);
  catalog.refresh(gone);
  const missed = new Set(suspects ? vanished.filter((clip) => !suspects.has(clip)) : []);
  return { added, gone, back, pairs: { ...pairsByKey(catalog, rows, places), missed } };
}

function updateKnown(
  database: DatabaseSync,
  catalog: Catalog,
  rows: readonly ManifestRow[],
  match: RowMatch,
): readonly number[] {
  const update = prepare<[number, number, number]>(
    database,
    'update clips set size = ?, length_ms = ?, gone_at = null where key = ?',
  );
  const { columns } = catalog.table;
  const changed: number[] = [];
  const back: number[] = [];
  rows.forEach((row, index) => {
    const place = match.places[index] ?? NEW;
    if (place < 0) return;
    // What a listing does not say, another may have said: the two kinds of listing know different things (§4.2).
    const size = row.size || (columns.listedSize[place] ?? 0);
    const lengthMs = row.lengthMs || (columns.listedMs[place] ?? 0);
    const isOnDrive = catalog.isOnDrive(place);
    if (isOnDrive && size === columns.listedSize[place] && lengthMs === columns.listedMs[place]) return;
    const key = columns.key[place] ?? 0;
    update.run(size, lengthMs, key);
    changed.push(key);
    if (!isOnDrive) back.push(key);
  });
  catalog.refresh(changed);
  return back;
}

/** Oldest first, so that keys follow time and the index of identities grows at its ends. Fills in their `places`. */
function addNew(
  database: DatabaseSync,
  catalog: Catalog,
  rows: readonly ManifestRow[],
  match: RowMatch,
  places: Int32Array,
  nowMs: number,
  seenAtMs: number | null,
): number {
  const insert = prepare<[number, number, number, number, number, number, number, number, number | null]>(
    database,
    `insert into clips (key, account, camera, recorded_s, ordinal, size, length_ms, first_seen_at, seen_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const account = catalog.mine();
  let key = prepare<[], { last: number | null }>(database, 'select max(key) as last from clips').get()?.last ?? 0;
  const fresh = rows.flatMap((row, index) => (match.places[index] === NEW ? [{ row, index }] : []));
  fresh.sort((a, b) => a.row.recordedAtS - b.row.recordedAtS);
  const flags = ClipFlag.onDrive | (seenAtMs === null ? 0 : ClipFlag.seen);
  for (const { row, index } of fresh) {
    const camera = catalog.cameras[match.cameras[index] ?? 0]?.id ?? 0;
    const ordinal = match.ordinals[index] ?? 0;
    key++;
    insert.run(key, account, camera, row.recordedAtS, ordinal, row.size, row.lengthMs, nowMs, seenAtMs);
    places[index] = catalog.table.length;
    catalog.take({ ...row, bytes: null, copyLengthMs: null, flags, key, account, camera, ordinal });
  }
  return fresh.length;
}

function pairsByKey(catalog: Catalog, rows: readonly ManifestRow[], places: Int32Array) {
  const rowAt = new Int32Array(catalog.table.length).fill(-1);
  let count = 0;
  places.forEach((place, row) => {
    if (place === REPEATED) return;
    rowAt[place] = row;
    count++;
  });
  const keys = new Uint32Array(count);
  const clipIds: string[] = [];
  rowAt.forEach((row, place) => {
    if (row < 0) return;
    keys[clipIds.length] = catalog.table.columns.key[place] ?? 0;
    clipIds.push(rows[row]?.clipId ?? '');
  });
  return { keys, clipIds };
}
