// A stand-in for one of the desktop's services, on a private bus: answers calls, sends signals.
import dbus from '@particle/dbus-next';

const { Message, MessageType, NameFlag, Variant } = dbus;
type BusMessage = InstanceType<typeof Message>;

/** Signature and values of an answer. */
export type Answer = readonly [signature: string, body: unknown[]];

export interface BusServiceParts {
  readonly address: string;
  readonly name: string;
  readonly path: string;
  /** By interface and member, `org.kde.StatusNotifierWatcher.RegisterStatusNotifierItem`; others are refused. */
  readonly methods: Readonly<Record<string, (call: BusMessage) => Answer>>;
  /** Rules of D-Bus's AddMatch for what `hear` is told. */
  readonly rules?: readonly string[];
  readonly hear?: (signal: BusMessage) => void;
}

export interface BusService {
  /** Comes onto the bus, goes off it. */
  own(): Promise<void>;
  disown(): Promise<void>;
  call(to: string, path: string, member: string, signature?: string, body?: unknown[]): Promise<unknown[]>;
  signal(member: string, signature?: string, body?: unknown[]): void;
  stop(): void;
}

/** Connected, and not yet on the bus under its name. Members are whole names, with their interface. */
export async function startBusService(parts: BusServiceParts): Promise<BusService> {
  const bus = dbus.sessionBus({ busAddress: parts.address });
  await new Promise<void>((resolve, reject) => {
    bus.once('connect', () => resolve());
    bus.once('error', reject);
  });
  bus.on('error', () => {}); // the bus may stop first
  let isStopped = false;
  bus.addMethodHandler((call: BusMessage) => {
    if (isStopped) return true; // a call that comes now cannot be answered: the library would throw
    const method = parts.methods[`${call.interface}.${call.member}`];
    if (!method) return false;
    const [signature, body] = method(call);
    bus.send(Message.newMethodReturn(call, signature, body));
    return true;
  });
  bus.on('message', (message: BusMessage) => {
    if (message.type === MessageType.SIGNAL) parts.hear?.(message);
  });
  const call: BusService['call'] = async (destination, path, whole, signature = '', body = []) => {
    const message = new Message({ destination, path, ...named(whole), signature, body });
    return (await bus.call(message))?.body ?? [];
  };
  const daemon = 'org.freedesktop.DBus';
  for (const rule of parts.rules ?? []) await call(daemon, '/org/freedesktop/DBus', `${daemon}.AddMatch`, 's', [rule]);
  return {
    async own() {
      await bus.requestName(parts.name, NameFlag.DO_NOT_QUEUE);
    },
    async disown() {
      await bus.releaseName(parts.name);
    },
    call,
    signal(whole, signature = '', body = []) {
      const { interface: from, member } = named(whole);
      bus.send(Message.newSignal(parts.path, from, member, signature, body));
    },
    stop() {
      isStopped = true;
      bus.disconnect();
    },
  };
}

function named(whole: string): { interface: string; member: string } {
  const dot = whole.lastIndexOf('.');
  return { interface: whole.slice(0, dot), member: whole.slice(dot + 1) };
}

/** A value without D-Bus's variants; of bytes only how many, which is all that is worth looking at in a picture. */
export function plain(value: unknown): unknown {
  if (value instanceof Variant) return plain(value.value);
  if (Buffer.isBuffer(value)) return { bytes: value.length };
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
}

export const variant = (signature: string, value: unknown) => new Variant(signature, value);
