// What every place for secrets promises, whatever is behind it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SecretStore } from '../../../main/keychain/index.ts';

export interface OpenStore {
  readonly store: SecretStore;
  close(): Promise<void>;
}

/** `open` gives an empty store that can be written to. */
export function describeSecretStore(name: string, open: () => Promise<OpenStore>): void {
  describe(name, () => {
    let opened: OpenStore;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());

    test('has nothing at first', async () => {
      expect(await opened.store.get('refresh')).toEqual({ kind: 'absent' });
    });

    test('gives back what was stored', async () => {
      expect(await opened.store.set('refresh', 'eyJ.ccc.ddd')).toEqual({ kind: 'stored' });
      expect(await opened.store.get('refresh')).toEqual({ kind: 'found', value: 'eyJ.ccc.ddd' });
    });

    test('keeps the last value, the two names apart', async () => {
      await opened.store.set('refresh', 'first');
      await opened.store.set('access', 'other');
      await opened.store.set('refresh', 'second');
      expect(await opened.store.get('refresh')).toEqual({ kind: 'found', value: 'second' });
      expect(await opened.store.get('access')).toEqual({ kind: 'found', value: 'other' });
    });

    test('keeps both of two values stored at the same time', async () => {
      await Promise.all([opened.store.set('refresh', 'one'), opened.store.set('access', 'two')]);
      expect(await opened.store.get('refresh')).toEqual({ kind: 'found', value: 'one' });
      expect(await opened.store.get('access')).toEqual({ kind: 'found', value: 'two' });
    });

    test('removes one and leaves the other', async () => {
      await opened.store.set('refresh', 'one');
      await opened.store.set('access', 'two');
      expect(await opened.store.remove('access')).toEqual({ kind: 'stored' });
      expect(await opened.store.get('access')).toEqual({ kind: 'absent' });
      expect(await opened.store.get('refresh')).toEqual({ kind: 'found', value: 'one' });
    });

    test('takes the removal of what is not there as done', async () => {
      expect(await opened.store.remove('access')).toEqual({ kind: 'stored' });
    });
  });
}
