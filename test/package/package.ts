// Fixtures for specs on packages: where the two are, and the app in one of them.
import { join } from 'node:path';
import type { Purpose } from '../../packaging/pack.ts';
import { test as appTest } from '../electron/app.ts';

export { expect } from '@playwright/test';

/** What electron-builder makes of the app, without an installer around it. */
export interface Package {
  readonly folder: string;
  readonly executable: string;
  /** app.asar and what lies beside it. */
  readonly resources: string;
}

/** `launch` starts the test package; the other has no debugger that Playwright could speak to. */
export const test = appTest.extend<{ packages: Readonly<Record<Purpose, Package>> }>({
  packages: async ({ electron: _skipsFirst }, use) => use({ release: packageFor('release'), test: packageFor('test') }),
  electron: async ({ electron }, use) =>
    use({ ...electron, executable: packageFor('test').executable, from: 'a package of ours' }),
});

function packageFor(purpose: Purpose): Package {
  const folder = join(process.env.CLIPTRAY_PACKAGES ?? '', purpose, 'linux-unpacked');
  return { folder, executable: join(folder, 'cliptray'), resources: join(folder, 'resources') };
}
