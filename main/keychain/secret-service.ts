// The Linux secret service without libsecret, which stays with the daemon that it met first and fails when that is replaced.
import { sessionBusAddress } from '../session-bus-address.ts';
import type { Keytar } from './keytar.ts';

type Call = (path: string, member: string, signature: string, body: unknown[]) => Promise<unknown[]>;

const service = '/org/freedesktop/secrets';
const keyring = `${service}/aliases/default`;
/** No prompt is needed. */
const noPrompt = '/';

/**
 * The same entries that keytar has, on a connection of its own for each call. Secrets cross the session bus as they are:
 * whoever may listen there may ask for them too. Rejects where there is no bus, no service, or the keyring is locked.
 */
export const secretService: Keytar = {
  getPassword: (name, account) =>
    connected(async (call, variant) => {
      const [item] = await itemsOf(call, name, account);
      if (item === undefined) return null;
      const [secret] = await call(item, 'Item.GetSecret', 'o', [await openSession(call, variant)]);
      return Array.isArray(secret) ? Buffer.from(secret[2]).toString() : null;
    }),
  setPassword: (name, account, password) =>
    connected(async (call, variant) => {
      const attributes = { 'xdg:schema': 'org.freedesktop.Secret.Generic', service: name, account };
      const properties = {
        'org.freedesktop.Secret.Item.Label': variant('s', `${name}/${account}`), // as keytar names them
        'org.freedesktop.Secret.Item.Attributes': variant('a{ss}', attributes),
      };
      const secret = [await openSession(call, variant), Buffer.alloc(0), Buffer.from(password), 'text/plain'];
      const [, prompt] = await call(keyring, 'Collection.CreateItem', 'a{sv}(oayays)b', [properties, secret, true]);
      if (prompt !== noPrompt) throw new Error('Cannot create an item in a locked collection');
    }),
  deletePassword: (name, account) =>
    connected(async (call) => {
      const items = await itemsOf(call, name, account);
      for (const item of items) await call(item, 'Item.Delete', '', []);
      return items.length > 0;
    }),
};

type MakeVariant = (signature: string, value: unknown) => unknown;

async function connected<Value>(work: (call: Call, variant: MakeVariant) => Promise<Value>): Promise<Value> {
  const { default: dbus } = await import('@particle/dbus-next');
  const bus = dbus.sessionBus({ busAddress: sessionBusAddress(process.env) });
  const broken = new Promise<never>((_resolve, reject) => bus.on('error', reject));
  const call: Call = async (path, member, signature, body) => {
    const [face, method] = member.split('.');
    const message = new dbus.Message({
      destination: 'org.freedesktop.secrets',
      path,
      interface: `org.freedesktop.Secret.${face}`,
      member: method ?? '',
      signature,
      body,
    });
    return (await bus.call(message))?.body ?? [];
  };
  try {
    return await Promise.race([work(call, (signature, value) => new dbus.Variant(signature, value)), broken]);
  } finally {
    bus.disconnect();
  }
}

/** It ends with the connection. */
async function openSession(call: Call, variant: MakeVariant): Promise<unknown> {
  const [, session] = await call(service, 'Service.OpenSession', 'sv', ['plain', variant('s', '')]);
  return session;
}

/** Those of an unlocked keyring. */
async function itemsOf(call: Call, name: string, account: string): Promise<readonly string[]> {
  const [unlocked] = await call(service, 'Service.SearchItems', 'a{ss}', [{ service: name, account }]);
  return Array.isArray(unlocked) ? unlocked.map(String) : [];
}
