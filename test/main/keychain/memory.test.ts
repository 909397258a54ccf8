import { memorySecrets } from '../../../main/keychain/memory.ts';
import { describeSecretStore } from './contract.ts';

describeSecretStore('secrets in memory', async () => ({ store: memorySecrets(), close: async () => {} }));
