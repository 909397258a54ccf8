import { expect, test } from 'vitest';
import { crashRun } from './crash-run.ts';

// The long form: npm run faults -- --clips 200
test('killed at random moments, cliptray save ends with every clip saved once, each under its own name', async () => {
  const seed = Date.now() % 100_000;
  expect(await crashRun({ clips: 40, kills: 3, seed, say: console.log })).toEqual([]);
});
