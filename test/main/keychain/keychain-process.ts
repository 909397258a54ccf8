// The real keychain, spoken to by a process of its own: libsecret stays with the bus that it met first.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../../main/clock.ts';
import type { SecretName, SecretRead, SecretStore, SecretWrite } from '../../../main/keychain/index.ts';
import { keychainSecrets } from '../../../main/keychain/keytar.ts';
import { end } from '../../desktop/process.ts';
import type { OpenStore } from './contract.ts';

/** `address`: of the bus it uses; null: there is none. */
export function startKeychainProcess(address: string | null, service = 'Cliptray/000000000000'): OpenStore {
  const { DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR, DISPLAY, ...env } = process.env;
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), service], {
    env: { ...env, ...(address === null ? {} : { DBUS_SESSION_BUS_ADDRESS: address }) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let last: Promise<unknown> = Promise.resolve();

  /** Answers come in the order of the questions. */
  const ask = (...question: readonly string[]): Promise<unknown> => {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const answer = last.then(() => answers.next()).then(({ value = 'null' }) => JSON.parse(value));
    last = answer.catch(() => {});
    return answer;
  };
  return {
    store: {
      keptIn: 'keychain',
      // The other end of this file sends what a SecretStore answered.
      get: (name) => ask('get', name) as Promise<SecretRead>,
      set: (name, value) => ask('set', name, value) as Promise<SecretWrite>,
      remove: (name) => ask('remove', name) as Promise<SecretWrite>,
    },
    close: () => end(child),
  };
}

async function serve(store: SecretStore): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const [method, name, value = ''] = JSON.parse(line) as ['get' | 'set' | 'remove', SecretName, string?];
    console.log(JSON.stringify(await store[method](name, value)));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await serve(keychainSecrets({ service: process.argv[2] ?? '', clock: systemClock() }));
}
