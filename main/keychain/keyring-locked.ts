// Asks the Linux secret service whether its default keyring is locked: keytar reads a locked one as absent.
import { sessionBusAddress } from '../session-bus-address.ts';

/**
 * False also where there is no keyring yet; rejects where there is no bus or no secret service, and when aborted.
 * Asks on the bus that keytar uses.
 */
export async function keyringLocked(signal: AbortSignal): Promise<boolean> {
  const { default: dbus } = await import('@particle/dbus-next');
  signal.throwIfAborted();
  const bus = dbus.sessionBus({ busAddress: sessionBusAddress(process.env) });
  const ended = new Promise<never>((_resolve, reject) => {
    bus.on('error', reject);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    const asked = bus.call(
      new dbus.Message({
        destination: 'org.freedesktop.secrets',
        path: '/org/freedesktop/secrets/aliases/default',
        interface: 'org.freedesktop.DBus.Properties',
        member: 'Get',
        signature: 'ss',
        body: ['org.freedesktop.Secret.Collection', 'Locked'],
      }),
    );
    const answer = await Promise.race([asked, ended]);
    return answer?.body[0].value === true;
  } catch (error) {
    if (error instanceof dbus.DBusError && noSuchKeyring.has(error.type)) return false;
    throw error;
  } finally {
    bus.disconnect();
  }
}

const noSuchKeyring = new Set([
  'org.freedesktop.DBus.Error.UnknownMethod',
  'org.freedesktop.DBus.Error.UnknownObject',
  'org.freedesktop.Secret.Error.NoSuchObject',
]);
