// Fixtures for specs on packages: where the two are, and the app in one of them.
import { join } from 'node:path';
import type { Purpose } from '../../packaging/pack.ts';
import { test as appTest } from '../electron/app.ts';

export { expect } from '@playwright/test';

/** What electron-builder makes of the app, without an installer around it. */
export interface Package {
  readonly folder: string;
  readonly executable: string;
  /** app.asar: all of the app but its native binary. */
  readonly archive: string;
}

/** `folder`: where both were made. */
export function packageIn(folder: string, purpose: Purpose): Package {
  const unpacked = join(folder, purpose, process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`);
  return { folder: unpacked, executable: join(unpacked, 'cliptray'), archive: join(unpacked, 'resources/app.asar') };
}

/** `launch` starts the test package; the other has no debugger that Playwright could speak to. */
export const test = appTest.extend<{ packages: Readonly<Record<Purpose, Package>> }>({
  packages: async ({ electron: _skipsFirst }, use) => {
    const folder = process.env.CLIPTRAY_PACKAGES ?? ''; // set before all specs
    await use({ release: packageIn(folder, 'release'), test: packageIn(folder, 'test') });
  },
  electron: async ({ electron }, use) => {
    const { executable } = packageIn(process.env.CLIPTRAY_PACKAGES ?? '', 'test');
    await use({ ...electron, executable, from: 'a package of ours' });
  },
});
