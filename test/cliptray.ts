// `cliptray` in a process of its own, against a simulated cloud: as a person would start it, with what it says.
import type { ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Pace } from '../preload/contract.ts';
import type { RunningCloud } from './blink-cloud/running.ts';
import { start } from './desktop/process.ts';

/** A line of `--json`; what it carries besides depends on the event. */
export interface Event {
  readonly event: string;
}

export interface Cliptray {
  readonly child: ChildProcess;
  /** Grows while it runs. */
  readonly events: readonly Event[];
  /** Resolves when it has said this, or has ended. */
  said(event: string): Promise<void>;
  /** Exit code; null: it was killed. */
  readonly ended: Promise<number | null>;
}

export const clipsIn = (folder: string): string => join(folder, 'clips');
export const profileIn = (folder: string): string => join(folder, 'profile');

/** Saves every clip into `folder`/clips; profile and tokens are kept beside it for the next run. */
export function startSaving(cloud: RunningCloud, folder: string, pace: Pace, speed = 1): Cliptray {
  const where = ['--to', clipsIn(folder), '--profile', profileIn(folder)];
  return startCliptray(['save', '--all', '--pace', pace, ...where], keychainless(cloud, folder, speed));
}

/** The environment of a computer without a keychain. */
export const keychainless = (
  { url, refreshToken }: Pick<RunningCloud, 'url' | 'refreshToken'>,
  folder: string,
  speed: number,
): NodeJS.ProcessEnv => ({
  ...process.env,
  LC_ALL: 'C.UTF-8',
  CLIPTRAY_BLINK_URL: url,
  CLIPTRAY_SPEED: String(speed),
  CLIPTRAY_TOKENS: refreshToken,
  CLIPTRAY_TOKEN_FILE: join(folder, 'tokens.json'),
});

/** Starts `cliptray` with these words; `input` is on its standard input. */
export const startCliptray = (words: readonly string[], env: NodeJS.ProcessEnv, input = ''): Cliptray =>
  startProgram(join(import.meta.dirname, '../main/cli.ts'), [...words, '--json'], env, input);

/** Starts a program of ours that prints a JSON line for each event. */
export function startProgram(program: string, words: readonly string[], env: NodeJS.ProcessEnv, input = ''): Cliptray {
  const child = start(process.execPath, [program, ...words], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin?.on('error', () => {}); // it was killed before it read
  child.stdin?.end(input);
  const events: Event[] = [];
  const heard = new EventEmitter();
  if (child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const said = read(line);
      events.push(said);
      heard.emit(said.event);
    });
  }
  child.stderr?.on('data', (text: Buffer) => process.stderr.write(unexpected(String(text))));
  const ended = once(child, 'close').then(([code]) => code);
  return {
    child,
    events,
    async said(event) {
      if (!events.some((said) => said.event === event)) await Promise.race([once(heard, event), ended]);
    },
    ended,
  };
}

/** A kill can leave half a line. */
function read(line: string): Event {
  try {
    return JSON.parse(line);
  } catch {
    return { event: 'cut short' };
  }
}

/** It warns that tokens are in a file; that is so in every test. */
const unexpected = (text: string): string => text.replace(/^Tokens are kept in a file.*\n/m, '');
