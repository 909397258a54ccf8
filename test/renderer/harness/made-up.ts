// A made-up house for the window: two modules, six cameras, and as many clips as a story needs.
import {
  type AppState,
  type Belongings,
  type Camera,
  type CameraIndex,
  type ClipCamera,
  type ClipColumns,
  ClipFlag,
  type ClipKey,
  type ClipStory,
  type Clips,
  type Job,
  type JobId,
  type ModuleId,
  type NetworkId,
  type RenamePlan,
  type SyncModule,
  type System,
  usualNames,
} from '../../../preload/contract.ts';

/** Monday 23 November 2026, 14:02 in Berlin. */
export const nowMs = Date.UTC(2026, 10, 23, 13, 2);

// Brands are for main to give; here they are made up.
export const keyOf = (key: number) => key as ClipKey;
export const cameraIndex = (index: number) => index as CameraIndex;
export const jobId = (id: number) => id as JobId;
const networkId = 1001 as NetworkId;
export const hallwayId = 501 as ModuleId;
export const barnId = 502 as ModuleId;

const cameraNames = ['Front gate', 'Driveway', 'Garden', 'Workshop', 'Cat flap', 'Paddock'];

const cameras: readonly Camera[] = cameraNames.map((name, index) => ({
  id: index + 1,
  name,
  networkId,
  type: 'catalina',
}));

export const clipCameras: readonly ClipCamera[] = cameraNames.map((name, index) => ({
  name,
  moduleId: name === 'Paddock' ? barnId : hallwayId,
  cameraId: index + 1,
}));

export const hallway: SyncModule = {
  id: hallwayId,
  networkId,
  name: 'Hallway module',
  online: true,
  drive: 'active',
  driveUsedPercent: 37,
  driveFullAtMs: nowMs + 270 * 86_400_000,
  localStorageEnabled: true,
  listedAtMs: nowMs,
  problem: null,
};

export const barn: SyncModule = {
  ...hallway,
  id: barnId,
  name: 'Barn module',
  driveUsedPercent: 12,
  driveFullAtMs: null,
};

export const cabin: System = {
  id: networkId,
  name: 'Cabin',
  timeZone: 'Europe/Berlin',
  modules: [hallway, barn],
  cameras,
};

export const signedIn: AppState = {
  session: { kind: 'signed-in', accountId: 7, keptIn: 'keychain' },
  systems: [cabin],
  lanes: [hallway, barn].map(({ id }) => ({
    moduleId: id,
    activity: { kind: 'idle' },
    secondsPerClip: 4.7,
    waiting: 0,
    arriving: [],
  })),
  jobs: [],
  pause: null,
  deletion: null,
  failed: [],
  folder: {
    kind: 'ready',
    path: '/home/someone/Videos/Blink',
    freeBytes: 412e9,
    exampleName: 'Front gate/2026-11-23/2026-11-23 13.58.04 Front gate.mp4',
  },
  renaming: null,
  import: null,
  firstRun: null,
  settings: {
    theme: 'system',
    pace: 'gentle',
    volume: 0.8,
    playerWidth: null,
    clipsAs: 'list',
    closeToTray: true,
    openAtLogin: false,
    keepAwake: true,
    savingHours: null,
    autoSave: null,
    driveFullerThan: 90,
    leftOutCameras: [],
    deleteFromDrive: false,
    names: usualNames,
    checkEveryMinutes: 10,
    notifications: { newClips: true, jobs: true, quiet: null, muted: [] },
  },
  notices: [],
  told: [],
  checking: false,
  readOnly: false,
  versions: { app: '0.1.0', electron: '45.4.1' },
};

export const belongings: Belongings = {
  accounts: 2,
  list: { clips: 12_916, bytes: 5_300_000 },
  waiting: 68,
  played: { files: 41, bytes: 63_000_000 },
  pictures: { files: 5_120, bytes: 88_000_000 },
  setAside: { files: 1, bytes: 1_400_000 },
  settingsBytes: 640,
  logBytes: 212_000,
  saved: { folder: '/home/someone/Videos/Blink', clips: 5_104 },
};

export const signedOut: AppState = {
  ...signedIn,
  session: { kind: 'signed-out', problem: null, suggestedLine: null },
  systems: [],
  lanes: [],
  folder: { kind: 'none' },
};

export const job: Job = {
  id: jobId(1),
  title: { kind: 'day', day: '2026-11-22', camera: null },
  state: 'running',
  total: 80,
  saved: 12,
  failed: 0,
  bytes: 15_300_000,
  startedAtMs: nowMs - 60_000,
  endedAtMs: null,
  timeLeftMs: 318_000,
  doneAtMs: nowMs + 318_000,
  leftBytes: 0,
  lacksBytes: null,
  pause: null,
  hoursFromMs: null,
  problem: null,
  folderPath: null,
  inHand: [],
  next: [],
};

