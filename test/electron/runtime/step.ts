// One command of an installation: where it fails, the error says which step, why, and what to do about it.
import { type ExecFileOptions, execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface CommandFailure extends Error {
  readonly code?: string | number;
  readonly stdout?: string;
  readonly stderr?: string;
}

/** Gives the command's standard output. */
export async function step(
  what: string,
  hint: string,
  command: string,
  args: readonly string[],
  options: ExecFileOptions = {},
): Promise<string> {
  try {
    const { stdout } = await run(command, args, { maxBuffer: 64 << 20, ...options, encoding: 'utf8' });
    return stdout;
  } catch (error) {
    const failure = error as CommandFailure; // what execFile rejects with
    const missing = failure.code === 'ENOENT' ? `${command} is not installed` : '';
    const output = `${failure.stdout ?? ''}${failure.stderr ?? ''}`.trim().split('\n').slice(-8).join('\n');
    throw new Error(`${what} failed: ${missing || output || failure.message}\n${hint}`);
  }
}
