// Vitest's reporter for test/run.ts.
import type { Reporter, TestModule } from 'vitest/node';
import { writeTally } from './tally.ts';

export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    // A file that cannot be loaded, or whose hooks throw, has no failed test to show for it.
    const broken = modules.filter((module) => module.errors().length > 0);
    writeTally({
      passed: inState('passed').length,
      failed: inState('failed').length + broken.length + unhandled.length,
      skipped: inState('skipped').map((test) => {
        const result = test.result();
        const note = result.state === 'skipped' ? result.note : undefined;
        return { name: test.fullName, reason: note ?? 'its name says why' };
      }),
    });
  }
}
