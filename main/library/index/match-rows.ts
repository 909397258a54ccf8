// Finds the known clip of each row of a manifest by identity: camera, second, and which of its equals.
import type { DatabaseSync } from 'node:sqlite';
import { type CameraIndex, ClipFlag, type ModuleId } from '../../../preload/contract.ts';
import type { Manifest } from '../../blink/manifest.ts';
import { matchTwins } from '../identity/match-twins.ts';
import type { Catalog } from './catalog.ts';
import { prepare } from './statement.ts';

/** The row is a clip that the index does not know. */
export const NEW = -1;
/** The row says once more what another row says. */
export const REPEATED = -2;

export interface RowMatch {
  /** By row: place in the catalog's table, `NEW` or `REPEATED`. */
  readonly places: Int32Array;
  /** By row: CameraIndex. */
  readonly cameras: Uint16Array;
  /** By row; of new clips only. */
  readonly ordinals: Uint16Array;
  /** Places of clips on the drive that no row means. */
  readonly vanished: readonly number[];
  /** Keys of clips whose file may be that of an equal one. */
  readonly unsure: ReadonlySet<number>;
}

export function matchRows(
  database: DatabaseSync,
  catalog: Catalog,
  moduleId: ModuleId,
  { manifestId, rows }: Manifest,
  cameraOf: ReadonlyMap<string, CameraIndex>,
): RowMatch {
  const { columns, length } = catalog.table;
  const isOurs = catalog.cameras.map((camera) => camera.moduleId === moduleId);

  const known = new Chains(length);
  for (let place = 0; place < length; place++) {
    const camera = columns.camera[place] ?? 0;
    if (isOurs[camera]) known.add(camera, columns.recordedAtS[place] ?? 0, place);
  }
  const listed = new Chains(rows.length);
  const cameras = new Uint16Array(rows.length);
  rows.forEach((row, index) => {
    const camera = cameraOf.get(row.cameraName) ?? 0;
    cameras[index] = camera;
    listed.add(camera, row.recordedAtS, index);
  });

  const places = new Int32Array(rows.length).fill(NEW);
  const ordinals = new Uint16Array(rows.length);
  const unsure = new Set<number>();
  const fetchedAs = prepare<[number, string], { clipId: string }>(
    database,
    'select clip_id as clipId from copies where key = ? and manifest_id = ?',
  );

  const matchEquals = (knownPlaces: readonly number[], rowPlaces: readonly number[]) => {
    const single = new Map(rowPlaces.map((row) => [rows[row]?.clipId, row]));
    for (const row of rowPlaces) if (single.get(rows[row]?.clipId) !== row) places[row] = REPEATED;
    const equals = [...single.values()].flatMap((row) => {
      const listed = rows[row];
      return listed ? [{ row, ...listed }] : [];
    });
    // The order of new clips among their equals must not depend on the order of rows, which is not promised.
    equals.sort((a, b) => a.size - b.size || a.lengthMs - b.lengthMs);
    const twins = knownPlaces.map((place) => {
      const key = columns.key[place] ?? 0;
      const flags = columns.flags[place] ?? 0;
      return {
        size: columns.listedSize[place] ?? 0,
        lengthMs: columns.listedMs[place] ?? 0,
        onDrive: (flags & ClipFlag.onDrive) !== 0,
        copied: (flags & ClipFlag.saved) !== 0,
        fetchedAs: fetchedAs.get(key, manifestId)?.clipId ?? null,
      };
    });
    const match = matchTwins(twins, equals);
    let ordinal = knownPlaces.reduce((next, place) => Math.max(next, (columns.ordinal[place] ?? 0) + 1), 0);
    equals.forEach(({ row }, index) => {
      const twin = match.known[index] ?? null;
      if (twin === null) ordinals[row] = ordinal++;
      else places[row] = knownPlaces[twin] ?? NEW;
    });
    for (const twin of match.unsure) unsure.add(columns.key[knownPlaces[twin] ?? 0] ?? 0);
  };

  for (const [moment, row] of listed.first) {
    const place = known.first.get(moment);
    const isSingle = listed.next[row] === END && (place === undefined || known.next[place] === END);
    if (!isSingle) matchEquals(known.all(place), listed.all(row));
    else if (place !== undefined) places[row] = place;
  }

  const isSeen = new Uint8Array(length);
  for (const place of places) if (place >= 0) isSeen[place] = 1;
  const vanished: number[] = [];
  for (let place = 0; place < length; place++) {
    const isOnDrive = ((columns.flags[place] ?? 0) & ClipFlag.onDrive) !== 0;
    if (isOnDrive && !isSeen[place] && isOurs[columns.camera[place] ?? 0]) vanished.push(place);
  }
  return { places, cameras, ordinals, vanished, unsure };
}

const END = -1;

/** Numbers below `size`, chained by camera and second: almost every chain has one link, so none is an array. */
class Chains {
  readonly first = new Map<number, number>();
  readonly next: Int32Array;

  constructor(size: number) {
    this.next = new Int32Array(size).fill(END);
  }

  add(camera: number, second: number, item: number): void {
    const moment = camera * 2 ** 32 + second;
    this.next[item] = this.first.get(moment) ?? END;
    this.first.set(moment, item);
  }

  all(first: number | undefined): readonly number[] {
    const items: number[] = [];
    for (let item = first ?? END; item !== END; item = this.next[item] ?? END) items.push(item);
    return items.reverse();
  }
}
