// Runs one of the project's scripts in a process of its own, with its words on our screen.
import { once } from 'node:events';
import { join } from 'node:path';
import { end, start } from '../desktop/process.ts';

export const root = join(import.meta.dirname, '../..');

/** `script` is below the project's folder. Answers its exit code. */
export async function runScript(script: string, toEnd: AsyncDisposableStack): Promise<number> {
  const child = start(process.execPath, [join(root, script)], { cwd: root, stdio: 'inherit' });
  toEnd.defer(() => end(child));
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
