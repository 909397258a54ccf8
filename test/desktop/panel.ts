// A desktop's panel: the watcher that tray icons register with, and a host that shows and clicks them.
import { type BusService, plain, startBusService, variant } from './bus-service.ts';

export interface TrayEntry {
  readonly id: number;
  /** Without the marks of access keys. */
  readonly label: string;
  readonly isSeparator: boolean;
  readonly enabled: boolean;
  readonly entries: readonly TrayEntry[];
}

export interface Panel {
  /** How many icons are registered now. */
  icons(): number;
  /** Size and bytes of the icon's picture, and its tooltip. */
  look(): Promise<{ readonly picture: readonly unknown[]; readonly tooltip: string }>;
  menu(): Promise<readonly TrayEntry[]>;
  /** Clicks an entry, by the labels that lead to it; refuses one that is off. */
  click(...labels: readonly string[]): Promise<void>;
  /** A left click on the icon. */
  activate(): Promise<void>;
  come(): Promise<void>;
  go(): Promise<void>;
  /** Whether the watcher, while there, has a panel to show icons in. */
  setHost(isPresent: boolean): void;
  stop(): void;
}

interface Icon {
  readonly service: string;
  readonly path: string;
  readonly owner: string;
}

const watcher = 'org.kde.StatusNotifierWatcher';
const item = 'org.kde.StatusNotifierItem';
const menuInterface = 'com.canonical.dbusmenu';
const properties = 'org.freedesktop.DBus.Properties';

/** Not there until `come`. */
export async function startPanel(address: string): Promise<Panel> {
  let icons: readonly Icon[] = [];
  let hasHost = true;
  const state = () => ({
    IsStatusNotifierHostRegistered: variant('b', hasHost),
    ProtocolVersion: variant('i', 0),
    RegisteredStatusNotifierItems: variant(
      'as',
      icons.map(({ service, path }) => service + path),
    ),
  });
  const bus: BusService = await startBusService({
    address,
    name: watcher,
    path: '/StatusNotifierWatcher',
    methods: {
      [`${watcher}.RegisterStatusNotifierItem`]({ sender = '', body }) {
        const [named] = body as string[]; // a bus name, or only a path on the sender's own
        const icon = named?.startsWith('/')
          ? { service: sender, path: named, owner: sender }
          : { service: named ?? sender, path: '/StatusNotifierItem', owner: sender };
        icons = [...icons, icon];
        return ['', []];
      },
      [`${watcher}.RegisterStatusNotifierHost`]: () => ['', []],
      [`${properties}.GetAll`]: () => ['a{sv}', [state()]],
      [`${properties}.Get`]: ({ body }) => ['v', [Object.entries(state()).find(([name]) => name === body[1])?.[1]]],
    },
    rules: ["type='signal',interface='org.freedesktop.DBus',member='NameOwnerChanged'"],
    hear({ member, body }) {
      if (member !== 'NameOwnerChanged' || body[2] !== '') return;
      icons = icons.filter(({ service, owner }) => ![service, owner].includes(body[0]));
    },
  });

  function only(): Icon {
    const [icon] = icons;
    if (!icon || icons.length > 1) throw new Error(`${icons.length} tray icons are registered, not one`);
    return icon;
  }
  async function all(icon: Icon): Promise<Record<string, unknown>> {
    const [found] = await bus.call(icon.service, icon.path, `${properties}.GetAll`, 's', [item]);
    return plain(found) as Record<string, unknown>; // a{sv}
  }
  async function layout(icon: Icon): Promise<{ readonly path: string; readonly entries: readonly TrayEntry[] }> {
    const path = String((await all(icon)).Menu);
    await bus.call(icon.service, path, `${menuInterface}.AboutToShow`, 'i', [0]).catch(() => []); // what hosts do first
    const [, root] = await bus.call(icon.service, path, `${menuInterface}.GetLayout`, 'iias', [0, -1, []]);
    return { path, entries: entryOf(plain(root) as Node).entries }; // (ia{sv}av)
  }

  return {
    icons: () => icons.length,
    async look() {
      const { IconPixmap, ToolTip } = await all(only());
      return { picture: (IconPixmap as unknown[][])[0] ?? [], tooltip: String((ToolTip as unknown[])[2]) }; // a(iiay), (sa(iiay)ss)
    },
    menu: async () => (await layout(only())).entries,
    async click(...labels) {
      const icon = only();
      const { path, entries } = await layout(icon);
      const entry = find(entries, labels);
      if (!entry.enabled) throw new Error(`the menu's entry “${entry.label}” is off`);
      const event = [entry.id, 'clicked', variant('i', 0), 0];
      await bus.call(icon.service, path, `${menuInterface}.Event`, 'isvu', event);
    },
    async activate() {
      const icon = only();
      await bus.call(icon.service, icon.path, `${item}.Activate`, 'ii', [0, 0]);
    },
    async come() {
      await bus.own();
      bus.signal(`${watcher}.StatusNotifierHostRegistered`);
    },
    async go() {
      icons = [];
      await bus.disown();
    },
    setHost(isPresent) {
      hasHost = isPresent;
      bus.signal(`${watcher}.StatusNotifierHost${isPresent ? 'Registered' : 'Unregistered'}`);
    },
    stop: () => bus.stop(),
  };
}

type Node = readonly [id: number, properties: Record<string, unknown>, children: readonly Node[]];

const entryOf = ([id, { label = '', type, enabled = true }, children]: Node): TrayEntry => ({
  id,
  label: String(label).replace(/_(.)/g, '$1'),
  isSeparator: type === 'separator',
  enabled: enabled === true,
  entries: children.map(entryOf),
});

function find(entries: readonly TrayEntry[], [label, ...rest]: readonly string[]): TrayEntry {
  const entry = entries.find((each) => each.label === label);
  if (!entry) throw new Error(`no entry “${label}” in the menu; there are: ${entries.map((e) => e.label).join(', ')}`);
  return rest.length > 0 ? find(entry.entries, rest) : entry;
}
