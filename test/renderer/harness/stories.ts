// The states in which the window is looked at, by name.
import { type AppState, ClipFlag, type Clips, type Deletion } from '../../../preload/contract.ts';
import type { Page } from '../../../renderer/store/app-model.ts';
import type { FirstRunStep } from '../../../renderer/store/first-run-model.ts';
import {
  barn,
  cabin,
  clipsOf,
  hallway,
  job,
  jobId,
  keyOf,
  manyClips,
  nowMs,
  signedIn,
  signedOut,
  twoDays,
} from './made-up.ts';

export interface Story {
  readonly state: AppState;
  readonly clips: Clips;
  /** Begins there. */
  readonly page?: Page;
  /** prepareClip is never answered: the clip is on its way. */
  readonly slow?: boolean;
  /** Where the person stands in the first run. */
  readonly step?: FirstRunStep;
}

const none = clipsOf([]);
const library = manyClips(12_916);
const [hallwayLane, barnLane] = signedIn.lanes;
if (!hallwayLane || !barnLane) throw new Error('the made-up house has two modules');

const firstRun = { suggestedFolder: { path: '/home/someone/Videos/Blink', freeBytes: 412e9 } };
const newcomer: AppState = { ...signedOut, firstRun };
const arrived: AppState = { ...signedIn, firstRun, folder: { kind: 'none' } };
const barnOffline: AppState['systems'] = [
  {
    ...cabin,
    modules: [
      hallway,
      {
        ...barn,
        online: false,
        driveUsedPercent: null,
        problem: { kind: 'module-offline', subject: 'Barn module' },
      },
    ],
  },
];

const saving: AppState = {
  ...signedIn,
  jobs: [job],
  systems: [{ ...cabin, modules: [hallway, { ...barn, online: false, driveUsedPercent: null }] }],
  lanes: [
    {
      ...hallwayLane,
      activity: { kind: 'uploading', key: keyOf(3) },
      waiting: 68,
      arriving: [{ key: keyOf(2), part: 0.62 }],
    },
    barnLane,
  ],
  failed: [
    {
      jobId: job.id,
      key: keyOf(6),
      problem: { kind: 'clip-damaged' },
      attempts: 3,
      nextTryAtMs: nowMs + 60_000,
      canRetry: true,
    },
  ],
};

const leavingOut: AppState = { ...signedIn, settings: { ...signedIn.settings, leftOutCameras: ['Front gate'] } };
const mayDelete: AppState = { ...signedIn, settings: { ...signedIn.settings, deleteFromDrive: true } };
const deletion: Deletion = {
  state: 'running',
  stoppedBy: null,
  total: 80,
  deleted: 20,
  unsettled: 12,
  kept: [],
  problem: null,
};

const ended = (changes: Partial<typeof job>): AppState => ({
  ...signedIn,
  jobs: [{ ...job, state: 'done', endedAtMs: nowMs, timeLeftMs: null, ...changes }],
});

const imported: AppState = {
  ...signedIn,
  import: {
    kind: 'ended',
    source: '/media/someone/BLINK',
    stopped: false,
    problem: null,
    report: {
      imported: 312,
      guessed: 2,
      had: 40,
      left: 3,
      leftFiles: [
        { path: 'blink_backups/Frontgate_2026-11-20T08-12-33.mp4', reason: 'misfit' },
        { path: 'blink_backups/again/Garden_2026-11-19T22-01-10.mp4', reason: 'same-clip' },
        { path: 'holiday.mp4', reason: 'no-clip' },
      ],
      guessedFiles: [
        'Driveway/2026-11-18/2026-11-18 20.37.12 Driveway.mp4',
        'Garden/2026-11-19/2026-11-19 07.02.55 Garden.mp4',
      ],
    },
  },
};

