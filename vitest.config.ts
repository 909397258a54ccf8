// Tests on plain Node: all but the specs in real Electron, which Playwright runs (test/electron).
import './test/node-24.mjs';
import { defineConfig } from 'vitest/config';

/** Programs in processes of their own, some of them killed, and stories that take seconds in process, too. */
const long = ['test/{faults,processes}/**/*.test.ts', 'test/**/*.long.test.ts'];

export default defineConfig({
  // What is not meant to know Electron must not: the real package would start a download here.
  resolve: { alias: [{ find: /^electron$/, replacement: `${import.meta.dirname}/test/no-electron.ts` }] },
  define: { __RELEASE__: 'false' },
  test: {
    globalSetup: ['./test/index-worker.ts'],
    // Vitest would leave one core to others.
    maxWorkers: '100%',
    // Property tests take seconds; on two busy cores many.
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/renderer/**', 'test/electron/**', ...long],
          environment: 'node',
          // No test changes what others import: loading it once takes a quarter off.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'window',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          exclude: ['test/renderer/chromium.test.ts'],
          environment: 'happy-dom',
          // Each test closes the app that it drew: one page is enough for them all, and takes half the time.
          isolate: false,
        },
      },
      {
        extends: true,
        // The window in a real browser: npm test runs it, npm run check does not.
        test: { name: 'browser', include: ['test/renderer/chromium.test.ts'], environment: 'node' },
      },
      {
        extends: true,
        // npm test runs them, npm run check does not.
        test: {
          name: 'long',
          include: long,
          environment: 'node',
          testTimeout: 300_000,
        },
      },
    ],
  },
});
