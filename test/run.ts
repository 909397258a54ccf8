// `npm test`: sets up what it needs and runs every step; a red one does not hide the others.
//
//   node test/run.ts [step ...]    only these, such as `types lint unit` for `npm run check`
//
// The last line is `N passed, N failed, N skipped`; a step that fails without a failed test counts as one.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { emptyTally, sumOf, type Tally } from './tally.ts';

const root = join(import.meta.dirname, '..');
type Command = readonly [string, ...string[]];
const vitest: Command = ['vitest', 'run', '--reporter=default', '--reporter=./test/tally-vitest.ts'];

const steps: Readonly<Record<string, Command>> = {
  setup: ['node', 'test/setup.ts'],
  build: ['node', 'build.mjs'],
  types: ['tsc', '-p', '.'],
  lint: ['biome', 'ci', '--error-on-warnings', '.'],
  unit: [...vitest, '--project=node', '--project=window'],
  // Side by side: the browser's tests are one file, which leaves a core to the others.
  long: [...vitest, '--project=browser', '--project=long'],
  electron: ['playwright', 'test', '-c', 'test/electron', '--reporter=list,./test/tally-playwright.ts'],
  package: ['playwright', 'test', '-c', 'test/package', '--reporter=list,./test/tally-playwright.ts'],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(steps, name));
if (unknown.length > 0) {
  console.error(`no step called ${unknown.join(', ')}; there are: ${Object.keys(steps).join(', ')}`);
  process.exit(2);
}

let running: ChildProcess | null = null;
// Who ends this alone, and not the terminal's whole group, ends the step, too.
for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    running?.kill(signal);
    process.kill(process.pid, signal);
  });
}

let total = emptyTally;
const red: string[] = [];
for (const [name, command] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n── ${name} ${'─'.repeat(100 - name.length)}`);
  const startedAt = performance.now();
  const { isGreen, tally } = await runStep(command);
  console.log(`${isGreen ? '✓' : '✗'} ${name}, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  if (!isGreen) red.push(name);
  const unnamed = !isGreen && tally.failed.length === 0 ? [{ name, reason: 'the step ended red' }] : [];
  total = sumOf(total, { ...tally, failed: [...tally.failed, ...unnamed] });
}

console.log();
for (const { name, reason } of total.skipped) console.log(`skipped: ${name} (${reason})`);
for (const { name, reason } of total.failed) console.log(`failed: ${name} (${reason})`);
if (red.length > 0) console.log(`red: ${red.join(', ')}`);
console.log(`${total.passed} passed, ${total.failed.length} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed.length > 0 ? 1 : 0;

async function runStep([program, ...args]: Command): Promise<{ readonly isGreen: boolean; readonly tally: Tally }> {
  const folder = mkdtempSync(join(tmpdir(), 'cliptray-run-'));
  const TALLY_FILE = join(folder, 'tally.json');
  const PATH = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  try {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH, TALLY_FILE } });
    running = child;
    const [code] = await once(child, 'exit').catch((error: Error) => [error.message]);
    if (typeof code === 'string') console.error(code); // the program could not be started
    const tally = existsSync(TALLY_FILE) ? (JSON.parse(readFileSync(TALLY_FILE, 'utf8')) as Tally) : emptyTally; // our own file
    return { isGreen: code === 0, tally };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