/** As in the picture of the queue: one runs, one holds, one has failures, one is done. */
const queue: AppState = {
  ...saving,
  jobs: [
    {
      ...job,
      id: jobId(1),
      title: { kind: 'all' },
      total: 8412,
      saved: 3127,
      bytes: 6.0e9,
      leftBytes: 10.1e9,
      startedAtMs: nowMs - 4 * 3_600_000,
      timeLeftMs: 7 * 3_600_000,
      folderPath: '/home/someone/Videos/Blink',
      inHand: [keyOf(2), keyOf(3)],
      next: [keyOf(4), keyOf(5)],
    },
    {
      ...job,
      id: jobId(2),
      state: 'paused',
      pause: { untilMs: nowMs + 16 * 3_600_000 },
      title: { kind: 'clips', camera: 'Workshop', fromDay: '2026-11-14', toDay: '2026-11-20' },
      total: 480,
      saved: 112,
      timeLeftMs: 29 * 60_000,
    },
    {
      ...job,
      id: jobId(3),
      title: { kind: 'clips', camera: 'Paddock', fromDay: '2026-11-21', toDay: '2026-11-21' },
      total: 12,
      saved: 0,
      problem: { kind: 'folder-missing', subject: '/mnt/nas/Blink' },
    },
    {
      ...job,
      id: jobId(4),
      state: 'done',
      title: { kind: 'day', day: '2026-11-22', camera: 'Driveway' },
      total: 61,
      saved: 58,
      failed: 3,
      endedAtMs: nowMs - 2 * 3_600_000,
    },
    { ...job, id: jobId(5), state: 'cancelled', title: { kind: 'selection' }, saved: 3, endedAtMs: nowMs - 3_600_000 },
    {
      ...job,
      id: jobId(6),
      state: 'done',
      title: { kind: 'clips', camera: 'Front gate', fromDay: '2026-11-16', toDay: '2026-11-22' },
      total: 214,
      saved: 214,
      bytes: 402e6,
      endedAtMs: nowMs - 5 * 3_600_000,
    },
  ],
  failed: [
    {
      jobId: jobId(1),
      key: keyOf(6),
      problem: { kind: 'clip-damaged' },
      attempts: 3,
      nextTryAtMs: nowMs + 60_000,
      canRetry: true,
    },
    {
      jobId: jobId(4),
      key: keyOf(7),
      problem: { kind: 'clip-damaged' },
      attempts: 8,
      nextTryAtMs: null,
      canRetry: true,
    },
    {
      jobId: jobId(4),
      key: keyOf(8),
      problem: { kind: 'module-offline' },
      attempts: 8,
      nextTryAtMs: null,
      canRetry: true,
    },
    { jobId: jobId(4), key: keyOf(9), problem: { kind: 'clip-gone' }, attempts: 0, nextTryAtMs: null, canRetry: false },
  ],
};

const littleRoom: AppState = {
  ...queue,
  jobs: queue.jobs.map((one, index) => (index === 0 ? { ...one, lacksBytes: 4.2e9 } : one)),
};

const busyUntilMs = nowMs + 180_000;
const busy: AppState = {
  ...saving,
  lanes: [
    {
      ...hallwayLane,
      waiting: 68,
      activity: {
        kind: 'waiting',
        problem: { kind: 'module-busy', subject: 'Hallway module', nextTryAtMs: busyUntilMs },
        untilMs: busyUntilMs,
      },
    },
    barnLane,
  ],
};

const withModule = (changes: Partial<typeof hallway>): AppState => ({
  ...signedIn,
  systems: [{ ...cabin, modules: [{ ...hallway, ...changes }] }],
});

