// The account that the cloud serves: one network with its sync modules, cameras and recordings.

import type { ClipFiles, Scene } from './clip-file.ts';
import type { CloudClock } from './clock.ts';
import { type Clip, Drive, manifestName } from './drive.ts';
import { ModuleLane } from './module-lane.ts';
import { addOddities, type Draft, oddCameraNames } from './odd.ts';
import type { CloudOptions } from './options.ts';
import { oneOf, type Random, randomText, wholeBetween } from './random.ts';

export interface Camera {
  readonly id: number;
  readonly name: string;
  /** Which list of the homescreen it stands in. */
  readonly list: 'cameras' | 'owls' | 'doorbells';
  readonly scene: Scene;
  readonly moduleId: number;
}

export interface SyncModule {
  readonly id: number;
  readonly name: string;
  readonly serial: string;
  readonly drive: Drive;
  readonly lane: ModuleLane;
}

export interface Home {
  readonly accountId: number;
  readonly clientId: number;
  readonly userId: number;
  readonly tier: string;
  readonly network: { readonly id: number; readonly name: string; readonly timeZone: string };
  readonly modules: readonly SyncModule[];
  readonly cameras: readonly Camera[];
  /** Makes a clip from what a camera recorded; it is listed from `listedAtMs` on. */
  record(draft: Draft, listedAtMs: number): Clip;
  /** Bytes of one recording. */
  drawBytes(): number;
}

const networkId = 51_001;
const firstModuleId = 62_002;
const firstCameraId = 73_003;
const moduleNames = ['Hallway module', 'Garage module', 'Attic module', 'Shed module'];
const cameraNames = [
  'Front gate',
  'Workshop',
  'Garden',
  'Driveway',
  'Cat flap',
  'Back door',
  'Porch',
  'Terrace',
  'Side path',
  'Barn',
  'Greenhouse',
  'Stairs',
  'Carport',
  'Cellar',
  'Balcony',
  'Playroom',
];
const scenes: readonly Scene[] = ['gate', 'shop', 'garden', 'drive', 'flap'];
const lists: readonly Camera['list'][] = ['cameras', 'cameras', 'owls', 'doorbells'];
/** The youngest clip of a fresh home is this old: no manifest misses it. */
const youngestS = 180;

export function furnishHome(
  options: CloudOptions,
  clock: CloudClock,
  random: Random,
  files: ClipFiles,
  nextCommandId: () => number,
): Home {
  const salt = randomText(random, 8);
  let recorded = 0;

  function record(draft: Draft, listedAtMs: number): Clip {
    const look = `${draft.scene}-${isNight(draft.recordedAtS) ? 'night' : 'day'}` as const;
    const file = files.fileOf(look, draft.bytes, `${salt}-${++recorded}`);
    return {
      camera: draft.camera,
      cameraName: manifestName(draft.camera),
      scene: draft.scene,
      recordedAtS: draft.recordedAtS,
      sizeKib: Math.ceil(file.bytes / 1024),
      file,
      sha256: files.sha256(file),
      listedAtMs,
    };
  }

  const drawBytes = () => wholeBetween(random, options.clipKib.from * 1024, options.clipKib.to * 1024);

  // A home without a sync module has cameras all the same.
  const names = Array.from(
    { length: Math.max(options.modules, 1) * options.cameras },
    (_, at) => cameraNames[at] ?? `Camera ${at + 1}`,
  );
  const cameras = oddCameraNames(names, options.cameras, options.odd).map(
    (name, at): Camera => ({
      id: firstCameraId + at,
      name,
      list: lists[at % lists.length] ?? 'cameras',
      scene: scenes[at % scenes.length] ?? 'gate',
      moduleId: firstModuleId + Math.floor(at / options.cameras),
    }),
  );

  const modules = Array.from({ length: options.modules }, (_, at): SyncModule => {
    const id = firstModuleId + at;
    const count = Math.floor(options.clips / options.modules) + (at < options.clips % options.modules ? 1 : 0);
    const own = cameras.filter((camera) => camera.moduleId === id);
    const drafts = addOddities(draftClips(count, own), options.odd, own, random);
    return {
      id,
      name: moduleNames[at] ?? `Module ${at + 1}`,
      serial: `G8T1${randomText(random, 12).toUpperCase()}`,
      drive: new Drive(
        options.drive,
        drafts.map((draft) => record(draft, 0)),
        random,
      ),
      lane: new ModuleLane(clock, networkId, nextCommandId),
    };
  });

  /** Oldest first, about 180 a day, no two in the same second. */
  function draftClips(count: number, own: readonly Camera[]): Draft[] {
    const drafts: Draft[] = [];
    let second = Math.floor(clock.now() / 1000) - youngestS;
    while (drafts.length < count) {
      const { name, scene } = oneOf(random, own);
      drafts.push({ camera: name, scene, recordedAtS: second, bytes: drawBytes() });
      second -= wholeBetween(random, 20, 940);
    }
    return drafts.reverse();
  }

  return {
    accountId: options.accountId,
    clientId: 1_357_911,
    userId: 975_310,
    tier: 'e008',
    network: { id: networkId, name: 'Cabin', timeZone: 'Europe/Vienna' },
    modules,
    cameras,
    record,
    drawBytes,
  };
}

/** In Vienna's winter time, roughly: it only chooses the look. */
function isNight(unixS: number): boolean {
  const hour = (Math.floor(unixS / 3600) + 1) % 24;
  return hour < 7 || hour >= 19;
}
