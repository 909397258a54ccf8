// Whether the desktop has a place for tray icons. Linux: asked on the bus, since Electron cannot tell.
import type { Log } from '../log.ts';
import { isOnBus, openSessionBus, type SessionBus } from './session-bus.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const isWatcherSignal = /^(NameOwnerChanged|StatusNotifierHost(Registered|Unregistered))$/;

/** `tell` hears whether there is one: once at the start, then at each change. Ends when `signal` aborts. */
export async function watchTrayHost(tell: (isPresent: boolean) => void, signal: AbortSignal, log: Log): Promise<void> {
  if (process.platform !== 'linux') return tell(true);
  let last: boolean | null = null;
  const say = (isPresent: boolean) => {
    if (isPresent !== last && !signal.aborted) tell(isPresent);
    last = isPresent;
  };
  try {
    const bus = await openSessionBus();
    signal.addEventListener('abort', () => bus.close(), { once: true });
    let asked = 0;
    const look = async () => {
      const question = ++asked;
      const isPresent = await hasHost(bus).catch(() => false);
      if (question === asked) say(isPresent); // a later question knows better
    };
    const hear = (member: string) => {
      if (isWatcherSignal.test(member)) void look();
    };
    const comesOrGoes = `type='signal',interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcher}'`;
    await bus.listen([comesOrGoes, `type='signal',interface='${watcher}'`], hear);
    await look();
    await bus.gone;
    say(false);
  } catch (error) {
    log.info('no session bus: no tray', error instanceof Error ? error.message : error);
    say(false);
  }
}

/** A watcher alone is no tray: a panel has to be there too. */
async function hasHost(bus: SessionBus): Promise<boolean> {
  if (!(await isOnBus(bus, watcher))) return false;
  const args = [watcher, 'IsStatusNotifierHostRegistered'];
  const answer = await bus.ask(watcher, '/StatusNotifierWatcher', 'org.freedesktop.DBus.Properties.Get', 'ss', args);
  return (answer as { value?: unknown } | undefined)?.value === true; // a D-Bus variant
}
