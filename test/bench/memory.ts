// Measures memory and idle work of the app in the tray and with a long list, beside an empty app in the same Electron.
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPanel } from '../desktop/panel.ts';
import { end, start } from '../desktop/process.ts';
import { describeElectron, findElectron, sandboxFlags } from '../electron/electron.ts';
import { appArguments } from '../electron/launch.ts';
import { median, report } from './figures.ts';
import { longList } from './long-list.ts';

const CLIPS = 50_000;
const RUNS = 5;
/** Settled: so many samples in a row, half a second apart, that differ by at most this. */
const CALM_SAMPLES = 6;
const CALM_MB = 2;
const SETTLED_WITHIN_MS = 60_000;
const IDLE_MS = 20_000;

const emptyApp = `
const { app, BrowserWindow } = require('electron');
app.on('window-all-closed', () => {});
app.whenReady().then(() => {
  if (process.argv.includes('--window')) new BrowserWindow({ width: 1100, height: 720 }).loadURL('about:blank');
});`;

/** Empty where the process has ended meanwhile. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The process and all below it. */
function familyOf(root: number): readonly number[] {
  const parentOf = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const [, parent] = readIfThere(`/proc/${name}/stat`).split(') ')[1]?.split(' ') ?? [];
    if (parent !== undefined) parentOf.set(Number(name), Number(parent));
  }
  const isBelow = (pid: number): boolean => pid === root || (parentOf.has(pid) && isBelow(parentOf.get(pid) ?? 0));
  return [...parentOf.keys()].filter(isBelow);
}

/** Proportional set size of a family, MB: memory that is shared counts once. */
const memoryOf = (root: number): number =>
  familyOf(root)
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0))
    .reduce((sum, kb) => sum + kb / 1000, 0);

/** Time that a family's processors worked, ms. */
const workOf = (root: number): number =>
  familyOf(root)
    .map((pid) => readIfThere(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? [])
    .reduce((sum, fields) => sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10, 0);

async function settledMemory(root: number): Promise<number> {
  const endsAt = Date.now() + SETTLED_WITHIN_MS;
  for (let last = Number.NaN, calm = 0; ; ) {
    await sleep(500);
    const now = memoryOf(root);
    if (now === 0) throw new Error('the program has ended');
    calm = Math.abs(now - last) <= CALM_MB ? calm + 1 : 0;
    if (calm === CALM_SAMPLES) return now;
    if (Date.now() > endsAt) throw new Error(`memory did not settle; it is ${now} MB`);
    last = now;
  }
}

const found = await findElectron(console.error);
if (!found.ok) throw new Error(`memory was not measured: ${found.reason}`);
const { electron } = found;
console.log(`Memory over an empty app: median of ${RUNS} runs, ${describeElectron(electron)}`);

await using toEnd = new AsyncDisposableStack();
const { env, folder, args } = await longList(electron, CLIPS, toEnd);
const empty = join(folder, 'empty');
await mkdir(empty);
await writeFile(join(empty, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }));
await writeFile(join(empty, 'main.cjs'), emptyApp);
const panel = await startPanel(env.DBUS_SESSION_BUS_ADDRESS ?? '');
toEnd.defer(() => panel.stop());
await panel.come();

/** Runs the program until its memory has settled, and asks for one more figure. */
async function settled(words: readonly string[], idleMs = 0): Promise<{ readonly mb: number; readonly work: number }> {
  const child = start(electron.executable, words, { env, stdio: 'ignore' });
  try {
    if (child.pid === undefined) throw new Error('Electron could not be started');
    const mb = await settledMemory(child.pid);
    const before = workOf(child.pid);
    await sleep(idleMs);
    return { mb, work: (workOf(child.pid) - before) / Math.max(1, idleMs) };
  } finally {
    await end(child);
  }
}

const emptyArguments = [...sandboxFlags, empty, `--user-data-dir=${join(empty, 'data')}`];
const runs = [];
for (let count = 0; count < RUNS; count++) {
  const none = await settled(emptyArguments);
  const inTray = await settled([...appArguments, ...args, '--hidden'], IDLE_MS);
  const blank = await settled([...emptyArguments, '--window']);
  const withList = await settled([...appArguments, ...args]);
  runs.push({ tray: inTray.mb - none.mb, window: withList.mb - blank.mb, idle: inTray.work * 100 });
}
report(CLIPS, 'in the tray, over an empty app', 40, median(runs.map(({ tray }) => tray)), 'MB');
report(CLIPS, 'with its window, over an empty one', 110, median(runs.map(({ window }) => window)), 'MB');
report(CLIPS, 'idle in the tray, of one core', 0.5, median(runs.map(({ idle }) => idle)), '%');
