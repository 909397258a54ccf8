// Fixtures for specs on packages: where they are, and the app in one of them.
import { join } from 'node:path';
import { test as appTest } from '../electron/app.ts';

export { expect } from '@playwright/test';

/** Around the Electron that tests have: `release` and `test`. A release that is only looked at, not run: `shipped`. */
export type PackageName = 'release' | 'test' | 'shipped';

/** What electron-builder makes of the app, without an installer around it. */
export interface Package {
  readonly folder: string;
  readonly executable: string;
  /** app.asar: all of the app but its native binary. */
  readonly archive: string;
}

/** `folder`: where all were made. */
export function packageIn(folder: string, name: PackageName): Package {
  const unpacked = join(folder, name, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
  return { folder: unpacked, executable: join(unpacked, 'cliptray'), archive: join(unpacked, 'resources/app.asar') };
}

/** `launch` starts the test package; a release has no debugger that Playwright could speak to. */
export const test = appTest.extend<{ packages: Readonly<Record<PackageName, Package>> }>({
  packages: async ({ electron: _skipsFirst }, use) => {
    const folder = process.env.CLIPTRAY_PACKAGES ?? ''; // set before all specs
    await use({
      release: packageIn(folder, 'release'),
      test: packageIn(folder, 'test'),
      shipped: packageIn(folder, 'shipped'),
    });
  },
  electron: async ({ electron }, use) => {
    const { executable } = packageIn(process.env.CLIPTRAY_PACKAGES ?? '', 'test');
    await use({ ...electron, executable, from: 'a package of ours' });
  },
});
