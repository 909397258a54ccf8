// A simulated home, and a person's computer that saves its clips: real client, index, files and cache on one virtual clock.
import { getEventListeners } from 'node:events';
import { mkdir, mkdtemp, readdir, readlink, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { connectBlink } from '../../../main/blink/index.ts';
import { memorySecrets } from '../../../main/keychain/memory.ts';
import { type Copy, type Library, openLibrary, type QueueStore } from '../../../main/library/index.ts';
import { ClipCache } from '../../../main/media/cache.ts';
import { type ChosenFolder, chooseFolder, Saving } from '../../../main/saving/index.ts';
import { ClipFlag, type ClipKey, type Job, type Pace } from '../../../preload/contract.ts';
import {
  type BlinkCloud,
  type CloudOptions,
  createBlinkCloud,
  type LogEntry,
  seededRandom,
  type TruthRow,
} from '../../blink-cloud/index.ts';
import { compareFolder } from '../../electron/compare-folder.ts';
import { indexWorker } from '../../index-worker.ts';
import { type VirtualClock, virtualClock } from '../../virtual-clock.ts';
import { given, silentLog } from '../blink/connected.ts';
import { death } from './mortal.ts';

/** When a run of the app is killed: before a call of the queue's store goes out, or when it is committed. */
export interface Fate {
  readonly call: keyof QueueStore;
  readonly moment: 'before' | 'after';
  /** The how manieth such call. */
  readonly nth: number;
}

export interface RunOptions {
  readonly pace?: Pace;
  readonly reserveBytes?: number;
  /** Saves here instead. */
  readonly folder?: string;
  readonly fate?: Fate;
  /** Answers in place of the library where a story needs something odd of it. */
  readonly odd?: Partial<Pick<Library, 'nameOf'>>;
}

/** One run of the app's core. */
export interface Run {
  readonly saving: Saving;
  readonly library: Library;
  /** Clips that were ever listed, newest first. */
  keys(): readonly ClipKey[];
  /** Its only clip that was recorded then. */
  keyOf(row: TruthRow): ClipKey;
  /** Resolves when it holds; looked at when anything about saving changed. */
  until(holds: () => boolean): Promise<void>;
  /** Queues every clip, or these, and waits until no job is open. */
  save(keys?: readonly ClipKey[]): Promise<readonly Job[]>;
  /** Waits until no job is open. */
  idle(): Promise<readonly Job[]>;
  list(): Promise<void>;
  /** What the index says of the files in the folder. */
  copies(): Promise<readonly Copy[]>;
  /** As a person quits. */
  quit(): Promise<void>;
  /** Resolves when its fate has come. */
  readonly killed: Promise<void>;
}

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
      const watched: typeof fetch = (input, init) => {
        if (init?.signal) signals.add(init.signal);
        return fetch(input, init);
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

interface Surroundings {
  readonly clock: VirtualClock;
  readonly cloud: BlinkCloud;
  readonly secrets: ReturnType<typeof memorySecrets>;
  readonly folder: string;
  readonly profile: string;
}

async function startRun({ clock, cloud, secrets, folder, profile }: Surroundings, options: RunOptions): Promise<Run> {
  const { pace = 'full', reserveBytes = 0, fate, odd } = options;
  const end = death();
  const mortalClock = end.clock(clock);
  const opened = given(await openLibrary({ profile, clock, workerFile: indexWorker, log: silentLog })).library;
  let onKilled = () => {};
  const killed = new Promise<void>((resolve) => {
    onKilled = resolve;
  });
  const kill = () => {
    end.kill();
    onKilled();
  };
  const library: Library = {
    ...mortal(opened, end.until),
    ...odd,
    queue: fated(mortal(opened.queue, end.until), fate, kill),
    cache: mortal(opened.cache, end.until),
    budget: mortal(opened.budget, end.until),
  };

  const blink = connectBlink({
    fetch: end.until(cloud.fetch),
    secrets,
    clock: mortalClock,
    random: seededRandom(2),
    budgetStore: library.budget,
    pace: () => pace,
    baseUrl: null,
    version: '0.0.0',
    log: silentLog,
  });
  let onChange: (() => void)[] = [];
  const shelf = await clock.busy(ClipCache.open({ profile, store: library.cache, maxBytes: 1e9, clock: mortalClock }));
  const saving = new Saving({
    cloud: blink.cloud,
    library,
    shelf,
    profile,
    clock: mortalClock,
    random: seededRandom(3),
    pace: () => pace,
    reserveBytes,
    log: silentLog,
    onChange: () => {
      for (const look of onChange) look();
    },
  });

  await library.useAccount(await library.lastAccount());
  await blink.session.open();
  if (blink.session.status.kind !== 'signed-in') {
    given(await blink.session.signInWithTokenLine(cloud.tokens.refreshToken));
  }
  const home = given(await blink.cloud.homescreen('bulk'));
  await library.useAccount(home.accountId);
  await library.putSystems(home.networks, home.modules, home.cameras);
  saving.useModules(home.modules.map(({ id, networkId }) => ({ moduleId: id, networkId })));
  const chosen: ChosenFolder = given(await clock.busy(chooseFolder(options.folder ?? folder)));
  await saving.useFolder(chosen);

  const recordedAtMs = (key: ClipKey) => library.row(key)?.recordedAtMs ?? 0;
  const keys = () =>
    [...library.clips().columns.key]
      .map((key) => key as ClipKey) // counted as such by the index
      .sort((a, b) => recordedAtMs(b) - recordedAtMs(a));
  const isOpen = (job: Job) => job.state === 'running' || job.state === 'finishing';
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return;
        onChange = onChange.filter((other) => other !== look);
        resolve();
      };
      onChange = [...onChange, look];
      look();
    });
  const idle = async () => {
    await until(() => !saving.jobs().some(isOpen));
    return saving.jobs();
  };
  let quitting: Promise<void> | null = null;
  const run: Run = {
    saving,
    library,
    keys,
    keyOf({ camera, created_at }) {
      const found = keys().filter((key) => {
        const row = library.row(key);
        return row?.cameraName === camera && row.recordedAtMs === Date.parse(created_at);
      });
      const [key] = found;
      if (key === undefined || found.length > 1) throw new Error(`${found.length} clips of ${camera} at ${created_at}`);
      return key;
    },
    until,
    async save(chosenKeys = keys()) {
      given(await saving.save(chosenKeys, { kind: 'all' }));
      return idle();
    },
    idle,
    async list() {
      for (const { id } of home.modules) given(await saving.list(id, 'bulk'));
    },
    copies: () => library.queue.copiesIn(chosen.id),
    quit() {
      quitting ??= (async () => {
        if (!end.happened) await saving.close();
        if (!end.happened) await blink.close();
        await opened.close();
      })();
      return quitting;
    },
    killed,
  };
  if (!end.happened) await run.list();
  return run;
}

