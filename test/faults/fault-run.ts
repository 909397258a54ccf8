// One run: everything is saved, renamed, imported and deleted under fire, and compared with the truth.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TruthRow } from '../blink-cloud/index.ts';
import { type Random, seededRandom, shuffled } from '../blink-cloud/random.ts';
import { type RunningCloud, startCloud } from '../blink-cloud/running.ts';
import type { FaultRun } from './arguments.ts';
import { Index } from './caught.ts';
import { compare, compareIndex, type Losses, oddities, withoutDay } from './compare.ts';
import { appComputer, type Computer, commandLineComputer } from './computer.ts';
import { usualFaults } from './fault-list.ts';
import { type FetchedTwice, fetchedTwice } from './fetched-twice.ts';
import { Fire } from './fire.ts';
import { hiddenDesktop } from './hidden-desktop.ts';
import { faultsIn, killsIn, type Report, signInsIn, spellsIn } from './report.ts';
import type { Stage } from './stage.ts';
import { carriedDrive, deleting, importing, listing, renaming, saving, spoilThree } from './stages.ts';
import { Standing } from './standing.ts';

/** What the second computer has to fetch: all else comes on a carried drive. */
const notCarried = 0.05;
/** Of what takes seconds only. */
const fewKills = 4;

/** What it starts is ended, and what it makes is removed, with `toEnd`. */
export async function faultRun(
  run: FaultRun,
  say: (line: string) => void,
  toEnd: AsyncDisposableStack,
): Promise<Report> {
  const startedAtMs = Date.now();
  const random = seededRandom(run.seed);
  const home = mkdtempSync(join(tmpdir(), 'cliptray-faults-'));
  toEnd.defer(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));
  const faults = run.faults ?? usualFaults(random);
  say(`seed ${run.seed}, faults ${faults}`);
  const cloud = await startCloud(home, ...cloudWords(run, faults));
  toEnd.defer(() => cloud.end());
  const fire = new Fire(run, cloud, say);
  toEnd.defer(() => fire.end());
  const truth = await cloud.truth();
  const first = await firstComputer(run, cloud, join(home, 'first'), toEnd);

  const trial = new Trial(fire, truth);
  const parts = (computer: Computer, kills: number) => ({ computer, random, kills, say });
  await trial.live(saving(parts(first, run.kills), run.clips), first);
  trial.judge('saved', first);
  const again = fetchedTwice(await cloud.log(), truth, fire.losses, fire.spells);
  trial.expectNone(again.unexplained, (found) => `fetched twice: ${found}`);

  await trial.live(renaming(parts(first, fewKills), '{camera}/{date} {time} {camera}'), first);
  trial.judge('renamed', first, withoutDay);
  const imported = await importAndSave(run, cloud, trial, random, { first, home, say });
  const { asked, gone } = await deleteSome(run, cloud, trial, parts(first, fewKills));

  const log = await cloud.log();
  const signIns = signInsIn(log);
  trial.expectNone(signIns.byItself + signIns.refused > 0 ? ['signed in by itself'] : []);
  return {
    seed: run.seed,
    clips: run.clips,
    by: run.isApp ? 'app' : 'command line',
    seconds: Math.round((Date.now() - startedAtMs) / 1000),
    requests: log.length,
    faults: faultsIn(log),
    spells: spellsIn(fire.spells),
    kills: killsIn(fire.kills),
    folders: trial.folders,
    fetchedTwice: countOf(again),
    signIns,
    imported,
    deleted: gone,
    deletionsKept: asked - gone,
    differences: trial.differences,
  };
}

/** What came of the stages; after one that failed, no other is begun. */
class Trial {
  readonly folders: Record<string, Omit<Losses, 'differences'>> = {};
  readonly differences: string[] = [];
  readonly #fire: Fire;
  readonly #truth: readonly TruthRow[];
  isOver = false;

  constructor(fire: Fire, truth: readonly TruthRow[]) {
    this.#fire = fire;
    this.#truth = truth;
  }

  async live(stage: Stage, computer: Computer): Promise<void> {
    if (this.isOver) return;
    const failure = await this.#fire.through(stage, new Standing(computer.clips));
    if (failure === null) return;
    this.isOver = true;
    this.differences.push(failure);
  }

