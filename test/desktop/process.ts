// Programs that tests start: each is ended by whoever started it, and never outlives its test run.
import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';

export const run = promisify(execFile);

/** Starts a program that does not outlive this process, however it ends (the kernel sees to that, on Linux). */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  if (process.platform !== 'linux') return spawn(command, args, options);
  return spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], options);
}

/** SIGTERM, and after 5 s SIGKILL; waits until it is gone. Those that ended before are left alone. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(kill);
}

/** The first line that a program prints on `stream`; fails where it cannot start, or ends without one. */
export function firstLine(name: string, child: ChildProcess, stream: unknown = child.stdout): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!(stream instanceof Readable)) return reject(new Error(`the output of ${name} is not piped`));
    child.once('error', (error) => reject(new Error(`cannot start ${name}: ${error.message}`)));
    child.once('exit', (code, signal) => reject(new Error(`${name} ended at once (${code ?? signal})`)));
    createInterface({ input: stream }).once('line', resolve);
  });
}
