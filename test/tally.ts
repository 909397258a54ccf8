// What a run of tests came to: written by a reporter for each test runner, summed by test/run.ts.
import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

export interface Tally {
  readonly passed: number;
  readonly failed: readonly NamedTest[];
  readonly skipped: readonly NamedTest[];
}
/** With the first line of why it failed or was skipped. */
export interface NamedTest {
  readonly name: string;
  readonly reason: string;
}

export const emptyTally: Tally = { passed: 0, failed: [], skipped: [] };

export const sumOf = (one: Tally, other: Tally): Tally => ({
  passed: one.passed + other.passed,
  failed: [...one.failed, ...other.failed],
  skipped: [...one.skipped, ...other.skipped],
});

/** The first line of a message as a terminal shows it, without its colours. */
export const reasonOf = (message: string | undefined): string =>
  stripVTControlCharacters(message ?? 'no message').split('\n', 1)[0] ?? '';

/** The file is named by TALLY_FILE; without it nobody asked. */
export function writeTally(tally: Tally): void {
  if (process.env.TALLY_FILE) writeFileSync(process.env.TALLY_FILE, JSON.stringify(tally));
}
