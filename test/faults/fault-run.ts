// One run: everything is saved, renamed, imported and deleted under fire, and compared with the truth.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Random, seededRandom, shuffled } from '../blink-cloud/random.ts';
import { type RunningCloud, startCloud } from '../blink-cloud/running.ts';
import type { FaultRun } from './arguments.ts';
import { Index } from './caught.ts';
import { compare, compareIndex, type Losses, oddities, withoutDay } from './compare.ts';
import { appComputer, type Computer, commandLineComputer } from './computer.ts';
import { usualFaults } from './fault-list.ts';
import { fetchedTwice, type Loss } from './fetched-twice.ts';
import { hiddenDesktop } from './hidden-desktop.ts';
import { faultsIn, killsIn, type Report, signInsIn, spellsIn } from './report.ts';
import { type Kill, liveThrough, type Stage } from './stage.ts';
import { carriedDrive, deleting, importing, renaming, saving, spoilThree } from './stages.ts';
import { Standing } from './standing.ts';
import { type Spell, weather } from './weather.ts';

/** The clips of the second computer come on a carried drive, but for this part. */
const notCarried = 0.15;
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

  const first = await firstComputer(run, cloud, home, toEnd);
  const truth = await cloud.truth();
  const parts = (computer: Computer, kills: number) => ({ computer, random, kills, say });
  const folders: Record<string, Losses> = {};
  const differences: string[] = [];
  const judge = (name: string, computer: Computer, renamed?: (name: string) => string) => {
    const losses = compare(computer.clips, truth, renamed);
    folders[name] = losses;
    const index = new Index(computer.profile, computer.clips);
    const wrong = [...losses.differences, ...compareIndex(index, truth)];
    index.close();
    differences.push(...wrong.map((found) => `${name}: ${found}`));
  };
  const live = async (stage: Stage, computer: Computer) => {
    const failure = await fire.through(stage, new Standing(computer.clips));
    if (failure) differences.push(failure);
    return failure === null;
  };

  let again = { pairChanged: 0, killed: 0, cutOff: 0, unexplained: [] as readonly string[] };
  await live(saving(parts(first, run.kills), run.clips), first);
  judge('saved', first);
  again = fetchedTwice(await cloud.log(), truth, fire.losses, fire.spells);

  await live(renaming(parts(first, fewKills), '{camera}/{date} {time} {camera}'), first);
  judge('renamed', first, withoutDay);

  const second = await secondComputer(run, cloud, home);
  const standing = new Map((await new Standing(first.clips).files()).map(({ file, sha256 }) => [sha256, file]));
  const carried = shuffled(random, truth).slice(Math.ceil(truth.length * notCarried));
  const drive = carriedDrive(join(home, 'drive'), carried, standing);
  const listing = second.save(() => false);
  await listing.begun;
  await listing.kill();
  await live(importing(parts(second, fewKills), drive, carried.length), second);
  const imported = importedBy(second);
  const importedAtMs = Date.now();
  await live(saving(parts(second, fewKills), run.clips, 'saving the rest'), second);
  judge('imported', second);
  const asked = (await cloud.log()).filter(({ route, t }) => route === 'post' && t >= importedAtMs);
  for (const { clip = '' } of asked)
    if (imported.has(clip)) differences.push(`${clip} was imported, and asked of its module all the same`);

  const deletion = await deleteSome(run, parts(first, fewKills), standing, live);
  const gone = (await cloud.truth()).filter((row) => row.gone_at !== undefined);
  const still = await new Standing(first.clips).now();
  for (const { sha256 } of gone) {
    if (!deletion.asked.has(sha256)) differences.push(`${sha256} was deleted from the drive, and nobody asked for it`);
    if (!still.has(sha256)) differences.push(`${sha256} was deleted from the drive, and was not safe`);
  }
  if (deletion.asked.size > 0 && gone.length === 0) differences.push('nothing was deleted');

  const log = await cloud.log();
  const signIns = signInsIn(log);
  if (signIns.byItself + signIns.refused > 0) differences.push('it signed in by itself');
  differences.push(...again.unexplained.map((found) => `fetched twice: ${found}`));
  return {
    seed: run.seed,
    clips: run.clips,
    by: run.isApp ? 'app' : 'command line',
    seconds: Math.round((Date.now() - startedAtMs) / 1000),
    requests: log.length,
    faults: faultsIn(log),
    spells: spellsIn(fire.spells),
    kills: killsIn(fire.kills),
    folders: Object.fromEntries(Object.entries(folders).map(([name, { differences: _, ...losses }]) => [name, losses])),
    fetchedTwice: { ...again, unexplained: again.unexplained.length },
    signIns,
    imported: imported.size,
    deleted: gone.length,
    deletionsKept: deletion.asked.size - gone.length,
    differences,
  };
}

