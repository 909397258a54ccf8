// The states in which the window is looked at, by name.
import { type AppState, ClipFlag, type Clips } from '../../../preload/contract.ts';
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
}

const none = clipsOf([]);
const library = manyClips(12_916);
const [hallwayLane, barnLane] = signedIn.lanes;
if (!hallwayLane || !barnLane) throw new Error('the made-up house has two modules');

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
  'sign-in-wrong': {
    state: { ...signedOut, session: { kind: 'signed-out', problem: { kind: 'sign-in-refused' }, suggestedLine: null } },
    clips: none,
  },
  'signing-in': { state: { ...signedOut, session: { kind: 'signing-in', at: 'blink' } }, clips: none },
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
  grid: { state: { ...signedIn, settings: { ...signedIn.settings, clipsAs: 'grid' } }, clips: library },
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
  'module-busy': {
    state: {
      ...saving,
      notices: [
        {
          id: 2,
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
