// What reaches the desktop, and what only the window's own list.
import { expect, onTestFinished, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Note } from '../../../main/desktop/notes.ts';
import { notifyOf } from '../../../main/desktop/notify.ts';
import {
  type AppState,
  ClipFlag,
  type ClipsPatch,
  type NotificationSettings,
  type SyncModule,
} from '../../../preload/contract.ts';
import { messagesFor } from '../../../renderer/messages/index.ts';
import { cabin, clipsOf, hallway, job, signedIn, twoDays } from '../../renderer/harness/made-up.ts';
import { virtualClock } from '../../virtual-clock.ts';

/** The made-up house, with `wanted` in its settings. */
function scene(wanted: Partial<NotificationSettings> = {}, isInFront = false) {
  const clock = virtualClock();
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const settings = { ...signedIn.settings, notifications: { ...signedIn.settings.notifications, ...wanted } };
  const store = createStore<AppState>(() => ({ ...signedIn, settings }));
  const clips = clipsOf(twoDays);
  const shown: string[] = [];
  const listed: string[] = [];
  let told: readonly number[] = [];
  const patched = new Set<(patch: ClipsPatch) => void>();
  const [module] = signedIn.systems[0]?.modules ?? [];
  if (!module) throw new Error('the made-up house has modules');
  notifyOf({
    store,
    library: {
      clips: () => clips,
      row: (key) => ({
        key,
        moduleId: module.id,
        camera: 0 as never, // nothing asks for it
        cameraName: key % 2 === 0 ? 'Front gate' : 'Workshop',
        recordedAtMs: clock.now(),
        sizeKiB: 1,
        lengthMs: 0,
        flags: ClipFlag.onDrive,
      }),
      onPatch: (hear) => {
        patched.add(hear);
        return () => patched.delete(hear);
      },
      onReset: () => () => {},
    },
    words: messagesFor('en'),
    clock,
    isInFront: () => isInFront,
    notifier: { show: async (note: Note) => void shown.push(`${note.title}: ${note.text}`), close: () => {} },
    list: (note) => listed.push(note.title),
    nearlyFullTold: () => told,
    rememberNearlyFull: (moduleIds) => {
      told = moduleIds;
    },
    signal: ending.signal,
  });
  const newest = Math.max(...clips.columns.key);
  return {
    clock,
    store,
    shown,
    listed,
    clipsCome(...steps: readonly number[]) {
      const key = Uint32Array.from(steps, (step) => newest + step);
      const flags = new Uint16Array(key.length).fill(ClipFlag.onDrive);
      const rows = { ...clips.columns, key, flags };
      for (const hear of patched) hear({ revision: 2, rows, cameras: null });
    },
    wait: (seconds: number) => clock.run(clock.sleep(seconds * 1000)),
    driveIs: (changes: Partial<SyncModule>) =>
      store.setState({ systems: [{ ...cabin, modules: [{ ...hallway, ...changes }] }] }),
    jobEnds: () => store.setState({ jobs: [{ ...job, state: 'done', saved: 80, endedAtMs: clock.now() }] }),
  };
}

test('a drive that gets nearly full is told once, with when it will be full; again when it had room between', () => {
  const { driveIs, shown } = scene();
  driveIs({ driveUsedPercent: 90 });
  expect(shown).toEqual([]);
  driveIs({ driveUsedPercent: 91, driveFullAtMs: Date.UTC(2026, 10, 23, 13) + 9 * 86_400_000 });
  driveIs({ driveUsedPercent: 92 });
  driveIs({ driveUsedPercent: null });
  driveIs({ driveUsedPercent: 93 });
  expect(shown).toEqual([
    'The drive in Hallway module is 91\u00a0% full: Full in about 9 days; nothing new is recorded then.',
  ]);
  driveIs({ driveUsedPercent: 60 });
  driveIs({ driveUsedPercent: 95, driveFullAtMs: null });
  expect(shown[1]).toBe('The drive in Hallway module is 95\u00a0% full: When it is full, nothing new is recorded.');
});

test('clips of one minute are one notification', async () => {
  const { clipsCome, wait, shown, listed } = scene();
  clipsCome(1, 2);
  await wait(30);
  clipsCome(3);
  await wait(31);
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatch(/^3 new clips at Cabin: (Front gate|Workshop) 2, (Front gate|Workshop) 1$/);
  expect(listed).toEqual(['3 new clips at Cabin']);
});

test('a camera that is muted is not told', async () => {
  const { clipsCome, wait, shown } = scene({ muted: ['Front gate'] });
  clipsCome(1, 2);
  await wait(61);
  expect(shown).toEqual(['1 new clip at Cabin: Workshop 1']);
});

test('new clips and jobs can be turned off; the list has them all the same', async () => {
  const { clipsCome, jobEnds, wait, shown, listed } = scene({ newClips: false, jobs: false });
  clipsCome(1);
  jobEnds();
  await wait(61);
  expect(shown).toEqual([]);
  expect(listed).toEqual(['80 clips saved and checked', '1 new clip at Cabin']);
});

test('nothing is told in quiet hours, nor while the window is looked at', async () => {
  const at = new Date(virtualClock().now());
  const fromMinute = at.getHours() * 60 + at.getMinutes();
  const quiet = scene({ quiet: { fromMinute, toMinute: (fromMinute + 60) % 1440 } });
  quiet.jobEnds();
  expect(quiet.shown).toEqual([]);
  expect(quiet.listed).toHaveLength(1);
  const inFront = scene({}, true);
  inFront.jobEnds();
  expect(inFront.shown).toEqual([]);
  expect(inFront.listed).toHaveLength(1);
});

test('a problem that only the person can solve is told, whatever is turned off', () => {
  const { store, shown } = scene({ newClips: false, jobs: false });
  store.setState({ session: { kind: 'signed-out', problem: { kind: 'signed-out' }, suggestedLine: null } });
  expect(shown).toHaveLength(1);
});