/** Kills and cuts, and what they met. */
class Fire {
  readonly kills: Kill[] = [];
  readonly losses: Loss[] = [];
  readonly spells: Spell[] = [];
  readonly #run: FaultRun;
  readonly #cloud: RunningCloud;
  readonly #say: (line: string) => void;
  readonly #random: Random;
  #clearing = new AbortController();

  constructor(run: FaultRun, cloud: RunningCloud, say: (line: string) => void) {
    this.#run = run;
    this.#cloud = cloud;
    this.#say = say;
    this.#random = seededRandom(run.seed + 1);
  }

  /** What failed, or null. */
  async through(stage: Stage, standing: Standing): Promise<string | null> {
    const startedAtMs = Date.now();
    this.#clearing = new AbortController();
    const facts = { random: this.#random, speed: this.#run.speed, modules: this.#cloud.modules };
    const clouds = weather(this.#cloud, facts, this.spells, this.#clearing.signal);
    try {
      const { kills, failure } = await liveThrough(stage, async (kill) => {
        this.kills.push(kill);
        this.losses.push({ atMs: kill.atMs, standing: await standing.now() });
      });
      const seconds = Math.round((Date.now() - startedAtMs) / 1000);
      this.#say(`${stage.name}: ${failure ?? 'done'}, ${kills.length} kills, ${seconds} s`);
      return failure;
    } finally {
      this.#clearing.abort();
      await clouds;
    }
  }

  async end(): Promise<void> {
    this.#clearing.abort();
    this.#cloud.thaw();
  }
}

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
  const parts = { cloud, speed, home: join(home, 'first') };
  mkdirSync(parts.home);
  if (!isApp) return commandLineComputer(parts, cloud.refreshToken);
  const desktop = await hiddenDesktop(parts.home, toEnd);
  return appComputer(parts, desktop.executable, desktop.env);
}

/** It has a sign-in of its own. */
async function secondComputer({ speed }: FaultRun, cloud: RunningCloud, home: string): Promise<Computer> {
  const parts = { cloud, speed, home: join(home, 'second') };
  mkdirSync(parts.home);
  const { refreshToken } = (await cloud.control({ signInAgain: true })) as { refreshToken: string }; // its own format
  return commandLineComputer(parts, refreshToken);
}

function importedBy({ profile, clips }: Computer): ReadonlySet<string> {
  const index = new Index(profile, clips);
  const rows = index.rows<{ sha256: string }>(`sha256 from copies where proof <> 'fetched'`);
  index.close();
  return new Set(rows.map(({ sha256 }) => sha256));
}

/** Of some clips, three of which are not safe. Answers which were asked for. */
async function deleteSome(
  { deletes }: FaultRun,
  parts: {
    readonly computer: Computer;
    readonly random: Random;
    readonly kills: number;
    readonly say: (line: string) => void;
  },
  standing: ReadonlyMap<string, string>,
  live: (stage: Stage, computer: Computer) => Promise<boolean>,
): Promise<{ readonly asked: ReadonlySet<string> }> {
  if (deletes === 0) return { asked: new Set() };
  const { computer, random } = parts;
  const index = new Index(computer.profile, computer.clips);
  const copies = index.rows<{ key: number; sha256: string }>('key, sha256 from copies');
  index.close();
  const chosen = shuffled(random, copies).slice(0, deletes);
  spoilThree(
    random,
    chosen.flatMap(({ sha256 }) => standing.get(sha256) ?? []),
  );
  await live(
    deleting(
      parts,
      chosen.map(({ key }) => key),
    ),
    computer,
  );
  return { asked: new Set(chosen.map(({ sha256 }) => sha256)) };
}
