// `npm run dev`: starts the app when its parts are built, and again whenever one of them was built anew.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Rolldown } from 'vite';
import { end } from '../desktop/process.ts';
import { startApp } from './start.ts';

/** Ends when the person closes the app. */
export async function restartOnBuild(parts: readonly Rolldown.RolldownWatcher[], args: readonly string[]) {
  const unbuilt = new Set(parts);
  let isStale = false;
  let wake = () => {};
  for (const part of parts) {
    part.on('event', (event) => {
      if (event.code === 'START') unbuilt.add(part);
      if (event.code === 'BUNDLE_END') unbuilt.delete(part);
      if (event.code !== 'END' || unbuilt.size > 0) return;
      isStale = true;
      wake();
    });
  }
  const builtAnew = () =>
    new Promise<'built'>((resolve) => {
      if (isStale) resolve('built');
      else wake = () => resolve('built');
    });

  let app: ChildProcess | null = null;
  for (;;) {
    const next = await Promise.race([builtAnew(), ...(app ? [once(app, 'exit')] : [])]);
    if (next !== 'built') break;
    isStale = false;
    if (app) await end(app);
    app = await startApp(args);
  }
  process.exit(); // Vite's watchers would keep it alive
}
