// Finds the camera of each name in a manifest: known, renamed, or new.
import type { DatabaseSync } from 'node:sqlite';
import type { CameraIndex, ModuleId } from '../../../preload/contract.ts';
import type { ManifestRow } from '../../blink/manifest.ts';
import { findRenamed, type Trace } from '../identity/find-renamed.ts';
import { reducedName } from '../identity/reduced-name.ts';
import type { Catalog, CatalogCamera } from './catalog.ts';
import { prepare } from './statement.ts';

/** A manifest's names: reduced by spelling, and one spelling of each reduced name. */
interface Names {
  readonly reduced: ReadonlyMap<string, string>;
  readonly spelling: ReadonlyMap<string, string>;
}

/** Writes new and renamed cameras into the tables and the catalog; answers the camera of each name as the rows spell it. */
export function assignCameras(
  database: DatabaseSync,
  catalog: Catalog,
  moduleId: ModuleId,
  rows: readonly ManifestRow[],
): ReadonlyMap<string, CameraIndex> {
  const names = namesIn(rows);
  const known = new Map(catalog.cameras.filter((c) => c.moduleId === moduleId).map((c) => [c.reduced, c]));
  const vanished = [...known.values()].filter(({ reduced }) => !names.spelling.has(reduced));
  const appeared = [...names.spelling.keys()].filter((reduced) => !known.has(reduced));
  const renamed = renamedCameras(catalog, moduleId, vanished, appeared, rows, names);

  const rename = prepare<[string, string, number]>(
    database,
    'update cameras set reduced = ?, name = ? where camera = ?',
  );
  const add = prepare<[number, number, string, string]>(
    database,
    'insert into cameras (account, module, reduced, name) values (?, ?, ?, ?)',
  );
  let isChanged = false;
  for (const [reduced, name] of names.spelling) {
    const camera = known.get(reduced) ?? renamed.get(reduced);
    if (camera?.name === name) continue;
    if (camera) rename.run(reduced, name, camera.id);
    else add.run(catalog.mine(), moduleId, reduced, name);
    isChanged = true;
  }
  if (isChanged) catalog.readCameras();

  const indexes = new Map<string, CameraIndex>();
  for (const [index, camera] of catalog.cameras.entries()) {
    // Places in the list of cameras are what CameraIndex counts.
    if (camera.moduleId === moduleId) indexes.set(camera.reduced, index as CameraIndex);
  }
  return new Map(
    [...names.reduced].flatMap(([spelling, reduced]) => {
      const index = indexes.get(reduced);
      return index === undefined ? [] : [[spelling, index]];
    }),
  );
}

function namesIn(rows: readonly ManifestRow[]): Names {
  const reduced = new Map<string, string>();
  const spelling = new Map<string, string>();
  for (const { cameraName } of rows) {
    if (reduced.has(cameraName)) continue;
    const name = reducedName(cameraName);
    reduced.set(cameraName, name);
    if (!spelling.has(name)) spelling.set(name, cameraName);
  }
  return { reduced, spelling };
}

/** Cameras by their new reduced names. */
function renamedCameras(
  catalog: Catalog,
  moduleId: ModuleId,
  vanished: readonly CatalogCamera[],
  appeared: readonly string[],
  rows: readonly ManifestRow[],
  names: Names,
): ReadonlyMap<string, CatalogCamera> {
  if (vanished.length === 0 || appeared.length === 0) return new Map();
  const clips = new Map<CatalogCamera, Trace[]>(vanished.map((camera) => [camera, []]));
  const { camera, recordedAtS, listedSize } = catalog.table.columns;
  for (const place of catalog.placesOf(moduleId)) {
    const owner = catalog.cameras[camera[place] ?? 0];
    if (!owner || !catalog.isOnDrive(place)) continue;
    clips.get(owner)?.push({ recordedAtS: recordedAtS[place] ?? 0, size: listedSize[place] ?? 0 });
  }
  const fresh = new Map<string, Trace[]>(appeared.map((reduced) => [reduced, []]));
  for (const row of rows) fresh.get(names.reduced.get(row.cameraName) ?? '')?.push(row);
  return findRenamed(clips, fresh);
}
