// What a run of tests came to: written by a reporter for each test runner, summed by test/run.ts.
import { writeFileSync } from 'node:fs';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly SkippedTest[];
}
export interface SkippedTest {
  readonly name: string;
  readonly reason: string;
}

export const emptyTally: Tally = { passed: 0, failed: 0, skipped: [] };

export const sumOf = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: [...one.skipped, ...other.skipped],
});

/** The file is named by TALLY_FILE; without it nobody asked. */
export function writeTally(tally: Tally): void {
  if (process.env.TALLY_FILE) writeFileSync(process.env.TALLY_FILE, JSON.stringify(tally));
}
