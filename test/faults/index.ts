// `npm run faults`: saves under fire and compares with the truth; see `--help`. Exit code 1: something differs.

import { untilStopped } from '../demo/interrupt.ts';
import { runScript } from '../demo/run-script.ts';
import { type FaultRun, readCommandLine, usage } from './arguments.ts';
import { faultRun } from './fault-run.ts';
import { table } from './report.ts';

const run = readCommandLine(process.argv.slice(2));
if (typeof run === 'string') {
  console.error(`${run}\n\n${usage}`);
  process.exit(2);
}
process.exit(await untilStopped((toEnd) => runAndTell(run, toEnd)));

async function runAndTell(run: FaultRun, toEnd: AsyncDisposableStack): Promise<number> {
  const notBuilt = run.isApp ? await runScript('build.mjs', toEnd) : 0;
  if (notBuilt) return notBuilt;
  const report = await faultRun(run, console.log, toEnd);
  for (const line of table(report)) console.log(line);
  console.log(JSON.stringify(report));
  return report.differences.length > 0 ? 1 : 0;
}
