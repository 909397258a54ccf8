// Finds the known clip of each row of a manifest by identity: camera, second, and which of its equals.
import type { DatabaseSync } from 'node:sqlite';
import type { CameraIndex, ModuleId } from '../../../preload/contract.ts';
import type { Manifest } from '../../blink/manifest.ts';
import type { Catalog } from './catalog.ts';
import { matchEquals } from './match-equals.ts';
import { Moments } from './moments.ts';
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
  readonly ordinals: Uint32Array;
  /** Places of clips on the drive that no row means. */
  readonly vanished: readonly number[];
  /** Keys of clips whose file may be that of an equal one. */
  readonly unsure: Set<number>;
}

/** `cameraOf`: camera of each name as the rows spell it. */
export function matchRows(
  database: DatabaseSync,
  catalog: Catalog,
  moduleId: ModuleId,
  { manifestId, rows }: Manifest,
  cameraOf: ReadonlyMap<string, CameraIndex>,
): RowMatch {
  const cameras = Uint16Array.from(rows, (row) => cameraOf.get(row.cameraName) ?? 0);
  const listed = new Moments(rows.length);
  for (const [row, { recordedAtS }] of rows.entries()) listed.add(cameras[row] ?? 0, recordedAtS, row);
  const known = knownMoments(catalog, moduleId);
  const copy = prepare<[number, string], { clipId: string }>(
    database,
    'select clip_id as clipId from copies where key = ? and manifest_id = ?',
  );
  const fetchedAs = (key: number) => copy.get(key, manifestId)?.clipId ?? null;

  const places = new Int32Array(rows.length).fill(NEW);
  const match = { places, ordinals: new Uint32Array(rows.length), unsure: new Set<number>() };
  for (const moment of listed.moments()) {
    const row = listed.at(moment);
    const place = known.at(moment);
    if (typeof row === 'number' && typeof place === 'number') places[row] = place;
    else if (typeof row !== 'number' || place !== null) {
      matchEquals(catalog, rows, several(place), several(row), fetchedAs, match);
    }
  }
  return { ...match, cameras, vanished: vanished(catalog, moduleId, places) };
}

function knownMoments(catalog: Catalog, moduleId: ModuleId): Moments {
  const { columns, length } = catalog.table;
  const known = new Moments(length);
  for (const place of catalog.placesOf(moduleId)) {
    known.add(columns.camera[place] ?? 0, columns.recordedAtS[place] ?? 0, place);
  }
  return known;
}

function vanished(catalog: Catalog, moduleId: ModuleId, places: Int32Array): readonly number[] {
  const isSeen = new Uint8Array(catalog.table.length);
  for (const place of places) if (place >= 0) isSeen[place] = 1;
  return catalog.placesOf(moduleId).filter((place) => !isSeen[place] && catalog.isOnDrive(place));
}

function several(rows: number | null | readonly number[]): readonly number[] {
  if (rows === null) return [];
  return typeof rows === 'number' ? [rows] : rows;
}
