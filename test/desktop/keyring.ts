// A real GNOME keyring on a private bus, with its files in a folder of its own and a password that is an empty line.
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import dbus from '@particle/dbus-next';
import { callOnBus } from './bus.ts';
import { end, start } from './process.ts';
import { until } from './until.ts';

export interface Keyring {
  /** Locks what is open, as a screen lock may. There is no prompt on a private bus: it stays locked. */
  lock(): Promise<void>;
  isLocked(): Promise<boolean>;
  /** What a person does by typing the password into a prompt. */
  unlock(): Promise<void>;
  /** Takes the secret service off the bus; the files stay. */
  close(): Promise<void>;
  /** Brings it back: unlocked, or locked as after a login without password. */
  open(state: 'unlocked' | 'locked'): Promise<void>;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

const service = 'org.freedesktop.secrets';
const collection = '/org/freedesktop/secrets/aliases/default';
const password = '\n';

/** Starts unlocked; ready in about 35 ms. */
export async function startKeyring(busAddress: string): Promise<Keyring> {
  const folder = mkdtempSync(join(tmpdir(), 'cliptray-keyring-'));
  const runtimeFolder = join(folder, 'run');
  mkdirSync(runtimeFolder, { mode: 0o700 });
  const { DISPLAY: _display, ...environment } = process.env;
  let daemon: ChildProcess | null = null;

  const keyring: Keyring = {
    async open(state) {
      const unlock = state === 'unlocked';
      const child = start(
        'gnome-keyring-daemon',
        ['--foreground', '--components=secrets', ...(unlock ? ['--unlock'] : [])],
        {
          env: {
            ...environment,
            DBUS_SESSION_BUS_ADDRESS: busAddress,
            HOME: folder,
            XDG_DATA_HOME: join(folder, 'data'),
            XDG_RUNTIME_DIR: runtimeFolder,
          },
          stdio: ['pipe', 'ignore', 'ignore'],
        },
      );
      daemon = child;
      let failure: Error | null = null;
      child.once('error', (error) => {
        failure = new Error(`cannot start gnome-keyring-daemon: ${error.message}`);
      });
      child.stdin?.on('error', () => {}); // it ended before it read; `until` says so
      child.stdin?.end(unlock ? password : '');
      await until('a secret service on the bus', async () => {
        if (failure) throw failure;
        if (child.exitCode !== null) throw new Error(`gnome-keyring-daemon ended with ${child.exitCode}`);
        const bus = 'org.freedesktop.DBus';
        return (
          (await callOnBus(busAddress, bus, '/org/freedesktop/DBus', `${bus}.NameHasOwner`, service)) === '(true,)\n'
        );
      });
    },
    async close() {
      if (daemon) await end(daemon);
      daemon = null;
    },
    async lock() {
      const method = 'org.freedesktop.Secret.Service.Lock';
      await callOnBus(busAddress, service, '/org/freedesktop/secrets', method, `[objectpath '${collection}']`);
    },
    async isLocked() {
      const method = 'org.freedesktop.DBus.Properties.Get';
      const args = ['org.freedesktop.Secret.Collection', 'Locked'] as const;
      return (await callOnBus(busAddress, service, collection, method, ...args)).includes('true');
    },
    unlock: () => unlock(busAddress),
    async stop() {
      await keyring.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await keyring.open('unlocked');
    return keyring;
  } catch (error) {
    await keyring.stop();
    throw error;
  }
}

/** As GNOME's own prompt does it. The secret's session ends with its connection: one connection for both calls. */
async function unlock(busAddress: string): Promise<void> {
  const bus = dbus.sessionBus({ busAddress });
  const call = (to: string, member: string, signature: string, body: unknown[]) =>
    bus.call(
      new dbus.Message({
        destination: service,
        path: '/org/freedesktop/secrets',
        interface: to,
        member,
        signature,
        body,
      }),
    );
  try {
    const plain = ['plain', new dbus.Variant('s', '')];
    const opened = await call('org.freedesktop.Secret.Service', 'OpenSession', 'sv', plain);
    const secret = [opened?.body[1], Buffer.alloc(0), Buffer.from(password), 'text/plain'];
    const prompts = 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface';
    await call(prompts, 'UnlockWithMasterPassword', 'o(oayays)', [collection, secret]);
  } finally {
    bus.disconnect();
  }
}