  /** Folder and index against the truth. */
  judge(name: string, { clips, profile }: Computer, renamed?: (name: string) => string): void {
    if (this.isOver && name !== 'saved') return;
    const { differences, ...losses } = compare(clips, this.#truth, renamed);
    this.folders[name] = losses;
    const index = new Index(profile, clips);
    this.expectNone([...differences, ...compareIndex(index, this.#truth)], (found) => `${name}: ${found}`);
    index.close();
  }

  expectNone(found: readonly string[], words = (one: string) => one): void {
    this.differences.push(...found.map(words));
  }
}

/** On a second computer with a sign-in of its own. Answers how many clips were imported. */
async function importAndSave(
  run: FaultRun,
  cloud: RunningCloud,
  trial: Trial,
  random: Random,
  { first, home, say }: { readonly first: Computer; readonly home: string; readonly say: (line: string) => void },
): Promise<number> {
  if (trial.isOver) return 0;
  const { refreshToken } = (await cloud.control({ signInAgain: true })) as { refreshToken: string }; // its own format
  const second = commandLineComputer({ cloud, speed: run.speed, home: join(home, 'second') }, refreshToken);
  const parts = { computer: second, random, kills: fewKills, say };
  const truth = await cloud.truth();
  const carried = shuffled(random, truth).slice(Math.ceil(truth.length * notCarried));
  const drive = carriedDrive(join(home, 'drive'), carried, await standingIn(first));
  await trial.live(listing({ ...parts, kills: 1 }), second);
  await trial.live(importing(parts, drive, carried.length), second);
  const importedAtMs = Date.now();
  const imported = new Set(ask<{ sha256: string }>(second, `sha256 from copies where proof <> 'fetched'`).map(sha));
  await trial.live(saving(parts, run.clips, 'saving the rest'), second);
  trial.judge('imported', second);
  const asked = (await cloud.log()).filter(({ route, t }) => route === 'post' && t >= importedAtMs);
  const needless = new Set(asked.flatMap(({ clip }) => (clip && imported.has(clip) ? [clip] : [])));
  trial.expectNone([...needless], (clip) => `${clip} was imported, and asked of its module all the same`);
  return imported.size;
}

/** Of some clips, three of which are not safe. */
async function deleteSome(
  { deletes }: FaultRun,
  cloud: RunningCloud,
  trial: Trial,
  parts: Parameters<typeof deleting>[0],
): Promise<{ readonly asked: number; readonly gone: number }> {
  if (deletes === 0 || trial.isOver) return { asked: 0, gone: 0 };
  const { computer, random } = parts;
  const standing = await standingIn(computer);
  const chosen = shuffled(random, ask<{ key: number; sha256: string }>(computer, 'key, sha256 from copies'));
  const wanted = chosen.slice(0, deletes);
  spoilThree(
    random,
    wanted.flatMap(({ sha256 }) => standing.get(sha256) ?? []),
  );
  const keys = wanted.map(({ key }) => key);
  await trial.live(deleting(parts, keys), computer);
  const asked = new Set(wanted.map(sha));
  const gone = (await cloud.truth()).filter((row) => row.gone_at !== undefined).map(sha);
  const safe = await new Standing(computer.clips).now();
  trial.expectNone(
    gone.filter((clip) => !asked.has(clip)),
    (clip) => `${clip} was deleted from its drive, and nobody asked for it`,
  );
  trial.expectNone(
    gone.filter((clip) => !safe.has(clip)),
    (clip) => `${clip} was deleted from its drive, and was not safe`,
  );
  trial.expectNone(gone.length === 0 ? ['nothing was deleted'] : []);
  return { asked: asked.size, gone: gone.length };
}

const sha = ({ sha256 }: { readonly sha256: string }) => sha256;

async function standingIn({ clips }: Computer): Promise<ReadonlyMap<string, string>> {
  return new Map((await new Standing(clips).files()).map(({ file, sha256 }) => [sha256, file]));
}

function ask<Row>({ profile, clips }: Computer, select: string): readonly Row[] {
  const index = new Index(profile, clips);
  try {
    return index.rows<Row>(select);
  } finally {
    index.close();
  }
}

const countOf = ({ unexplained, ...reasons }: FetchedTwice) => ({ ...reasons, unexplained: unexplained.length });

function cloudWords({ clips, speed, seed, modules }: FaultRun, faults: string): readonly string[] {
  const words = { clips, speed, seed, modules, odd: oddities, faults, 'token-ttl': 3600 };
  return Object.entries(words).flatMap(([name, value]) => (value === '' ? [] : [`--${name}`, String(value)]));
}

async function firstComputer(
  { isApp, speed }: FaultRun,
  cloud: RunningCloud,
  home: string,
  toEnd: AsyncDisposableStack,
): Promise<Computer> {
  mkdirSync(home);
  const parts = { cloud, speed, home };
  if (!isApp) return commandLineComputer(parts, cloud.refreshToken);
  const { executable, env } = await hiddenDesktop(home, toEnd);
  return appComputer(parts, executable, env);
}
