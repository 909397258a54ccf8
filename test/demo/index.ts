// `npm run demo`: the app on a simulated cloud, to look at, or doing the main job by itself (`-- --tour`).
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end } from '../desktop/process.ts';
import { type Electron, findElectron } from '../electron/electron.ts';
import { drive, open } from './app.ts';
import { type DemoOptions, readCommandLine, usage } from './command-line.ts';
import { type Desktop, hasDisplay, openDesktop } from './desktop.ts';
import { untilStopped } from './interrupt.ts';
import { prove } from './prove.ts';
import { runScript } from './run-script.ts';
import { type SimulatedHome, startHome } from './simulated-home.ts';
import { tour } from './tour.ts';
import { lastWholeDay, sinceThen } from './wanted.ts';
import { saveWithoutWindow } from './without-window.ts';

const options = readCommandLine(process.argv.slice(2), hasDisplay());
if (typeof options === 'string') {
  console.error(`${options}\n\n${usage}`);
  process.exit(2);
}
process.exit(await untilStopped((toEnd) => demo(options, toEnd)));

/** Answers the exit code; what it starts is ended by `toEnd`. */
async function demo(options: DemoOptions, toEnd: AsyncDisposableStack): Promise<number> {
  const notReady = (await runScript('test/setup.ts', toEnd)) || (await runScript('build.mjs', toEnd));
  if (notReady) return notReady;
  const folder = mkdtempSync(join(tmpdir(), 'cliptray-demo-'));
  toEnd.defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  const found = await findElectron(console.log);
  if (!found.ok) {
    console.log('Without Electron there is no window: the command line does the main job.');
    const home = await startHome(folder, options.speed, 'still', toEnd);
    const wanted = sinceThen(home, lastWholeDay(home));
    await prove(options, null, wanted, ({ out }) => saveWithoutWindow(home, wanted, out, toEnd));
    return 1;
  }
  const desktop = await openDesktop(folder, toEnd);
  const home = await startHome(folder, options.speed, 'lively', toEnd);
  toEnd.defer(() => desktop.forgetSecrets(home.profile, home.cloud.url));
  return options.tour
    ? proveTour(options, found.electron, desktop, home, toEnd)
    : serve(found.electron, desktop, home, toEnd);
}

async function proveTour(
  options: DemoOptions,
  electron: Electron,
  desktop: Desktop,
  home: SimulatedHome,
  toEnd: AsyncDisposableStack,
): Promise<number> {
  const wanted = lastWholeDay(home);
  const isProven = await prove(options, electron.version, wanted, async ({ out, shots }) => {
    const app = await drive(home, desktop, electron);
    toEnd.defer(async () => void (await app.quit()));
    const saved = await tour(app, wanted, out, shots);
    await app.quit(); // at rest, the folder holds clips and nothing else
    return saved;
  });
  return isProven ? 0 : 1;
}

/** Until the window is closed. */
async function serve(
  electron: Electron,
  desktop: Desktop,
  home: SimulatedHome,
  toEnd: AsyncDisposableStack,
): Promise<number> {
  console.log('Close the window, or press Ctrl+C here, to end it. Nothing is kept but the clips you save.');
  const app = open(home, desktop, electron);
  toEnd.defer(() => end(app));
  const [code] = await once(app, 'exit');
  return code ?? 1;
}
