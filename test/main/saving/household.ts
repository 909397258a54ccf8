// A simulated home, and a person's computer that saves its clips, on one virtual clock.
import { getEventListeners } from 'node:events';
import { mkdir, mkdtemp, readdir, readlink, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { memorySecrets } from '../../../main/keychain/memory.ts';
import type { Job } from '../../../preload/contract.ts';
import {
  type BlinkCloud,
  type CloudOptions,
  createBlinkCloud,
  type LogEntry,
  seededRandom,
} from '../../blink-cloud/index.ts';
import { compareFolder } from '../../electron/compare-folder.ts';
import { type VirtualClock, virtualClock } from '../../virtual-clock.ts';
import { type Run, type RunOptions, startRun } from './run.ts';

export interface Household {
  readonly clock: VirtualClock;
  readonly cloud: BlinkCloud;
  /** Where clips are saved. */
  readonly folder: string;
  readonly profile: string;
  /** Signs in, reads the home and lists its clips. */
  start(options?: RunOptions): Promise<Run>;
  /** Lets the story happen. */
  tell(story: () => Promise<void>): Promise<void>;
  /** The folder holds every clip that was ever recorded, under its name, and nothing else. */
  expectAllSaved(folder?: string): void;
  /** Requests of one kind that Blink answered well. */
  answered(route: string): readonly LogEntry[];
  /** How often each clip was uploaded, most often first. */
  uploads(): readonly number[];
}

/** Gone when the test is over; with it goes the claim that nothing is left behind. */
export async function household(options: Partial<CloudOptions> = {}): Promise<Household> {
  const place = await realpath(await mkdtemp(join(tmpdir(), 'cliptray saving ')));
  const [folder, profile] = [join(place, 'clips'), join(place, 'profile')];
  await mkdir(profile);
  const clock = virtualClock();
  const cloud = createBlinkCloud({
    clock,
    random: seededRandom(1),
    clips: 8,
    cameras: 3,
    clipKib: { from: 6, to: 40 },
    ...options,
  });
  const secrets = memorySecrets();
  const runs: Run[] = [];
  const signals = new Set<AbortSignal>();
  onTestFinished(async () => {
    await clock.run(Promise.all(runs.map((run) => run.quit())));
    await expectNothingHeld(place, signals);
    await rm(place, { recursive: true });
  });

  const answered = (route: string) => cloud.log.filter((entry) => entry.route === route && entry.status === 200);
  return {
    clock,
    cloud,
    folder,
    profile,
    async start(options = {}) {
      const { fetch } = cloud;
      let deletions = 0;
      const watched: typeof fetch = (input, init) => {
        if (init?.signal) signals.add(init.signal);
        const send = () => fetch(input, init);
        return options.onDelete && String(input).includes('/clip/delete/')
          ? options.onDelete(send, ++deletions, cloud)
          : send();
      };
      const run = await startRun({ clock, cloud: { ...cloud, fetch: watched }, secrets, folder, profile }, options);
      runs.push(run);
      return run;
    },
    tell: (story) => clock.run(story()),
    expectAllSaved(where = folder) {
      const truth = cloud.truth();
      expect(compareFolder(where, truth)).toEqual({ equal: truth.length, differences: [] });
    },
    answered,
    uploads() {
      const times = new Map<string, number>();
      for (const { clip = '' } of answered('post')) times.set(clip, (times.get(clip) ?? 0) + 1);
      return [...times.values()].sort((a, b) => b - a);
    },
  };
}

/** Saves all; answers when so many clips are saved. `saved`: no job is open any more. */
export async function saveUntil(app: Run, count: number): Promise<{ saved: Promise<readonly Job[]>; job: Job }> {
  const saved = app.save();
  await app.until(() => app.saving.jobs()[0]?.saved === count);
  const [job] = app.saving.jobs();
  if (!job) throw new Error('no job');
  return { saved, job };
}

/** No file of the place is open any more, and nothing listens to whoever might have given up. */
async function expectNothingHeld(place: string, signals: ReadonlySet<AbortSignal>): Promise<void> {
  expect([...signals].flatMap((signal) => getEventListeners(signal, 'abort'))).toEqual([]);
  if (process.platform !== 'linux') return; // where open files can be seen
  const open = await readdir('/proc/self/fd');
  const files = await Promise.all(open.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  expect(files.filter((file) => file.startsWith(place))).toEqual([]);
}