/** Every function that answers with a promise, until the end; the rest as it is. */
function mortal<Room extends object>(room: Room, until: ReturnType<typeof death>['until']): Room {
  return new Proxy(room, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      if (typeof part !== 'function') return part;
      return (...args: unknown[]) => {
        const answer: unknown = part.apply(target, args);
        return answer instanceof Promise ? until(() => answer)() : answer;
      };
    },
  });
}

function fated(store: QueueStore, fate: Fate | undefined, kill: () => void): QueueStore {
  if (!fate) return store;
  let calls = 0;
  return new Proxy(store, {
    get(target, name) {
      const part: unknown = Reflect.get(target, name);
      if (name !== fate.call || typeof part !== 'function') return part;
      return async (...args: unknown[]) => {
        calls += 1;
        if (calls !== fate.nth) return part.apply(target, args);
        if (fate.moment === 'before') kill();
        await part.apply(target, args);
        kill();
        return new Promise(() => {});
      };
    },
  });
}

/** No file of the place is open any more, and nothing listens to whoever might have given up. */
async function expectNothingHeld(place: string, signals: ReadonlySet<AbortSignal>): Promise<void> {
  expect([...signals].flatMap((signal) => getEventListeners(signal, 'abort'))).toEqual([]);
  if (process.platform !== 'linux') return; // where open files can be seen
  const open = await readdir('/proc/self/fd');
  const files = await Promise.all(open.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  expect(files.filter((file) => file.startsWith(place))).toEqual([]);
}

export const isSaved = (run: Run, key: ClipKey): boolean => ((run.library.row(key)?.flags ?? 0) & ClipFlag.saved) !== 0;
