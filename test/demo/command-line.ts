// Reads the words behind `npm run demo --`.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Does the main job by itself instead of waiting for a person. */
  readonly tour: boolean;
  /** Absolute; null: a folder that the tour makes and names. */
  readonly out: string | null;
  /** Absolute; null: beside `out`. */
  readonly shots: string | null;
  /** Divides every duration, of the app and of its cloud. */
  readonly speed: number;
}

export const usage = `usage: npm run demo [-- --tour [--out DIR] [--shots DIR]] [--speed N]

  opens the app on a simulated cloud, until its window is closed

  --tour       does the main job by itself, compares what was saved with the truth, and ends
               (what happens anyway where there is no display)
  --out DIR    where the tour saves clips: an empty folder, or a new one
  --shots DIR  where the tour puts a picture of each step (default: beside --out)
  --speed N    divides every duration, of the app and of its cloud (default: 1, for the tour ${10})`;

const tourSpeed = 10;

/** A text says what is wrong. */
export function readCommandLine(words: readonly string[], hasDisplay: boolean): DemoOptions | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(words);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const tour = parsed.tour || !hasDisplay;
  const speed = parsed.speed === undefined ? (tour ? tourSpeed : 1) : Number(parsed.speed);
  if (!(speed > 0 && Number.isFinite(speed))) return `--speed takes a number above 0, not ${parsed.speed}`;
  if (!tour && (parsed.out ?? parsed.shots) !== undefined) return '--out and --shots are for the tour: add --tour';
  if (parsed.out === '' || parsed.shots === '') return '--out and --shots take a folder';
  const out = parsed.out === undefined ? null : resolve(parsed.out);
  const shots = parsed.shots === undefined ? null : resolve(parsed.shots);
  if (out !== null && !isEmpty(out)) return `--out ${out}: the tour needs an empty folder, or a new one`;
  return { tour, out, shots, speed };
}

const parse = (words: readonly string[]) =>
  parseArgs({
    args: [...words],
    options: {
      tour: { type: 'boolean', default: false },
      out: { type: 'string' },
      shots: { type: 'string' },
      speed: { type: 'string' },
    },
  }).values;

function isEmpty(folder: string): boolean {
  try {
    return !existsSync(folder) || readdirSync(folder).length === 0;
  } catch {
    return false; // a file, or not ours to read
  }
}
