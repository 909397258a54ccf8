// The keyring that other tests rely on: real, alone on its bus, gone without a trace.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Bus, callOnBus, startBus } from './bus.ts';
import { startKeyring } from './keyring.ts';
import { canStartKeyring } from './missing.ts';

describe.skipIf(!canStartKeyring())('a private keyring (needs dbus and gnome-keyring: npm run setup)', () => {
  let bus: Bus;
  beforeEach(async () => {
    bus = await startBus();
  });
  afterEach(() => bus.stop());

  test('starts unlocked, can be locked and unlocked, goes away and comes back locked', async () => {
    const keyring = await startKeyring(bus.address);
    try {
      expect(await keyring.isLocked()).toBe(false);
      await keyring.lock();
      expect(await keyring.isLocked()).toBe(true);
      await keyring.unlock();
      expect(await keyring.isLocked()).toBe(false);
      await keyring.close();
      await expect(keyring.isLocked()).rejects.toThrow(/org.freedesktop.secrets/);
      await keyring.open('locked');
      expect(await keyring.isLocked()).toBe(true);
    } finally {
      await keyring.stop();
    }
  });

  test('nothing else is on the bus', async () => {
    const name = 'org.freedesktop.DBus';
    const names = await callOnBus(bus.address, name, '/org/freedesktop/DBus', `${name}.ListActivatableNames`);
    expect(names).toBe("(['org.freedesktop.DBus'],)\n");
  });

  test('no file is left when bus and keyring have stopped', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cliptray-test-'));
    vi.stubEnv('TMPDIR', folder);
    try {
      const own = await startBus();
      const keyring = await startKeyring(own.address);
      expect(readdirSync(folder)).toHaveLength(2);
      await keyring.stop();
      await own.stop();
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    }
  });
});
