// The visible account's clips as the worker holds them: columns in memory, equal to the tables after each call.
import type { DatabaseSync } from 'node:sqlite';
import { type CameraIndex, ClipFlag, type ClipKey, type JobTitle, type ModuleId } from '../../../preload/contract.ts';
import { type ListedCamera, type NamedCamera, nameCameras, type Systems } from '../identity/camera-names.ts';
import { clipColumns, Table } from '../table.ts';
import { type ClipRecord, clipsByAccount, clipsByKey } from './clip-record.ts';
import type { Cameras, Change } from './protocol.ts';
import { prepare, type Statement } from './statement.ts';

/** What the window sees of a clip, and what its identity rests on. */
const catalogColumns = (length: number) => ({
  ...clipColumns(length),
  ordinal: new Uint32Array(length),
  /** As the manifest says it, while `sizeKiB` is that of a file of ours where there is one. */
  listedSize: new Uint32Array(length),
  listedMs: new Uint32Array(length),
});

/** A row of table `cameras`; its place in the catalog is its CameraIndex. */
export interface CatalogCamera extends ListedCamera {
  readonly id: number;
}

const NO_SYSTEMS: Systems = { networks: [], modules: [], cameras: [] };

export class Catalog {
  /** Null: nobody's clips are shown. */
  account: number | null = null;
  table = new Table(catalogColumns);
  cameras: readonly CatalogCamera[] = [];
  systems: Systems = NO_SYSTEMS;
  readonly #database: DatabaseSync;
  readonly #byKey: Statement<[number], ClipRecord>;
  readonly #cameraIndex = new Map<number, CameraIndex>();
  readonly #changed = new Set<number>();
  #reset = false;
  #camerasChanged = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#byKey = clipsByKey(database);
  }

  /** Shows another account's clips, and nothing of the one before. */
  show(account: number | null): void {
    this.account = account;
    this.table = new Table(catalogColumns);
    this.#changed.clear();
    this.#reset = true;
    this.readSystems();
    this.readCameras();
    if (account === null) return;
    for (const record of clipsByAccount(this.#database).iterate(account)) this.#put(record);
  }

  /** The account whose clips are shown; asking while there is none is a bug. */
  mine(): number {
    if (this.account === null) throw new Error('no account is in use');
    return this.account;
  }

  /** Null: no clip of this account. */
  moduleOf(key: ClipKey): ModuleId | null {
    const place = this.table.find(key);
    return place < 0 ? null : (this.cameras[this.table.columns.camera[place] ?? 0]?.moduleId ?? null);
  }

  /** Places of this module's clips in the table, ascending. */
  placesOf(moduleId: ModuleId): readonly number[] {
    const isOurs = this.cameras.map((camera) => camera.moduleId === moduleId);
    const places: number[] = [];
    for (let place = 0; place < this.table.length; place++) {
      if (isOurs[this.table.columns.camera[place] ?? 0]) places.push(place);
    }
    return places;
  }

  isOnDrive(place: number): boolean {
    return ((this.table.columns.flags[place] ?? 0) & ClipFlag.onDrive) !== 0;
  }

  /** What a job is called that saves this clip alone. */
  titleOf(key: ClipKey): JobTitle {
    const place = this.table.find(key);
    const camera = this.#named()[this.table.columns.camera[place] ?? 0]?.name ?? '?';
    return { kind: 'one', camera, recordedAtMs: (this.table.columns.recordedAtS[place] ?? 0) * 1000 };
  }

  readSystems(): void {
    const stored = prepare<[number | null], { systems: string }>(
      this.#database,
      'select systems from accounts where account = ?',
    ).get(this.account);
    // Written by `putSystems` and by nobody else.
    this.systems = stored ? (JSON.parse(stored.systems) as Systems) : NO_SYSTEMS;
    this.#camerasChanged = true;
  }

  readCameras(): void {
    this.cameras = prepare<[number | null], { id: number; moduleId: ModuleId; reduced: string; name: string }>(
      this.#database,
      'select camera as id, module as moduleId, reduced, name from cameras where account = ? order by camera',
    ).all(this.account);
    this.#cameraIndex.clear();
    // A CameraIndex is a place in this list, which only grows: ids ascend.
    this.cameras.forEach(({ id }, index) => void this.#cameraIndex.set(id, index as CameraIndex));
    this.#camerasChanged = true;
  }

  /** Reads these clips again from the tables; the next change names them. */
  refresh(keys: Iterable<ClipKey | number>): void {
    for (const key of keys) {
      const record = this.#byKey.get(key);
      if (record && record.account === this.account) this.take(record);
    }
  }

  /** Shows a clip as the tables now have it. */
  take(record: ClipRecord): void {
    this.#put(record);
    this.#changed.add(record.key);
  }

  /** What happened to the visible clips since it was last asked. */
  takeChange(): Change | null {
    const reset = this.#reset;
    const cameras = this.#camerasChanged ? asChange(this.#named()) : null;
    if (!reset && !cameras && this.#changed.size === 0) return null;
    const places = reset ? null : Uint32Array.from(this.#changed, (key) => this.table.find(key)).sort();
    this.#reset = false;
    this.#camerasChanged = false;
    this.#changed.clear();
    return { reset, cameras, rows: places ? this.table.pick(places, clipColumns) : this.table.copy(clipColumns) };
  }

  #put(record: ClipRecord): void {
    const found = this.table.find(record.key);
    const at = found < 0 ? this.table.append(record.key) : found;
    const { columns } = this.table;
    columns.camera[at] = this.#cameraIndex.get(record.camera) ?? 0;
    columns.recordedAtS[at] = record.recordedAtS;
    columns.sizeKiB[at] = record.bytes === null ? record.size : Math.ceil(record.bytes / 1024);
    columns.lengthMs[at] = record.copyLengthMs ?? record.lengthMs;
    columns.flags[at] = record.flags;
    columns.ordinal[at] = record.ordinal;
    columns.listedSize[at] = record.size;
    columns.listedMs[at] = record.lengthMs;
  }

  #named(): readonly NamedCamera[] {
    return nameCameras(this.cameras, this.systems);
  }
}

const asChange = (named: readonly NamedCamera[]): Cameras => ({
  shown: named.map(({ name, moduleId, cameraId }) => ({ name, moduleId, cameraId })),
  places: named.map(({ place }) => place),
});
