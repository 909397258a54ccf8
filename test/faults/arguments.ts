// Reads the words behind `npm run faults --`.
import { parseArgs } from 'node:util';

export interface FaultRun {
  readonly clips: number;
  /** Divides every duration, of the programs and of their cloud. */
  readonly speed: number;
  /** Decides the home, its faults, and the moments of the kills. */
  readonly seed: number;
  /** How often what saves is killed; what renames, imports and deletes is killed a few times besides. */
  readonly kills: number;
  readonly modules: number;
  /** The app does the saving, not the command line. */
  readonly isApp: boolean;
  /** As the cloud reads them; null: all kinds, each with a probability that is drawn. */
  readonly faults: string | null;
  /** So many clips are to be deleted from the drive at the end. */
  readonly deletes: number;
  /** Works in this folder, and leaves it where something differs; null: in a passing one. */
  readonly keep: string | null;
}

export const usage = `usage: npm run faults -- [options]
  --clips 200      on the drives
  --speed 20       divides every duration
  --seed N         decides the home, its faults, and the moments of the kills
  --kills N        of what saves (default: 6, and one more for each 100 clips)
  --modules 6      sync modules
  --app            the app saves, on a hidden desktop, not the command line
  --faults LIST    as of npm run blink-cloud (default: every kind at 1-4 %, 403 and 429 at 0.02-0.06 %)
  --deletes 24     clips that are deleted from the drives at the end
  --keep DIR       works in this new folder, and leaves it where something differs: request log, profiles, clips
`;

/** A text says what is wrong. */
export function readCommandLine(words: readonly string[]): FaultRun | string {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(words);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const clips = Number(values.clips);
  const run: FaultRun = {
    clips,
    speed: Number(values.speed),
    seed: Number(values.seed ?? Date.now() % 100_000),
    kills: Number(values.kills ?? 6 + Math.floor(clips / 100)),
    modules: Number(values.modules),
    isApp: values.app,
    faults: values.faults ?? null,
    deletes: Number(values.deletes),
    keep: values.keep ?? null,
  };
  const wrong = Object.entries(run).find(([, value]) => typeof value === 'number' && !(value >= 0));
  return wrong ? `--${wrong[0]} takes a number` : run;
}

const text = { type: 'string' } as const;
const parse = (words: readonly string[]) =>
  parseArgs({
    args: [...words],
    options: {
      clips: { ...text, default: '200' },
      speed: { ...text, default: '20' },
      seed: text,
      kills: text,
      modules: { ...text, default: '6' },
      app: { type: 'boolean', default: false },
      faults: text,
      deletes: { ...text, default: '24' },
      keep: text,
    },
  }).values;
