// A desktop for each spec: real display, D-Bus and keyring that know nothing of the machine's own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { startBus } from '../desktop/bus.ts';
import { type Display, startDisplay } from '../desktop/display.ts';
import { homeEnvironment } from '../desktop/environment.ts';
import { type Keyring, startKeyring } from '../desktop/keyring.ts';
import { missingPrograms } from '../desktop/missing.ts';
import { type Electron, type FoundElectron, findElectron } from './electron.ts';

export interface Desktop {
  readonly display: Display;
  /** Unlocked at the start, with an empty password. */
  readonly keyring: Keyring;
  /** Home of the profile and of the clips folder: empty at the start, removed at the end. */
  readonly folder: string;
  /** The whole environment for a program on this desktop. */
  readonly env: Readonly<Record<string, string>>;
}

interface Shared {
  readonly found: FoundElectron;
  readonly display: Display;
}

export const test = base.extend<{ electron: Electron; desktop: Desktop }, Shared>({
  found: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const missing = missingPrograms('Xvfb', 'dbus-daemon', 'gnome-keyring-daemon', 'gdbus');
      if (missing.length === 0) await use(await findElectron(console.error));
      else await use({ ok: false, reason: `${missing.join(', ')} not installed: npm run setup` });
    },
    { scope: 'worker' },
  ],
  electron: async ({ found }, use, testInfo) => {
    if (found.ok) return use(found.electron);
    testInfo.skip(true, `no Electron: ${found.reason}`);
  },
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const display = await startDisplay();
      await use(display);
      await display.stop();
    },
    { scope: 'worker' },
  ],
  desktop: async ({ electron: _skipsFirst, display }, use) => {
    await using toEnd = new AsyncDisposableStack();
    const folder = mkdtempSync(join(tmpdir(), 'cliptray-spec-'));
    toEnd.defer(() => rmSync(folder, { recursive: true, force: true }));
    const bus = await startBus();
    toEnd.defer(() => bus.stop());
    const keyring = await startKeyring(bus.address);
    toEnd.defer(() => keyring.stop());
    await use({ display, keyring, folder, env: { ...homeEnvironment(folder), ...display.env, ...bus.env } });
  },
});
