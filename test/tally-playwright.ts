// Playwright's reporter for test/run.ts.
import type { FullResult, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter';
import { reasonOf, writeTally } from './tally.ts';

export default class TallyReporter implements Reporter {
  private suite: Suite | null = null;
  private readonly errorsOutsideTests: TestError[] = [];

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  onError(error: TestError): void {
    this.errorsOutsideTests.push(error);
  }

  onEnd({ status }: FullResult): void {
    const tests = this.suite?.allTests() ?? [];
    const named = (test: TestCase, reason: string | undefined) => ({
      name: test.titlePath().filter(Boolean).join(' › '),
      reason: reasonOf(reason),
    });
    const failed = [
      ...tests.filter((test) => !test.ok()).map((test) => named(test, test.results.at(-1)?.error?.message)),
      ...this.errorsOutsideTests.map(({ message }) => ({ name: 'outside of all tests', reason: reasonOf(message) })),
    ];
    writeTally({
      passed: tests.filter((test) => test.ok() && test.outcome() !== 'skipped').length,
      failed: status !== 'passed' && failed.length === 0 ? [{ name: 'the whole run', reason: status }] : failed,
      skipped: tests
        .filter((test) => test.outcome() === 'skipped')
        .map((test) =>
          named(
            test,
            test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'not run',
          ),
        ),
    });
  }

  printsToStdio(): boolean {
    return false;
  }
}