export const stories: Readonly<Record<string, Story>> = {
  imported: { state: imported, clips: clipsOf(twoDays), page: 'queue' },
  'sign-in': { state: signedOut, clips: none },
  'sign-in-suggested': {
    state: {
      ...signedOut,
      session: {
        kind: 'signed-out',
        problem: null,
        suggestedLine: 'refresh_token=eyJhbGciOiJub25lIn0.made-up.for-this-run|host=127.0.0.1|client_id=android',
      },
    },
    clips: none,
  },
  'sign-in-refused': {
    state: { ...signedOut, session: { kind: 'signed-out', problem: { kind: 'sign-in-refused' }, suggestedLine: null } },
    clips: none,
  },
  'sign-in-window': { state: { ...newcomer, session: { kind: 'signing-in', at: 'window' } }, clips: none },
  'sign-in-browser': { state: { ...newcomer, session: { kind: 'signing-in', at: 'browser' } }, clips: none },
  'signing-in': { state: { ...newcomer, session: { kind: 'signing-in', at: 'blink' } }, clips: none },
  'sign-in-failed': {
    state: { ...newcomer, session: { kind: 'signed-out', problem: { kind: 'sign-in-failed' }, suggestedLine: null } },
    clips: none,
    step: 'sign-in',
  },
  welcome: { state: newcomer, clips: none },
  'drives-looking': { state: { ...arrived, systems: [], checking: true }, clips: none },
  'drives-reading': {
    state: {
      ...arrived,
      checking: true,
      systems: [{ ...cabin, modules: [hallway, { ...barn, listedAtMs: null, driveUsedPercent: null }] }],
    },
    clips: clipsOf(twoDays),
  },
  'drives-found': { state: { ...arrived, systems: barnOffline }, clips: library },
  'drives-missing': {
    state: {
      ...arrived,
      systems: [
        {
          ...cabin,
          modules: [
            {
              ...hallway,
              drive: 'unmounted',
              driveUsedPercent: null,
              problem: { kind: 'drive-missing', subject: 'Hallway module' },
            },
          ],
        },
      ],
    },
    clips: none,
  },
  'drives-elsewhere': {
    state: {
      ...arrived,
      systems: [
        { ...cabin, modules: [{ ...hallway, problem: { kind: 'clips-elsewhere', subject: 'Hallway module' } }] },
      ],
    },
    clips: none,
  },
  'drives-none': { state: { ...arrived, systems: [{ ...cabin, modules: [], cameras: [] }] }, clips: none },
  'signed-in': { state: arrived, clips: library, step: 'sign-in' },
  folder: { state: arrived, clips: library, step: 'folder' },
  'folder-no-clips': { state: arrived, clips: none, step: 'folder' },
  'folder-chosen': { state: { ...arrived, folder: signedIn.folder }, clips: library, step: 'folder' },
  'folder-refused': {
    state: {
      ...arrived,
      folder: {
        kind: 'problem',
        path: '/mnt/nas/Blink',
        problem: { kind: 'folder-read-only', subject: '/mnt/nas/Blink' },
      },
    },
    clips: library,
    step: 'folder',
  },
  library: { state: signedIn, clips: library },
  saving: { state: saving, clips: library },
  queue: { state: queue, clips: library, page: 'queue' },
  'little-room': { state: littleRoom, clips: library, page: 'queue' },
  'little-room-bar': { state: littleRoom, clips: library },
  'empty-queue': { state: signedIn, clips: library, page: 'queue' },
  'all-paused': {
    state: {
      ...queue,
      pause: { untilMs: null },
      jobs: queue.jobs.slice(0, 1).map((one) => ({ ...one, state: 'paused' })),
    },
    clips: library,
    page: 'queue',
  },
  fetching: {
    state: {
      ...signedIn,
      lanes: [{ ...hallwayLane, arriving: [{ key: keyOf(4), part: 0.58 }] }, barnLane],
    },
    clips: library,
    slow: true,
  },
  grid: { state: { ...signedIn, settings: { ...signedIn.settings, clipsAs: 'grid' } }, clips: library },
  told: {
    state: {
      ...signedIn,
      told: [
        { id: 3, atMs: nowMs, of: 'clips', title: '3 new clips at Cabin', text: 'Front gate 2, Workshop 1' },
        { id: 2, atMs: nowMs - 17 * 3_600_000, of: 'job', title: '8,412 clips saved and checked', text: '16.1 GB' },
        { id: 1, atMs: nowMs - 29 * 3_600_000, of: 'problem', title: 'The drive is full.', text: 'Nothing is lost.' },
      ],
    },
    clips: library,
  },
  'leaving-out': { state: leavingOut, clips: clipsOf(twoDays) },
  'auto-save': {
    state: {
      ...signedIn,
      settings: {
        ...signedIn.settings,
        autoSave: { ignored: ['Workshop', 'Cat flap'], sinceMs: nowMs - 3 * 86_400_000 },
      },
    },
    clips: library,
  },
  deleting: { state: { ...mayDelete, deletion }, clips: library },
  'deleting-saving': { state: { ...saving, settings: mayDelete.settings, deletion }, clips: library },
  'deleting-stopped': {
    state: {
      ...mayDelete,
      deletion: {
        ...deletion,
        state: 'stopped',
        stoppedBy: 'stranger',
        unsettled: 0,
        kept: [
          { why: 'not-asked', clips: 57 },
          { why: 'file-changed', clips: 3 },
        ],
      },
    },
    clips: library,
  },
  'deleting-done': {
    state: { ...mayDelete, deletion: { ...deletion, state: 'done', deleted: 80, unsettled: 0 } },
    clips: library,
  },
  'may-delete': { state: mayDelete, clips: library },
  'no-folder': { state: { ...signedIn, folder: { kind: 'none' } }, clips: library },
  'job-done': { state: ended({ saved: 80, bytes: 112e6 }), clips: library },
  'job-failed': { state: ended({ saved: 77, failed: 3 }), clips: library },
  'signed-out': {
    state: { ...signedIn, session: { kind: 'signed-out', problem: { kind: 'signed-out' }, suggestedLine: null } },
    clips: library,
  },
  offline: {
    state: { ...signedIn, notices: [{ id: 1, problem: { kind: 'offline' }, atMs: nowMs }] },
    clips: library,
  },
  'module-busy': { state: busy, clips: library },
  'queue-busy': { state: busy, clips: library, page: 'queue' },
  'drive-filling': {
    state: withModule({ driveUsedPercent: 91, driveFullAtMs: nowMs + 9 * 86_400_000 }),
    clips: library,
  },
  'unexpected-answer': {
    state: {
      ...signedIn,
      notices: [
        {
          id: 3,
          problem: { kind: 'unexpected-answer', details: 'home: networks[0].time_zone is a number' },
          atMs: nowMs,
        },
      ],
    },
    clips: library,
  },
  'folder-missing': {
    state: {
      ...signedIn,
      folder: {
        kind: 'problem',
        path: '/mnt/nas/Blink',
        problem: { kind: 'folder-missing', subject: 'Videos/Blink' },
      },
    },
    clips: library,
  },
  'drive-full': {
    state: withModule({
      drive: 'memory_full',
      driveUsedPercent: 100,
      problem: { kind: 'drive-full', subject: 'Hallway module' },
    }),
    clips: library,
  },
  'drive-missing': {
    state: withModule({
      drive: 'unmounted',
      driveUsedPercent: null,
      problem: { kind: 'drive-missing', subject: 'Hallway module' },
    }),
    clips: none,
  },
  'module-offline': {
    state: withModule({ online: false, problem: { kind: 'module-offline', subject: 'Hallway module' } }),
    clips: none,
  },
  'disk-full': {
    state: {
      ...signedIn,
      notices: [{ id: 1, problem: { kind: 'disk-full', subject: '/home/someone/Videos/Blink' }, atMs: nowMs }],
    },
    clips: library,
  },
  'no-clips': { state: withModule({}), clips: none },
  reading: { state: { ...withModule({ listedAtMs: null }), checking: true }, clips: none },
  'all-saved': {
    state: signedIn,
    clips: clipsOf(twoDays.map((clip) => ({ ...clip, flags: ClipFlag.onDrive | ClipFlag.saved | ClipFlag.seen }))),
  },
};
