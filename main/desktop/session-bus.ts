// The Linux session bus: asking and listening, for what Electron does not tell of the desktop.
import { sessionBusAddress } from '../session-bus-address.ts';

export interface SessionBus {
  /** The first value of the answer; rejects where there is none. */
  ask(service: string, path: string, member: string, signature: string, body: readonly unknown[]): Promise<unknown>;
  /** Hears the signals that match one of these rules of D-Bus's `AddMatch`, by their member's name. */
  listen(rules: readonly string[], hear: (member: string) => void): Promise<void>;
  /** Resolves when the bus went away. */
  readonly gone: Promise<void>;
  close(): void;
}

const daemon = 'org.freedesktop.DBus';

/** Rejects where there is no bus. `member` of `ask` is the whole name, with its interface. */
export async function openSessionBus(): Promise<SessionBus> {
  const { default: dbus } = await import('@particle/dbus-next');
  const bus = dbus.sessionBus({ busAddress: sessionBusAddress(process.env) });
  const failed = new Promise<never>((_resolve, reject) => bus.on('error', reject));
  const gone = failed.catch(() => undefined);
  const ask: SessionBus['ask'] = async (destination, path, member, signature, body) => {
    const dot = member.lastIndexOf('.');
    const message = new dbus.Message({
      destination,
      path,
      interface: member.slice(0, dot),
      member: member.slice(dot + 1),
      signature,
      body: [...body],
    });
    return (await Promise.race([bus.call(message), failed]))?.body[0];
  };
  return {
    ask,
    async listen(rules, hear) {
      bus.on('message', (message) => {
        if (message.type === dbus.MessageType.SIGNAL && message.member) hear(message.member);
      });
      for (const rule of rules) await ask(daemon, '/org/freedesktop/DBus', `${daemon}.AddMatch`, 's', [rule]);
    },
    gone,
    close: () => bus.disconnect(),
  };
}

/** Whether anybody has this name. */
export async function isOnBus(bus: SessionBus, name: string): Promise<boolean> {
  return (await bus.ask(daemon, '/org/freedesktop/DBus', `${daemon}.NameHasOwner`, 's', [name])) === true;
}
