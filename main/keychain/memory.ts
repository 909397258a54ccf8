// Secrets for this session only: gone when the process ends.
import type { SecretName, SecretStore } from './index.ts';

export function memorySecrets(): SecretStore {
  const secrets = new Map<SecretName, string>();
  return {
    keptIn: 'memory',
    async get(name) {
      const value = secrets.get(name);
      return value === undefined ? { kind: 'absent' } : { kind: 'found', value };
    },
    async set(name, value) {
      secrets.set(name, value);
      return { kind: 'stored' };
    },
    async remove(name) {
      secrets.delete(name);
      return { kind: 'stored' };
    },
  };
}
