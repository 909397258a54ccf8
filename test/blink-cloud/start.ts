// Starts a simulated cloud in a process of its own, for specs and the demo.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, firstLine, start } from '../desktop/process.ts';

/** A simulated cloud, as its first line and its command line say. */
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
  /** From now on nobody listens at its address. */
  stop(): Promise<void>;
}

/** `args` as behind `npm run blink-cloud --`. Its files go when it ends, with `toEnd`. */
export async function startCloud(args: readonly string[], toEnd: AsyncDisposableStack): Promise<Cloud> {
  const folder = mkdtempSync(join(tmpdir(), 'cliptray-cloud-'));
  toEnd.defer(() => rmSync(folder, { recursive: true }));
  const log = join(folder, 'requests.log');
  const child = start(process.execPath, [join(import.meta.dirname, 'cli.ts'), '--log', log, ...args], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => end(child);
  toEnd.defer(stop);
  return { ...JSON.parse(await firstLine('the simulated cloud', child)), log, stop } as Cloud; // its own format
}
