// `npm start`: the built app in the Electron that is found, with the arguments given.
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { start } from '../desktop/process.ts';
import { describeElectron, findElectron, sandboxFlags } from './electron.ts';

/** Fails, saying why, where there is no Electron. */
export async function startApp(args: readonly string[]): Promise<ChildProcess> {
  const found = await findElectron(console.log);
  if (!found.ok) throw new Error(`no Electron can be had: ${found.reason}`);
  console.log(describeElectron(found.electron));
  if (found.electron.from === 'the test runtime') {
    console.warn('This one is for tests: its Chromium is old and gets no security fixes.');
  }
  return start(found.electron.executable, [...sandboxFlags, join(import.meta.dirname, '../..'), ...args], {
    stdio: 'inherit',
  });
}

if (import.meta.main) {
  const app = await startApp(process.argv.slice(2));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.kill(signal));
  app.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
