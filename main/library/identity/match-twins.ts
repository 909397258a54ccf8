// Tells clips of one camera and one second apart: which listed row is which known clip.

/** A clip that the index knows. */
export interface KnownTwin {
  /** 0 = unknown. */
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
  /** 0 = unknown. */
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
 * that are left of one size are matched in order, clips without a file first: where one of several left the drive, the
 * one that is kept is safe here. A row whose size cannot be read is one of the clips that are left over, by its handle if
 * that tells, and a new clip only where none is left; so is a clip that was listed so. A file whose row was found by
 * order only is unsure while another of the equal clips has none: it may hold what the other's row means now.
 */
export function matchTwins(known: readonly KnownTwin[], listed: readonly ListedTwin[]): TwinMatch {
  const found = new Map<number, number>();
  const clips = new Set(known.map((clip, place) => ({ ...clip, place })).sort((a, b) => order(a) - order(b)));
  const rows = new Set(listed.map((row, place) => ({ ...row, place })));

  /** Matches wherever exactly one clip and one row have a key, and it is the same; null is no key. */
  const matchTheOnlyOnes = (
    keyOfClip: (clip: KnownTwin) => string | null,
    keyOfRow: (row: ListedTwin) => string | null,
  ) => {
    const clipsByKey = grouped(clips, keyOfClip);
    for (const [key, [row, anotherRow]] of grouped(rows, keyOfRow)) {
      const [clip, anotherClip] = clipsByKey.get(key) ?? [];
      if (!row || !clip || anotherRow || anotherClip) continue;
      found.set(row.place, clip.place);
      rows.delete(row);
      clips.delete(clip);
    }
  };
  matchTheOnlyOnes(bySize, bySize);
  matchTheOnlyOnes(byLength, byLength);
  matchTheOnlyOnes(
    ({ size, onDrive, fetchedAs }) => (onDrive && fetchedAs !== null ? `${size} ${fetchedAs}` : null),
    ({ size, clipId }) => `${size} ${clipId}`,
  );

  const told = new Set(found.values());
  /** Matches rows and clips of one key, as they come; null is no key. */
  const matchInOrder = (
    keyOfClip: (clip: KnownTwin) => string | null,
    keyOfRow: (row: ListedTwin) => string | null,
  ) => {
    const clipsByKey = grouped(clips, keyOfClip);
    for (const row of rows) {
      const key = keyOfRow(row);
      const clip = key === null ? undefined : clipsByKey.get(key)?.shift();
      if (!clip) continue;
      found.set(row.place, clip.place);
      rows.delete(row);
      clips.delete(clip);
    }
  };
  matchInOrder(ofKnownSize(bySize), ofKnownSize(bySize));
  matchInOrder(
    ({ onDrive, fetchedAs }) => (onDrive ? fetchedAs : null),
    ofUnknownSize(({ clipId }) => clipId),
  );
  matchInOrder(anyOne, ofUnknownSize(anyOne));
  matchInOrder(ofUnknownSize(anyOne), anyOne);
  const places = listed.map((_, row) => found.get(row) ?? null);
  const isOpen = (place: number | null) => place === null || (!told.has(place) && !known[place]?.copied);
  const unsure = places.some(isOpen)
    ? places.filter((place) => place !== null && !told.has(place) && !isOpen(place))
    : [];
  return { known: places, unsure: new Set(unsure.filter((place) => place !== null)) };
}

/** Those on the drive first, of them those without a file first. */
const order = (clip: KnownTwin): number => (clip.onDrive ? 0 : 2) + (clip.copied ? 1 : 0);

const bySize = ({ size }: { readonly size: number }): string => String(size);

const byLength = ({ size, lengthMs }: { readonly size: number; readonly lengthMs: number }): string | null =>
  lengthMs > 0 ? `${size} ${lengthMs}` : null;

const anyOne = (): string => '';

const ofKnownSize =
  <Twin extends { readonly size: number }>(keyOf: (twin: Twin) => string) =>
  (twin: Twin): string | null =>
    twin.size === 0 ? null : keyOf(twin);

const ofUnknownSize =
  <Twin extends { readonly size: number }>(keyOf: (twin: Twin) => string) =>
  (twin: Twin): string | null =>
    twin.size === 0 ? keyOf(twin) : null;

function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string | null): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
