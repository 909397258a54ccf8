// A desktop's notification server: keeps what it is asked to show, clicks it and closes it.
import { startBusService } from './bus-service.ts';

export interface ShownNote {
  readonly id: number;
  readonly summary: string;
  readonly body: string;
  /** 0: until the person closes it; -1: as long as the server likes. */
  readonly timeoutMs: number;
}

export interface NotificationServer {
  /** All that were ever shown, in order. */
  readonly shown: readonly ShownNote[];
  /** Ids of those that the app took back. */
  readonly closed: readonly number[];
  click(note: ShownNote): void;
  /** As a person does. */
  dismiss(note: ShownNote): void;
  come(): Promise<void>;
  stop(): void;
}

const name = 'org.freedesktop.Notifications';

/** Reads markup in bodies, as most do. Not there until `come`. */
export async function startNotificationServer(address: string): Promise<NotificationServer> {
  const shown: ShownNote[] = [];
  const closed: number[] = [];
  const bus = await startBusService({
    address,
    name,
    path: '/org/freedesktop/Notifications',
    methods: {
      [`${name}.GetCapabilities`]: () => ['as', [['actions', 'body', 'body-markup', 'persistence']]],
      [`${name}.GetServerInformation`]: () => ['ssss', ['cliptray-test', 'test', '1', '1.2']],
      [`${name}.Notify`]({ body }) {
        const [, replaces, , summary, text, , , timeoutMs] = body;
        const id = Number(replaces) || shown.length + 1;
        shown.push({ id, summary: String(summary), body: String(text), timeoutMs: Number(timeoutMs) });
        return ['u', [id]];
      },
      [`${name}.CloseNotification`]({ body }) {
        closed.push(Number(body[0]));
        return ['', []];
      },
    },
  });
  return {
    shown,
    closed,
    click: ({ id }) => bus.signal(`${name}.ActionInvoked`, 'us', [id, 'default']),
    dismiss: ({ id }) => bus.signal(`${name}.NotificationClosed`, 'uu', [id, 2]),
    come: () => bus.own(),
    stop: () => bus.stop(),
  };
}
