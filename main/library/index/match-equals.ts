// Matches the rows of one camera and one second where there is more than one of them.
import { ClipFlag } from '../../../preload/contract.ts';
import type { ManifestRow } from '../../blink/manifest.ts';
import { matchTwins } from '../identity/match-twins.ts';
import type { Catalog } from './catalog.ts';
import { NEW, REPEATED, type RowMatch } from './match-rows.ts';

/** `fetchedAs`: the clip id that a clip's file was fetched by, if that was under the manifest at hand. Fills in `match`. */
export function matchEquals(
  catalog: Catalog,
  rows: readonly ManifestRow[],
  known: readonly number[],
  listed: readonly number[],
  fetchedAs: (key: number) => string | null,
  match: Pick<RowMatch, 'places' | 'ordinals' | 'unsure'>,
): void {
  const { columns } = catalog.table;
  const equals = distinct(rows, listed, match.places);
  // The order of new clips among their equals must not depend on the order of rows, which is not promised.
  equals.sort((a, b) => a.size - b.size || a.lengthMs - b.lengthMs);
  const twins = known.map((place) => {
    return {
      size: columns.listedSize[place] ?? 0,
      lengthMs: columns.listedMs[place] ?? 0,
      onDrive: catalog.isOnDrive(place),
      copied: ((columns.flags[place] ?? 0) & ClipFlag.saved) !== 0,
      fetchedAs: fetchedAs(columns.key[place] ?? 0),
    };
  });

  const found = matchTwins(twins, equals);
  let ordinal = known.reduce((highest, place) => Math.max(highest, columns.ordinal[place] ?? 0), -1);
  for (const [index, { row }] of equals.entries()) {
    const twin = found.known[index] ?? null;
    if (twin === null) match.ordinals[row] = ++ordinal;
    match.places[row] = twin === null ? NEW : (known[twin] ?? NEW);
  }
  for (const twin of found.unsure) match.unsure.add(columns.key[known[twin] ?? 0] ?? 0);
}

/** One row for each clip id; the others are marked as repeated. */
function distinct(rows: readonly ManifestRow[], listed: readonly number[], places: Int32Array) {
  const met = new Set<string>();
  return listed.flatMap((row) => {
    const item = rows[row];
    if (!item) return [];
    if (met.has(item.clipId)) {
      places[row] = REPEATED;
      return [];
    }
    met.add(item.clipId);
    return [{ ...item, row }];
  });
}
