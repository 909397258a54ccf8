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
/** Settled: the first look for new clips is over, its garbage is collected, and memory stays within this for so long. */
const CALM_MS = 9_000;
const CALM_MB = 2;
const SETTLED_WITHIN_MS = 120_000;
const SAMPLED_EVERY_MS = 500;

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

/** What it takes once it has settled, and the part of one core that it worked meanwhile. */
interface Settled {
  readonly mb: number;
  readonly work: number;
}

async function settling(root: number): Promise<Settled> {
  const endsAt = Date.now() + SETTLED_WITHIN_MS;
  for (let since = { atMs: 0, mb: Number.NaN, work: 0 }; ; ) {
    await sleep(SAMPLED_EVERY_MS);
    const [atMs, mb, work] = [Date.now(), memoryOf(root), workOf(root)];
    if (mb === 0) throw new Error('the program has ended');
    if (!(Math.abs(mb - since.mb) <= CALM_MB)) since = { atMs, mb, work };
    else if (atMs - since.atMs >= CALM_MS) return { mb, work: (work - since.work) / (atMs - since.atMs) };
    if (atMs > endsAt) throw new Error(`memory did not settle; it is ${mb} MB`);
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

/** Runs the program until its memory has settled. */
async function settled(words: readonly string[]): Promise<Settled> {
  const child = start(electron.executable, words, { env, stdio: 'ignore' });
  try {
    if (child.pid === undefined) throw new Error('Electron could not be started');
    return await settling(child.pid);
  } finally {
    await end(child);
  }
}

const emptyArguments = [...sandboxFlags, empty, `--user-data-dir=${join(empty, 'data')}`];
const runs = [];
for (let count = 0; count < RUNS; count++) {
  const none = await settled(emptyArguments);
  const inTray = await settled([...appArguments, ...args, '--hidden']);
  const blank = await settled([...emptyArguments, '--window']);
  const withList = await settled([...appArguments, ...args]);
  runs.push({ tray: inTray.mb - none.mb, window: withList.mb - blank.mb, idle: inTray.work * 100 });
}
report(CLIPS, 'in the tray, over an empty app', 40, median(runs.map(({ tray }) => tray)), 'MB');
report(CLIPS, 'with its window, over an empty one', 110, median(runs.map(({ window }) => window)), 'MB');
report(CLIPS, 'idle in the tray, of one core', 0.5, median(runs.map(({ idle }) => idle)), '%');
