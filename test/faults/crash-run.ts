// Saves a whole drive while being killed again and again, and says what is not as if nothing had happened.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from '../../main/saving/index.ts';
import { type LogEntry, seededRandom } from '../blink-cloud/index.ts';
import { startCloud } from '../blink-cloud/running.ts';
import { clipsIn, type Saving, startSaving } from '../cliptray.ts';
import { end } from '../desktop/process.ts';
import { compareFolder, filesIn } from '../electron/compare-folder.ts';
import { type ClipState, caughtIn, distribution } from './caught.ts';

const SPEED = 20;
const UPLOAD_MS = 4000;

export interface CrashRun {
  readonly clips: number;
  readonly kills: number;
  /** Decides the moments of the kills. */
  readonly seed: number;
  readonly say: (line: string) => void;
}

interface Kill {
  /** Unix ms. */
  readonly atMs: number;
  /** SHA-256 of every file that stood under its name. */
  readonly standing: ReadonlySet<string | null>;
  readonly caught: ClipState;
}

/** What went wrong, in words; nothing: the folder equals the truth, and no clip was fetched twice without need. */
export async function crashRun({ clips, kills, seed, say }: CrashRun): Promise<readonly string[]> {
  say(`${clips} clips, ${kills} kills, seed ${seed}`);
  const random = seededRandom(seed);
  const folder = await mkdtemp(join(tmpdir(), 'cliptray-faults-'));
  await mkdir(clipsIn(folder)); // the first kill may come before it is made
  const cloud = await startCloud(folder, '--clips', String(clips), '--speed', String(SPEED));
  const killed: Kill[] = [];
  try {
    // Uploads take longer than that in all, so that the last kill strikes before everything is saved.
    const longestRunMs = (clips * UPLOAD_MS) / SPEED / kills;
    while (killed.length < kills) {
      const saving = startSaving(cloud, folder, 'full', SPEED);
      // One in five at the start, the others while it saves, however slow the start is on this machine.
      const moment = random() < 0.2 ? 'start' : 'queued';
      const afterMs = Math.round(random() * longestRunMs);
      if (moment === 'queued') await saving.said('queued');
      await Promise.race([new Promise((resolve) => setTimeout(resolve, afterMs)), saving.ended]);
      if (saving.child.exitCode !== null) return [`it ended before it was killed: ${tailOf(saving)}`];
      saving.child.kill('SIGKILL');
      await saving.ended;
      const standing = await standingIn(clipsIn(folder));
      const caught = caughtIn(join(folder, 'profile'), clipsIn(folder));
      killed.push({ atMs: Date.now(), standing, caught });
      say(
        `killed ${afterMs} ms after ${moment === 'queued' ? 'it began to save' : 'its start'}, ${standing.size} clips saved, caught: ${caught}`,
      );
    }
    const last = startSaving(cloud, folder, 'full', SPEED);
    const code = await last.ended.finally(() => end(last.child));
    const { equal, differences } = compareFolder(clipsIn(folder), await cloud.truth());
    say(`${equal} clips equal the truth`);
    say(`kills by state of a clip: ${distribution(killed.map(({ caught }) => caught))}`);
    const exit = code === 0 ? [] : [`the last run ended with ${code}: ${tailOf(last)}`];
    return [...exit, ...differences, ...fetchedTooOften(await cloud.log(), killed)];
  } finally {
    await cloud.end();
    await rm(folder, { recursive: true });
  }
}

async function standingIn(folder: string): Promise<ReadonlySet<string | null>> {
  const files = filesIn(folder).filter((file) => !file.startsWith('.'));
  return new Set(await Promise.all(files.map((file) => hashOf(join(folder, file)))));
}

/** Clips that were asked for, or found, more than once and once more for each kill that caught them on their way. */
function fetchedTooOften(log: readonly LogEntry[], kills: readonly Kill[]): readonly string[] {
  const answered = log.filter(({ status }) => status === 200);
  const asked = answered.filter(({ route }) => route === 'post');
  return [...new Set(asked.map(({ clip }) => clip ?? ''))].flatMap((clip) => {
    const firstMs = Math.min(...asked.filter((entry) => entry.clip === clip).map(({ t }) => t));
    const caught = kills.filter(({ atMs, standing }) => firstMs < atMs && !standing.has(clip)).length;
    return ['post', 'get'].flatMap((route) => {
      const times = answered.filter((entry) => entry.route === route && entry.clip === clip).length;
      return times > 1 + caught ? [`${route} of ${clip}: ${times} times`] : [];
    });
  });
}

const tailOf = ({ events }: Saving): string => JSON.stringify(events.slice(-3));
