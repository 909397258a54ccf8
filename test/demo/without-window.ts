// Where no Electron can be had: the command line saves the same clips.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ProblemKind } from '../../preload/contract.ts';
import { problems } from '../../renderer/messages/en/problems.ts';
import { end, start } from '../desktop/process.ts';
import { root } from './run-script.ts';
import type { SimulatedHome } from './simulated-home.ts';
import type { Wanted } from './wanted.ts';

/** Saves into `out`; answers how many clips the command line says it has saved. */
export async function saveWithoutWindow(
  { cloud, speed, profile }: SimulatedHome,
  { camera, clips }: Wanted,
  out: string,
  toEnd: AsyncDisposableStack,
): Promise<number> {
  const since = clips.at(-1)?.created_at ?? '';
  const words = ['save', '--camera', camera, '--since', since, '--to', out, '--profile', profile, '--json'];
  const child = start(process.execPath, [join(root, 'main/cli.ts'), ...words], {
    env: {
      ...process.env,
      CLIPTRAY_BLINK_URL: cloud.url,
      CLIPTRAY_SPEED: String(speed),
      CLIPTRAY_TOKENS: cloud.refreshToken,
      CLIPTRAY_TOKEN_FILE: join(profile, 'tokens'), // there may be no keychain where there is no Electron
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  toEnd.defer(() => end(child));
  let saved = 0;
  if (!child.stdout) throw new Error('its output is not piped');
  for await (const line of createInterface({ input: child.stdout })) {
    const event: { event: string; saved?: number; file?: string; kind?: ProblemKind } = JSON.parse(line); // our own format
    if (event.event === 'saved') console.log(`    ${event.file}`);
    if (event.kind) console.log(`    (${problems.text({ kind: event.kind }).title})`);
    if (event.event === 'done') saved = event.saved ?? 0;
  }
  return saved;
}
