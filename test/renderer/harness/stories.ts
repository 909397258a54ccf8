// The states in which the window is looked at, by name.
import { type AppState, ClipFlag, type Clips } from '../../../preload/contract.ts';
import type { FirstRunStep } from '../../../renderer/store/first-run-model.ts';
import {
  barn,
  cabin,
  clipsOf,
  hallway,
  job,
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
  failed: [{ key: keyOf(6), problem: { kind: 'clip-damaged' }, attempts: 3, nextTryAtMs: nowMs + 60_000 }],
};

const ended = (changes: Partial<typeof job>): AppState => ({
  ...signedIn,
  jobs: [{ ...job, state: 'done', endedAtMs: nowMs, timeLeftMs: null, ...changes }],
});

const withModule = (changes: Partial<typeof hallway>): AppState => ({
  ...signedIn,
  systems: [{ ...cabin, modules: [{ ...hallway, ...changes }] }],
});

export const stories: Readonly<Record<string, Story>> = {
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
  fetching: {
    state: {
      ...signedIn,
      lanes: [{ ...hallwayLane, arriving: [{ key: keyOf(4), part: 0.58 }] }, barnLane],
    },
    clips: library,
    slow: true,
  },
  'no-folder': { state: { ...signedIn, folder: { kind: 'none' } }, clips: library },
  'job-done': { state: ended({ saved: 80, bytes: 112e6 }), clips: library },
  'job-failed': { state: ended({ saved: 77, failed: 3 }), clips: library },
  'signed-out': {
    state: { ...signedIn, session: { kind: 'signed-out', problem: { kind: 'signed-out' }, suggestedLine: null } },
    clips: library,
  },
  offline: {
    state: { ...signedIn, notices: [{ id: 1, level: 'info', problem: { kind: 'offline' }, atMs: nowMs }] },
    clips: library,
  },
  'module-busy': {
    state: {
      ...saving,
      notices: [
        {
          id: 2,
          level: 'warn',
          problem: { kind: 'module-busy', subject: 'Hallway module', nextTryAtMs: nowMs + 180_000 },
          atMs: nowMs,
        },
      ],
    },
    clips: library,
  },
  'unexpected-answer': {
    state: {
      ...signedIn,
      notices: [
        {
          id: 3,
          level: 'warn',
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
  'no-clips': { state: withModule({}), clips: none },
  reading: { state: { ...withModule({ listedAtMs: null }), checking: true }, clips: none },
  'all-saved': {
    state: signedIn,
    clips: clipsOf(twoDays.map((clip) => ({ ...clip, flags: ClipFlag.onDrive | ClipFlag.saved | ClipFlag.seen }))),
  },
};
