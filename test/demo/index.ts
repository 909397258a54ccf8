// `npm run demo`: the app on a simulated cloud, to look at, or doing the main job by itself (`-- --tour`).
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end } from '../desktop/process.ts';
import { findElectron } from '../electron/electron.ts';
import { drive, open } from './app.ts';
import { type DemoOptions, readCommandLine, usage } from './command-line.ts';
import { hasDisplay, openDesktop } from './desktop.ts';
import { untilStopped } from './interrupt.ts';
import { narrator } from './narrator.ts';
import { prove } from './prove.ts';
import { runScript } from './run-script.ts';
import { startHome } from './simulated-home.ts';
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
  toEnd.defer(() => rmSync(folder, { recursive: true, force: true }));

  const found = await findElectron(console.log);
  if (!found.ok) {
    console.log('The command line does the main job instead, without a window.');
    const home = await startHome(folder, options.speed, 'still', toEnd);
    const wanted = sinceThen(home, lastWholeDay(home));
    await prove(options, null, wanted, ({ out }) => saveWithoutWindow(home, wanted, out, toEnd));
    return 1;
  }
  const { electron } = found;
  const desktop = await openDesktop(folder, toEnd);
  const home = await startHome(folder, options.speed, 'lively', toEnd);
  toEnd.defer(() => desktop.forgetSecrets(home.profile, home.cloud.url));
  if (options.tour) {
    const wanted = lastWholeDay(home);
    const isProven = await prove(options, electron.version, wanted, async ({ out, shots }) => {
      const app = await drive(home, desktop, electron);
      toEnd.defer(app.quit);
      const saved = await tour(app, home, wanted, out, narrator(app.page, shots));
      await app.quit(); // with everything at rest, the folder holds clips and nothing else
      return saved;
    });
    return isProven ? 0 : 1;
  }
  console.log('Close the window, or press Ctrl+C here, to end it. Nothing of it is kept but the clips you save.');
  const app = open(home, desktop, electron);
  toEnd.defer(() => end(app));
  const [code] = await once(app, 'exit');
  return code ?? 1;
}
