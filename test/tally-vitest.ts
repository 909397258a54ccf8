// Vitest's reporter for test/run.ts.
import type { Reporter, TestModule } from 'vitest/node';
import { reasonOf, writeTally } from './tally.ts';

export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly { readonly message: string }[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string) => tests.filter((test) => test.result().state === state);
    // A file that cannot be loaded, or whose hooks throw, has no failed test to show for it.
    const broken = modules.filter((module) => module.errors().length > 0);
    const named = (name: string, [error]: readonly { readonly message: string }[]) => ({
      name,
      reason: reasonOf(error?.message),
    });
    writeTally({
      passed: inState('passed').length,
      failed: [
        ...inState('failed').map((test) => named(test.fullName, test.result().errors ?? [])),
        ...broken.map((module) => named(module.relativeModuleId, module.errors())),
        ...unhandled.map((error) => named('outside of all tests', [error])),
      ],
      skipped: inState('skipped').map((test) => {
        const result = test.result();
        const note = result.state === 'skipped' ? result.note : undefined;
        return { name: test.fullName, reason: note ?? 'its name says why' };
      }),
    });
  }
}
