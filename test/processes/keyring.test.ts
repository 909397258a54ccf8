// The system's keychain as it really is on Linux: gnome-keyring on a bus of the test's own.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bus, startBus } from '../desktop/bus.ts';
import { type Keyring, startKeyring } from '../desktop/keyring.ts';
import { canStartKeyring } from '../desktop/missing.ts';
import { describeSecretStore, type OpenStore } from '../main/keychain/contract.ts';
import { startKeychainProcess } from '../main/keychain/keychain-process.ts';

describe.skipIf(!canStartKeyring())('the real keychain (needs dbus and gnome-keyring: npm run setup)', () => {
  describeSecretStore('on an unlocked keyring', async () => {
    const bus = await startBus();
    const keyring = await startKeyring(bus.address);
    const { store, close } = startKeychainProcess(bus.address);
    return {
      store,
      async close() {
        await close();
        await keyring.stop();
        await bus.stop();
      },
    };
  });

  describe('with a bus', () => {
    let bus: Bus;
    let opened: OpenStore[];
    beforeEach(async () => {
      opened = [];
      bus = await startBus();
    });
    afterEach(async () => {
      await Promise.all(opened.map(({ close }) => close()));
      await bus.stop();
    });
    const open = (service?: string) => {
      const one = startKeychainProcess(bus.address, service);
      opened.push(one);
      return one.store;
    };

    describe('and a keyring', () => {
      let keyring: Keyring;
      beforeEach(async () => {
        keyring = await startKeyring(bus.address);
      });
      afterEach(() => keyring.stop());

      test('the next process finds what this one stored; another profile does not', async () => {
        await open('Cliptray/aaaaaaaaaaaa').set('refresh', 'one');
        expect(await open('Cliptray/aaaaaaaaaaaa').get('refresh')).toEqual({ kind: 'found', value: 'one' });
        expect(await open('Cliptray/bbbbbbbbbbbb').get('refresh')).toEqual({ kind: 'absent' });
      });

      test('a keyring that gets locked says so, whether the secret is there or not, and keeps it', async () => {
        const store = open();
        await store.set('refresh', 'one');
        await keyring.lock();
        expect(await store.get('refresh')).toEqual({ kind: 'locked' });
        expect(await store.get('access')).toEqual({ kind: 'locked' });
        expect(await store.set('refresh', 'two')).toEqual({ kind: 'locked' });
        expect(await store.remove('refresh')).toEqual({ kind: 'locked' });

        await keyring.close();
        await keyring.open('unlocked');
        expect(await open().get('refresh')).toEqual({ kind: 'found', value: 'one' });
      });

      test('a keyring that ends and comes back is used again, by the process that knew the first one', async () => {
        const store = open();
        await store.set('refresh', 'one');
        await keyring.close();
        expect(await store.set('refresh', 'two')).toMatchObject({ kind: 'unavailable' });
        await keyring.open('unlocked');
        expect(await store.get('refresh')).toEqual({ kind: 'found', value: 'one' });
        expect(await store.set('refresh', 'three')).toEqual({ kind: 'stored' });
        expect(await store.get('refresh')).toEqual({ kind: 'found', value: 'three' });
        expect(await store.get('access')).toEqual({ kind: 'absent' });
        expect(await open().get('refresh')).toEqual({ kind: 'found', value: 'three' });
        expect(await store.remove('refresh')).toEqual({ kind: 'stored' });
        expect(await open().get('refresh')).toEqual({ kind: 'absent' });
      });

      test('a keyring that comes back locked says so', async () => {
        const store = open();
        await store.set('refresh', 'one');
        await keyring.close();
        await keyring.open('locked');
        expect(await store.get('refresh')).toEqual({ kind: 'locked' });
        expect(await store.set('refresh', 'two')).toEqual({ kind: 'locked' });
        await keyring.unlock();
        expect(await store.get('refresh')).toEqual({ kind: 'found', value: 'one' });
      });

      test('a keyring that is locked from the start, as after a login without a password, says so', async () => {
        await open().set('refresh', 'one');
        await keyring.close();
        await keyring.open('locked');
        expect(await open().get('refresh')).toEqual({ kind: 'locked' });
      });
    });

    test('without a secret service on it, the store is unavailable', async () => {
      const store = open();
      const unavailable = { kind: 'unavailable', details: expect.stringContaining('org.freedesktop.secrets') };
      expect(await store.get('refresh')).toEqual(unavailable);
      expect(await store.set('refresh', 'one')).toEqual(unavailable);
      expect(await store.remove('refresh')).toEqual(unavailable);
    });
  });

  test('without a bus, the store is unavailable', async () => {
    const { store, close } = startKeychainProcess('unix:path=/nonexistent/bus');
    try {
      expect(await store.get('refresh')).toMatchObject({ kind: 'unavailable' });
      expect(await store.set('refresh', 'one')).toMatchObject({ kind: 'unavailable' });
    } finally {
      await close();
    }
  });

  test('without the address of a bus, the store is unavailable', async () => {
    const { store, close } = startKeychainProcess(null);
    try {
      expect(await store.get('refresh')).toMatchObject({ kind: 'unavailable' });
    } finally {
      await close();
    }
  });
});
