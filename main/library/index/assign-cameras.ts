// Finds the camera of each name in a manifest: known, renamed, or new.
import type { DatabaseSync } from 'node:sqlite';
import { type CameraIndex, ClipFlag, type ModuleId } from '../../../preload/contract.ts';
import type { ManifestRow } from '../../blink/manifest.ts';
import { findRenamed, type Trace } from '../identity/find-renamed.ts';
import { reducedName } from '../identity/reduced-name.ts';
import type { Catalog, CatalogCamera } from './catalog.ts';
import { prepare } from './statement.ts';

/** Writes new and renamed cameras into the tables and the catalog; answers the camera of each name as the rows spell it. */
export function assignCameras(
  database: DatabaseSync,
  catalog: Catalog,
  moduleId: ModuleId,
  rows: readonly ManifestRow[],
): ReadonlyMap<string, CameraIndex> {
  const spellings = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { cameraName } of rows) {
    if (spellings.has(cameraName)) continue;
    const reduced = reducedName(cameraName);
    spellings.set(cameraName, reduced);
    if (!names.has(reduced)) names.set(reduced, cameraName);
  }

  const known = new Map(catalog.cameras.filter((c) => c.moduleId === moduleId).map((c) => [c.reduced, c]));
  const appeared = new Set([...names.keys()].filter((reduced) => !known.has(reduced)));
  const vanished = [...known.values()].filter(({ reduced }) => !names.has(reduced));
  const rename = prepare<[string, string, number]>(
    database,
    'update cameras set reduced = ?, name = ? where camera = ?',
  );
  let isChanged = false;
  for (const [camera, reduced] of renamedCameras(catalog, vanished, appeared, rows, spellings)) {
    rename.run(reduced, names.get(reduced) ?? reduced, camera.id);
    appeared.delete(reduced);
    isChanged = true;
  }
  for (const [reduced, camera] of known) {
    const name = names.get(reduced);
    if (name === undefined || name === camera.name) continue;
    rename.run(reduced, name, camera.id);
    isChanged = true;
  }
  const add = prepare<[number, number, string, string]>(
    database,
    'insert into cameras (account, module, reduced, name) values (?, ?, ?, ?)',
  );
  for (const reduced of appeared) {
    add.run(catalog.mine(), moduleId, reduced, names.get(reduced) ?? reduced);
    isChanged = true;
  }
  if (isChanged) catalog.readCameras();

  const indexes = new Map<string, CameraIndex>();
  catalog.cameras.forEach((camera, index) => {
    // Places in the list of cameras are what CameraIndex counts.
    if (camera.moduleId === moduleId) indexes.set(camera.reduced, index as CameraIndex);
  });
  const found = new Map<string, CameraIndex>();
  for (const [spelling, reduced] of spellings) {
    const index = indexes.get(reduced);
    if (index !== undefined) found.set(spelling, index);
  }
  return found;
}

function renamedCameras(
  catalog: Catalog,
  vanished: readonly CatalogCamera[],
  appeared: ReadonlySet<string>,
  rows: readonly ManifestRow[],
  spellings: ReadonlyMap<string, string>,
): ReadonlyMap<CatalogCamera, string> {
  if (vanished.length === 0 || appeared.size === 0) return new Map();
  const clips = new Map<CatalogCamera, Trace[]>(vanished.map((camera) => [camera, []]));
  const { camera, recordedAtS, listedSize, flags } = catalog.table.columns;
  for (let place = 0; place < catalog.table.length; place++) {
    const owner = catalog.cameras[camera[place] ?? 0];
    if (!owner || ((flags[place] ?? 0) & ClipFlag.onDrive) === 0) continue;
    clips.get(owner)?.push({ recordedAtS: recordedAtS[place] ?? 0, size: listedSize[place] ?? 0 });
  }
  const fresh = new Map<string, Trace[]>([...appeared].map((reduced) => [reduced, []]));
  for (const row of rows) fresh.get(spellings.get(row.cameraName) ?? '')?.push(row);
  return findRenamed(clips, fresh);
}
