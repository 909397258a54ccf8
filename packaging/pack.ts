// Builds the app for a package, and packs it with electron-builder, as electron-builder.yml says.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import type { Electron } from '../test/electron/electron.ts';

/**
 * What a package is for. `release`: what people get. `test`: the same files, in a build that honours test variables and
 * with the one fuse left that a debugger needs; only tests make it.
 */
export type Purpose = 'release' | 'test';

const root = join(import.meta.dirname, '..');

/** Builds the app into out/. Throws where that fails; what was wrong has been printed by then. */
export async function buildFor(purpose: Purpose): Promise<void> {
  await node('build.mjs', ...(purpose === 'release' ? ['--release'] : []));
}

/** Packs what was built for this purpose. `args`: electron-builder's own. Throws as above. */
export async function pack(purpose: Purpose, electron: Electron, args: readonly string[]): Promise<void> {
  await node(
    'node_modules/electron-builder/cli.js',
    ...args,
    ...aroundElectron(electron),
    ...(purpose === 'test' ? ['-c.electronFuses.enableNodeCliInspectArguments=true'] : []),
    '--publish=never',
  );
}

/** electron-builder gets the Electron that ships by itself, for whatever system is asked for; others are named. */
function aroundElectron({ from, executable }: Electron): readonly string[] {
  if (from === 'the electron package') return [];
  const folder = `-c.electronDist=${dirname(executable)}`;
  return from === 'the test runtime'
    ? [folder, '--config=test/electron/runtime/package/electron-builder.yml']
    : [folder];
}

async function node(script: string, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NO_UPDATE_NOTIFIER: '1' }, // electron-builder would ask the registry for a newer one
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}
