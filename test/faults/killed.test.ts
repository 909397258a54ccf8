import { expect, test } from 'vitest';
import { faultRun } from './fault-run.ts';
import { table } from './report.ts';

// The long form: npm run faults
test('under fire, killed at random moments, every clip ends up saved once, under its own name, and none is deleted that is not safe', async () => {
  await using toEnd = new AsyncDisposableStack();
  const run = {
    clips: 16,
    speed: 20,
    seed: 1,
    kills: 3,
    modules: 2,
    isApp: false,
    faults: null,
    deletes: 5,
    keep: null,
  };
  const report = await faultRun(run, console.log, toEnd);
  for (const line of table(report)) console.log(line);
  expect(report.differences).toEqual([]);
});
