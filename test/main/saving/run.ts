// One run of the app's core: real client, index, files and cache, on a clock and a cloud that tests drive.
import type { Worker } from 'node:worker_threads';
import { connectBlink } from '../../../main/blink/index.ts';
import type { Clock } from '../../../main/clock.ts';
import type { memorySecrets } from '../../../main/keychain/memory.ts';
import { type Copy, type Library, openLibrary } from '../../../main/library/index.ts';
import { ClipCache } from '../../../main/media/cache.ts';
import { type ChosenFolder, chooseFolder, isOpenJob, Saving } from '../../../main/saving/index.ts';
import {
  ClipFlag,
  type ClipKey,
  type DayHours,
  type Deletion,
  type Job,
  type Pace,
  type Problem,
} from '../../../preload/contract.ts';
import { type BlinkCloud, seededRandom, type TruthRow } from '../../blink-cloud/index.ts';
import { indexWorker } from '../../index-worker.ts';
import type { VirtualClock } from '../../virtual-clock.ts';
import { given, silentLog } from '../blink/connected.ts';
import { death, type Fate, fated, mortal } from './mortal.ts';

export interface RunOptions {
  readonly pace?: Pace;
  readonly savingHours?: () => DayHours | null;
  readonly reserveBytes?: number;
  /** How far the computer's clock is from the true time, ms: it may jump. */
  readonly offMs?: () => number;
  /** Resolves when the computer is awake: no timer ends and no answer is heard before. */
  readonly awake?: () => Promise<void>;
  /** Saves here instead. */
  readonly folder?: string;
  readonly worker?: () => Worker;
  /** Reads no list at the start. */
  readonly unlisted?: boolean;
  readonly fate?: Fate;
  /** What becomes of each request to delete a clip; `send` lets it through. */
  readonly onDelete?: (send: () => Promise<Response>, nth: number, cloud: BlinkCloud) => Promise<Response>;
  /** Answers in place of the library where a story needs something odd of it. */
  readonly odd?: Partial<Pick<Library, 'wantedName'>>;
}

export interface Run {
  readonly saving: Saving;
  readonly library: Library;
  /** Why the profile's disk does not take what saving writes down. */
  indexProblem(): Problem | null;
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
  /** Deletes these from the drive; waits until it is over. */
  delete(keys: readonly ClipKey[]): Promise<Deletion>;
  /** What the index says of the files in the folder. */
  copies(): Promise<readonly Copy[]>;
  /** As a person quits. */
  quit(): Promise<void>;
  /** Resolves when its fate has come. */
  readonly killed: Promise<void>;
}

export interface Surroundings {
  readonly clock: VirtualClock;
  readonly cloud: BlinkCloud;
  readonly secrets: ReturnType<typeof memorySecrets>;
  readonly folder: string;
  readonly profile: string;
}

export async function startRun(
  { clock: trueClock, cloud, secrets, folder, profile }: Surroundings,
  options: RunOptions,
): Promise<Run> {
  const whenAwake = options.awake ?? (async () => undefined);
  const clock: Clock = {
    ...trueClock,
    now: () => trueClock.now() + (options.offMs?.() ?? 0),
    sleep: (ms, signal) => trueClock.sleep(ms, signal).then(whenAwake),
  };
  const fetch: typeof cloud.fetch = (input, init) => cloud.fetch(input, init).finally(whenAwake);
  const { pace = 'full', reserveBytes = 0, worker = indexWorker, fate, odd } = options;
  const end = death();
  const mortalClock = end.clock(clock);
  let indexProblem: Problem | null = null;
  let onChange: (() => void)[] = [];
  const changed = () => {
    for (const look of onChange) look();
  };
  const onTrouble = (found: Problem | null) => {
    indexProblem = found;
    changed();
  };
  const opened = given(await openLibrary({ profile, clock, worker: worker(), log: silentLog, onTrouble })).library;
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
    deletions: fated(mortal(opened.deletions, end.until), fate, kill),
    cache: mortal(opened.cache, end.until),
    budget: mortal(opened.budget, end.until),
  };

  const blink = connectBlink({
    fetch: end.until(fetch),
    secrets,
    clock: mortalClock,
    random: seededRandom(2),
    budgetStore: library.budget,
    pace: () => pace,
    baseUrl: null,
    version: '0.0.0',
    log: silentLog,
  });
  const shelf = await clock.busy(ClipCache.open({ profile, store: library.cache, maxBytes: 1e9, clock: mortalClock }));
  const saving = new Saving({
    cloud: blink.cloud,
    library,
    shelf,
    profile,
    clock: mortalClock,
    random: seededRandom(3),
    pace: () => pace,
    savingHours: () => options.savingHours?.() ?? null,
    isDriveFilling: () => false,
    reserveBytes,
    log: silentLog,
    onChange: changed,
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
    await until(() => !saving.jobs().some(isOpenJob));
    return saving.jobs();
  };
  let quitting: Promise<void> | null = null;
  const run: Run = {
    saving,
    library,
    indexProblem: () => indexProblem,
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
    async delete(chosenKeys) {
      saving.deletions.start(chosenKeys);
      await until(() => saving.deletions.shown()?.state !== 'running');
      const over = saving.deletions.shown();
      if (!over) throw new Error('nothing was deleted');
      return over;
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
  if (!end.happened && !options.unlisted) await run.list();
  return run;
}

export const isSaved = (run: Run, key: ClipKey): boolean => ((run.library.row(key)?.flags ?? 0) & ClipFlag.saved) !== 0;
