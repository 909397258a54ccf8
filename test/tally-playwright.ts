// Playwright's reporter for test/run.ts.
import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';
import { writeTally } from './tally.ts';

export default class TallyReporter implements Reporter {
  private suite: Suite | null = null;
  private errorsOutsideTests = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.suite = suite;
  }

  onError(): void {
    this.errorsOutsideTests += 1;
  }

  onEnd({ status }: FullResult): void {
    const tests = this.suite?.allTests() ?? [];
    const skipped = tests.filter((test) => test.outcome() === 'skipped');
    const passed = tests.filter((test) => test.ok() && test.outcome() !== 'skipped');
    const failed = tests.length - passed.length - skipped.length + this.errorsOutsideTests;
    writeTally({
      passed: passed.length,
      failed: status !== 'passed' && failed === 0 ? 1 : failed,
      skipped: skipped.map((test) => ({
        name: test.titlePath().filter(Boolean).join(' › '),
        reason: test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description ?? 'not run',
      })),
    });
  }

  printsToStdio(): boolean {
    return false;
  }
}
