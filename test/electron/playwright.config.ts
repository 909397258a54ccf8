// Specs in real Electron: `npm test` runs them, or `npx playwright test -c test/electron [part of a name]` after a build.
import '../node-24.mjs';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  globalSetup: './say-which.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  reporter: 'list',
});
