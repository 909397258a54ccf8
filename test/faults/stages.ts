// What is done under fire, stage by stage: saving, renaming, importing, deleting.
import { existsSync, linkSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TruthRow } from '../blink-cloud/index.ts';
import { type Random, shuffled } from '../blink-cloud/random.ts';
import { Index } from './caught.ts';
import type { Computer } from './computer.ts';
import { drawMoments } from './moments.ts';
import type { Stage } from './stage.ts';

export interface StageParts {
  readonly computer: Computer;
  readonly random: Random;
  readonly kills: number;
  readonly say: (line: string) => void;
}

const savingAims = ['sealed', 'arriving', 'linked', 'requested', 'received', 'waiting'] as const;

/** Every clip: `clips` of them. */
export function saving({ computer, random, kills, say }: StageParts, clips: number, name = 'saving'): Stage {
  const index = new Index(computer.profile, computer.clips);
  const isDone = () => index.saved() >= clips && index.openJobs() === 0;
  const last = { after: 'begun', progress: clips, afterMs: 0, state: 'confirming' } as const;
  return {
    name,
    start: () => computer.save(isDone),
    moments: kills === 0 ? [] : [...drawMoments(random, kills - 1, clips, savingAims, 1500), last],
    progress: () => index.saved(),
    state: () => index.saving(),
    isDone,
    forget: () => index.close(),
    say,
  };
}

/** Files that are saved get names of another template. */
export function renaming({ computer, random, kills, say }: StageParts, template: string): Stage {
  const index = new Index(computer.profile, computer.clips);
  const renamed = () => index.rows<{ n: number }>(`count(*) as n from journal where event = 'renamed'`)[0]?.n ?? 0;
  return {
    name: 'renaming',
    start: () => computer.chore({ rename: template }),
    moments: drawMoments(random, kills, index.saved(), ['two names', 'planned'], 300),
    progress: renamed,
    state: () => index.renaming(),
    isDone: () => index.renamesLeft() === 0 && renamed() > 0,
    forget: () => index.close(),
    say,
  };
}

/** The clips are known, and wait to be saved; it is killed then. */
export function listing({ computer, say }: StageParts): Stage {
  const index = new Index(computer.profile, computer.clips);
  return {
    name: 'listing',
    start: () => computer.save(() => false),
    moments: [{ after: 'begun', progress: 1, afterMs: 0, state: null }],
    progress: () => index.openJobs(),
    state: () => index.saving(),
    isDone: () => index.rows('1 from jobs').length > 0,
    forget: () => index.close(),
    say,
  };
}

/** A carried drive with some of the clips, named as the drives of sync modules are thought to be, is imported. */
export function importing({ computer, random, kills, say }: StageParts, source: string, files: number): Stage {
  const index = new Index(computer.profile, computer.clips);
  let ended = false;
  return {
    name: 'importing',
    start() {
      const life = computer.import(source);
      void life.done.then(() => {
        ended = life.lastWords().includes('"done"');
      });
      return life;
    },
    moments: drawMoments(random, kills, files, ['sealed', 'linked', 'received'], 500),
    progress: () => index.saved(),
    state: () => index.importing(),
    isDone: () => ended,
    forget: () => index.close(),
    say,
  };
}

/** `standing`: where the clips stand, by SHA-256. The files are the same ones, on the same disk. */
export function carriedDrive(place: string, clips: readonly TruthRow[], standing: ReadonlyMap<string, string>): string {
  for (const { camera_name, created_at, sha256 } of clips) {
    const file = standing.get(sha256);
    const name = `${camera_name}_${created_at.slice(0, 19).replaceAll(':', '-')}`;
    const copy = join(place, 'blink_backups', created_at.slice(0, 10), name);
    mkdirSync(dirname(copy), { recursive: true });
    if (file) linkSync(file, existsSync(`${copy}.mp4`) ? `${copy} (${sha256.slice(0, 8)}).mp4` : `${copy}.mp4`);
  }
  return place;
}

/** These clips are deleted from the drives. */
export function deleting({ computer, random, kills, say }: StageParts, keys: readonly number[]): Stage {
  const index = new Index(computer.profile, computer.clips);
  const over = () =>
    index.rows<{ n: number }>(`count(distinct key) as n from deletions where outcome = 'deleted'`)[0]?.n ?? 0;
  let ended = false;
  return {
    name: 'deleting',
    start() {
      const life = computer.chore({ delete: keys });
      void life.done.then(() => {
        ended = life.lastWords().includes('"done"');
        if (ended) say(`deleting: ${life.lastWords()}`); // also why some were kept
      });
      return life;
    },
    moments: drawMoments(random, kills, keys.length / 2, ['intended', 'asked'], 1000),
    progress: over,
    state: () => index.deleting(),
    isDone: () => ended,
    forget: () => index.close(),
    say,
  };
}

/** Makes copies that permit no deletion: one gone, one cut short, one with other bytes of the same length. */
export function spoilThree(random: Random, files: readonly string[]): readonly string[] {
  const [gone, short, other] = shuffled(random, files);
  if (!gone || !short || !other) return [];
  rmSync(gone);
  truncateSync(short, 1000);
  writeFileSync(other, 'other', { flag: 'r+' });
  return [gone, short, other];
}
