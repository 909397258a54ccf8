// Tells clips of one camera and one second apart: which listed row is which known clip (DESIGN's identity rules).

/** A clip that the index knows. */
export interface KnownTwin {
  readonly size: number;
  /** 0 = unknown. */
  readonly lengthMs: number;
  readonly onDrive: boolean;
  /** A file of ours stands for it. */
  readonly copied: boolean;
  /** Clip id it was fetched by, where that was under the manifest at hand; else null. */
  readonly fetchedAs: string | null;
}

export interface ListedTwin {
  readonly clipId: string;
  readonly size: number;
  /** 0 = unknown. */
  readonly lengthMs: number;
}

export interface TwinMatch {
  /** Place in `known` for each of `listed`; null: a new clip. */
  readonly known: readonly (number | null)[];
  /** Places in `known` whose file may be that of another twin: only fetching them all again can tell. */
  readonly unsure: ReadonlySet<number>;
}

/**
 * Equal rows are told apart by size, then length, then by the handle of a file fetched under this very manifest. Those
 * that are equal in size, too, are matched in order, clips without a file first: if one of several left the drive, the
 * one kept is safe here. Where a file's owner was matched by order only, and another of its equals is still to be fetched, the file is
 * unsure: it may hold what the other's row means now.
 */
export function matchTwins(known: readonly KnownTwin[], listed: readonly ListedTwin[]): TwinMatch {
  const result: (number | null)[] = listed.map(() => null);
  const unsure = new Set<number>();
  let openKnown = known.map((_, place) => place).sort((a, b) => order(known[a]) - order(known[b]));
  let openListed = listed.map((_, place) => place);

  const match = (place: number, row: number) => {
    result[row] = place;
    openKnown = openKnown.filter((other) => other !== place);
    openListed = openListed.filter((other) => other !== row);
  };
  /** Matches wherever exactly one known clip and one row fit each other and nothing else. */
  const matchTheOnlyOnes = (fits: (clip: KnownTwin, row: ListedTwin) => boolean) => {
    const fitting = (place: number, row: number) => {
      const clip = known[place];
      const item = listed[row];
      return clip !== undefined && item !== undefined && fits(clip, item);
    };
    const pairs = openListed.flatMap((row) => {
      const places = openKnown.filter((place) => fitting(place, row));
      const [place] = places;
      if (place === undefined || places.length > 1) return [];
      return openListed.filter((other) => fitting(place, other)).length === 1 ? [{ place, row }] : [];
    });
    for (const { place, row } of pairs) match(place, row);
  };

  matchTheOnlyOnes((clip, row) => clip.size === row.size);
  matchTheOnlyOnes((clip, row) => clip.size === row.size && clip.lengthMs === row.lengthMs && row.lengthMs > 0);
  matchTheOnlyOnes((clip, row) => clip.size === row.size && clip.fetchedAs === row.clipId);

  const told = new Set(result.filter((place) => place !== null));
  for (const row of openListed) {
    const size = listed[row]?.size ?? 0;
    const place = openKnown.find((other) => size === 0 || [size, 0].includes(known[other]?.size ?? 0));
    if (place !== undefined) match(place, row);
  }
  const toFetch = result.some((place) => place === null || (!told.has(place) && !known[place]?.copied));
  for (const place of result) {
    if (toFetch && place !== null && !told.has(place) && known[place]?.copied) unsure.add(place);
  }
  return { known: result, unsure };
}

/** Those on the drive first, of them those without a file first. */
const order = (clip: KnownTwin | undefined): number => (clip?.onDrive ? 0 : 2) + (clip?.copied ? 1 : 0);
