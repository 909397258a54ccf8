// A second computer with a sign-in of its own: most clips come to it on a carried drive, the rest from the cloud.
import { join } from 'node:path';
import { type Random, shuffled } from '../blink-cloud/random.ts';
import type { RunningCloud } from '../blink-cloud/running.ts';
import type { FaultRun } from './arguments.ts';
import { type Computer, commandLineComputer } from './computer.ts';
import { ask, asksOf, sha, standingIn, storyOf } from './on-computer.ts';
import { carriedDrive, importing, listing, saving } from './stages.ts';
import type { Trial } from './trial.ts';

/** What is not on the carried drive. */
const notCarried = 0.05;

export interface SecondComputerParts {
  readonly run: FaultRun;
  readonly cloud: RunningCloud;
  readonly trial: Trial;
  readonly random: Random;
  /** Has all clips. */
  readonly first: Computer;
  /** Where the second one and the drive are made. */
  readonly home: string;
  readonly kills: number;
  readonly say: (line: string) => void;
}

/** Answers how many clips were imported. */
export async function importAndSave(given: SecondComputerParts): Promise<number> {
  const { run, cloud, trial, random, first, home, kills, say } = given;
  if (trial.isOver) return 0;
  const { refreshToken } = (await cloud.control({ signInAgain: true })) as { refreshToken: string }; // its own format
  const second = commandLineComputer({ cloud, speed: run.speed, home: join(home, 'second') }, refreshToken);
  const parts = { computer: second, random, kills, say };
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
  // Where ids were permuted since the list, another clip's pair means an imported one: nobody wanted that one.
  const asks = asksOf(second);
  const isWanted = (clip: string) => asks.get(clip)?.some((atMs) => atMs >= importedAtMs);
  const needless = new Set(asked.flatMap(({ clip }) => (clip && imported.has(clip) && isWanted(clip) ? [clip] : [])));
  trial.expectNone(
    [...needless],
    (clip) => `${clip} was imported, and asked of its module all the same: ${storyOf(second, clip)}`,
  );
  return imported.size;
}
