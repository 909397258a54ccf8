// A simulated cloud in a process of its own, over real TCP: for tests and benchmarks of whole programs.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { end, firstLine, start } from '../desktop/process.ts';
import type { Control, LogEntry, TruthRow } from './index.ts';

export interface RunningCloud {
  readonly url: string;
  readonly refreshToken: string;
  /** Ids of its sync modules. */
  readonly modules: readonly number[];
  /** File with a JSON line for each request. */
  readonly logFile: string;
  /** What the cameras recorded. */
  truth(): Promise<readonly TruthRow[]>;
  /** The requests answered so far, in the order in which their answers ended. */
  log(): Promise<readonly LogEntry[]>;
  /** Does something to it; answers what came of it. */
  control(command: Control): Promise<unknown>;
  /** It hears nothing and says nothing until `thaw`: connections stay open. */
  freeze(): void;
  thaw(): void;
  end(): Promise<void>;
}

/** Starts `npm run blink-cloud` with these words; `folder` is where it keeps its files. */
export async function startCloud(folder: string, ...words: readonly string[]): Promise<RunningCloud> {
  const log = join(folder, 'requests.log');
  const child = start(process.execPath, [join(import.meta.dirname, 'cli.ts'), '--log', log, ...words], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = JSON.parse(await firstLine('the simulated cloud', child));
  return {
    url: said.url,
    refreshToken: said.refreshToken,
    modules: said.networks[0].modules,
    logFile: log,
    truth: async () => JSON.parse(await readFile(said.truth, 'utf8')),
    log: async () => wholeLines(await readFile(log, 'utf8')).map((line) => JSON.parse(line)),
    async control(command) {
      const answer = await fetch(`${said.url}/_control`, { method: 'POST', body: JSON.stringify(command) });
      return answer.json();
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    end: () => end(child),
  };
}

/** The last one may be half written. */
const wholeLines = (text: string): readonly string[] => text.split('\n').slice(0, -1);
