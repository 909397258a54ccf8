// Starts a simulated cloud in a process of its own, for specs and the demo.
import { join } from 'node:path';
import { end, firstLine, start } from '../desktop/process.ts';

/** A running cloud, as its first line and its command line say. */
export interface Cloud {
  readonly url: string;
  readonly refreshToken: string;
  readonly accessToken: string;
  readonly accountId: number;
  readonly networks: readonly { readonly id: number; readonly modules: readonly number[] }[];
  /** File that says which clips any drive held, with their hashes. */
  readonly truth: string;
  /** File with a JSON line for each request that was answered. */
  readonly log: string;
}

/** `folder` holds its truth and its log; `args` as behind `npm run blink-cloud --`. */
export async function startCloud(
  folder: string,
  args: readonly string[],
): Promise<{ readonly cloud: Cloud; readonly stop: () => Promise<void> }> {
  const log = join(folder, 'cloud.log');
  const child = start(process.execPath, [join(import.meta.dirname, 'cli.ts'), '--log', log, ...args], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => end(child);
  try {
    const cloud: Cloud = { ...JSON.parse(await firstLine('the simulated cloud', child)), log }; // its own format
    return { cloud, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