export interface MadeUpClip {
  readonly camera: number;
  /** In Berlin, in November: one hour before UTC. */
  readonly local: string;
  readonly sizeKiB: number;
  readonly lengthMs: number;
  readonly flags: number;
}

const { onDrive, saved, cached, seen, queued, failed, poster, confirmed } = ClipFlag;

const kept = onDrive | saved | confirmed | seen | poster;
const onlyHere = saved | confirmed | seen | poster;

/** The two days that the drawings show; keys count from 1. */
export const twoDays: readonly MadeUpClip[] = (
  [
    [0, '2026-11-23T13:58:04', 1367, 12, kept],
    [3, '2026-11-23T13:41:50', 586, 5, onDrive | queued],
    [1, '2026-11-23T13:20:11', 3418, 30, onDrive | queued],
    [2, '2026-11-23T12:02:37', 879, 8, onDrive],
    [4, '2026-11-23T11:47:19', 684, 6, onDrive | cached | seen | poster],
    [1, '2026-11-23T09:30:02', 1563, 14, onDrive | seen | failed],
    [0, '2026-11-23T07:52:40', 2539, 22, onDrive | seen],
    [2, '2026-11-22T23:14:55', 1855, 18, kept],
    [1, '2026-11-22T22:06:31', 2734, 27, onlyHere],
    [0, '2026-11-22T21:48:09', 1172, 11, kept],
    [4, '2026-11-22T21:02:44', 488, 5, kept],
    [1, '2026-11-22T20:37:12', 1660, 16, onlyHere],
    [0, '2026-11-22T19:15:26', 879, 9, onDrive | seen],
    [5, '2026-11-22T18:40:58', 781, 7, onDrive | seen],
    [3, '2026-11-22T17:03:20', 1465, 13, kept],
    [2, '2026-11-22T15:26:47', 1270, 0, onDrive | seen],
  ] as const
).map(([camera, local, sizeKiB, seconds, flags]) => ({ camera, local, sizeKiB, lengthMs: seconds * 1000, flags }));

export function columnsOf(clips: readonly MadeUpClip[], firstKey = 1): ClipColumns {
  return {
    key: Uint32Array.from(clips, (_, index) => firstKey + index),
    camera: Uint16Array.from(clips, (clip) => clip.camera),
    recordedAtS: Uint32Array.from(clips, (clip) => Date.parse(`${clip.local}+01:00`) / 1000),
    sizeKiB: Uint32Array.from(clips, (clip) => clip.sizeKiB),
    lengthMs: Uint32Array.from(clips, (clip) => clip.lengthMs),
    flags: Uint16Array.from(clips, (clip) => clip.flags),
  };
}

export const clipsOf = (clips: readonly MadeUpClip[]): Clips => ({
  revision: 1,
  columns: columnsOf(clips),
  cameras: clipCameras,
});

/** The two days, and as many older clips as make `total`. */
export function manyClips(total: number): Clips {
  const oldest = Date.parse('2026-11-22T14:00:00Z');
  const older = Array.from({ length: Math.max(0, total - twoDays.length) }, (_, index): MadeUpClip => {
    const at = new Date(oldest - index * 1_180_000 - ((index * 7919) % 600) * 1000);
    return {
      camera: (index * 5 + (index >> 3)) % 6,
      local: at.toISOString().slice(0, 19),
      sizeKiB: 400 + ((index * 131) % 3000),
      lengthMs: 4000 + ((index * 37) % 27) * 1000,
      flags: index % 3 === 0 ? kept : onDrive | seen,
    };
  });
  return clipsOf([...twoDays, ...older]);
}

/** A clip that arrived badly once, was saved, and is about to be deleted. */
export const clipStory: ClipStory['events'] = [
  { atMs: nowMs - 3 * 86_400_000, event: { kind: 'listed' } },
  { atMs: nowMs - 2 * 86_400_000, event: { kind: 'queued', job: { kind: 'all' } } },
  { atMs: nowMs - 7_300_000, event: { kind: 'asked-for' } },
  { atMs: nowMs - 7_290_000, event: { kind: 'arrived-badly', attempts: 1 } },
  { atMs: nowMs - 7_280_000, event: { kind: 'asked-for' } },
  {
    atMs: nowMs - 7_270_000,
    event: { kind: 'saved', path: 'Front gate/2026-11-23/2026-11-23 13.58.04 Front gate.mp4', bytes: 1_400_000 },
  },
  { atMs: nowMs - 3_600_000, event: { kind: 'confirmed' } },
  { atMs: nowMs - 60_000, event: { kind: 'deletion-asked' } },
];
export const renamePlan: RenamePlan = {
  files: 4504,
  examples: [
    { from: 'Front gate/2026-11-21/2026-11-21 20.37.12 Front gate.mp4', to: 'Front gate/2026/11-21 20.37.12.mp4' },
    { from: 'Garden/2026-11-22/2026-11-22 07.02.55 Garden.mp4', to: 'Garden/2026/11-22 07.02.55.mp4' },
  ],
};
