// One run: everything is saved, renamed, imported and deleted under fire, and compared with the truth.
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../blink-cloud/random.ts';
import { type RunningCloud, startCloud } from '../blink-cloud/running.ts';
import { hiddenDesktop } from '../desktop/hidden-desktop.ts';
import { describeElectron, findElectron } from '../electron/electron.ts';
import type { FaultRun } from './arguments.ts';
import { oddities, withoutDay } from './compare.ts';
import { appComputer, type Computer, commandLineComputer } from './computer.ts';
import { deleteSome } from './delete-some.ts';
import { usualFaults } from './fault-list.ts';
import { type FetchedTwice, fetchedTwice } from './fetched-twice.ts';
import { Fire } from './fire.ts';
import { asksOf, storyOf } from './on-computer.ts';
import { faultsIn, killsIn, type Report, signInsIn, spellsIn } from './report.ts';
import { importAndSave } from './second-computer.ts';
import { renaming, saving } from './stages.ts';
import { Trial } from './trial.ts';

/** What it starts is ended, and what it makes is removed, with `toEnd`. */
export async function faultRun(
  run: FaultRun,
  say: (line: string) => void,
  toEnd: AsyncDisposableStack,
): Promise<Report> {
  const startedAtMs = Date.now();
  const random = seededRandom(run.seed);
  const home = run.keep === null ? mkdtempSync(join(tmpdir(), 'cliptray-faults-')) : newFolder(run.keep);
  let isKept = run.keep !== null;
  toEnd.defer(() => {
    if (!isKept) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });
  const faults = run.faults ?? usualFaults(random);
  say(`seed ${run.seed}, faults ${faults}`);
  const cloud = await startCloud(home, ...cloudWords(run, faults));
  toEnd.defer(() => cloud.end());
  const fire = new Fire(run, cloud, say);
  toEnd.defer(() => fire.end());
  const truth = await cloud.truth();
  const first = await firstComputer(run, cloud, join(home, 'first'), toEnd);

  const trial = new Trial(fire, truth);
  const fewKills = Math.min(4, Math.ceil(run.kills / 2)); // of what takes seconds only
  const parts = (computer: Computer, kills: number) => ({ computer, random, kills, say });
  await trial.live(saving(parts(first, run.kills), run.clips), first);
  trial.judge('saved', first);
  const again = fetchedTwice(await cloud.log(), truth, {
    losses: fire.losses,
    spells: fire.spells,
    asks: asksOf(first),
  });
  trial.expectNone(
    again.unexplained,
    ({ clip, words }) => `fetched twice: ${words}; its story: ${storyOf(first, clip)}`,
  );

  await trial.live(renaming(parts(first, fewKills), '{camera}/{date} {time} {camera}'), first);
  trial.judge('renamed', first, withoutDay);
  const imported = await importAndSave({ run, cloud, trial, random, first, home, kills: fewKills, say });
  const { asked, gone } = await deleteSome(run.deletes, cloud, trial, parts(first, fewKills));

  const log = await cloud.log();
  const signIns = signInsIn(log);
  trial.expectNone(signIns.byItself + signIns.refused > 0 ? ['signed in by itself'] : []);
  isKept &&= trial.differences.length > 0;
  if (isKept) say(`kept in ${home}`);
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

function newFolder(folder: string): string {
  mkdirSync(folder); // what stands there already is nobody's to remove
  return realpathSync(folder);
}

const countOf = ({ unexplained, ...reasons }: FetchedTwice) => ({ ...reasons, unexplained: unexplained.length });

function cloudWords({ clips, speed, seed, modules }: FaultRun, faults: string): readonly string[] {
  // A third of the usual bytes over a third of the usual line: the same times, and less work for this computer.
  const sizes = { 'clip-kib': '100-833', mbps: 2.7 };
  const words = { clips, speed, seed, modules, cameras: 3, odd: oddities, faults, 'token-ttl': 3600, ...sizes };
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
  const found = await findElectron(console.log);
  if (!found.ok) throw new Error(`no Electron can be had: ${found.reason}`);
  console.log(describeElectron(found.electron));
  return appComputer(parts, found.electron.executable, await hiddenDesktop(home, toEnd));
}
