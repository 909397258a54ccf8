// A secret store whose moods a story decides.
import type { SecretName, SecretStore, SecretWrite } from '../../../main/keychain/index.ts';

export interface MoodySecrets extends SecretStore {
  mood: 'open' | 'locked' | 'unavailable' | 'swallowing';
  readonly entries: Map<SecretName, string>;
  /** Every change in its order. */
  readonly writes: string[];
  /** The entries after each change. */
  readonly history: (readonly [SecretName, string])[][];
}

export function moodySecrets(mood: MoodySecrets['mood'] = 'open'): MoodySecrets {
  const entries = new Map<SecretName, string>();
  const refusal = (): Extract<SecretWrite, { kind: 'locked' | 'unavailable' }> | null => {
    if (store.mood === 'locked') return { kind: 'locked' };
    return store.mood === 'unavailable' ? { kind: 'unavailable', details: 'no keyring' } : null;
  };
  const noted = (change: string) => {
    store.writes.push(change);
    store.history.push([...entries]);
  };
  const store: MoodySecrets = {
    mood,
    entries,
    writes: [],
    history: [],
    keptIn: 'keychain',
    async get(name) {
      const value = entries.get(name);
      return refusal() ?? (value === undefined ? { kind: 'absent' } : { kind: 'found', value });
    },
    async set(name, value) {
      const refused = refusal();
      if (refused) return refused;
      if (store.mood === 'open') entries.set(name, value);
      noted(`set ${name}`);
      return { kind: 'stored' };
    },
    async remove(name) {
      const refused = refusal();
      if (refused) return refused;
      entries.delete(name);
      noted(`remove ${name}`);
      return { kind: 'stored' };
    },
  };
  return store;
}
