// Kills `cliptray save` at random moments: npm run faults -- [--clips 200] [--kills 5] [--seed N]. Exit code 1: see there.
import { parseArgs } from 'node:util';
import { crashRun } from './crash-run.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { clips: text, kills: text, seed: text } });
const problems = await crashRun({
  clips: Number(values.clips ?? 200),
  kills: Number(values.kills ?? 5),
  seed: Number(values.seed ?? Date.now() % 100_000),
  say: console.log,
});
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
