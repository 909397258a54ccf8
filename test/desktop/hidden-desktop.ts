// A hidden desktop: display, D-Bus and keyring, and a home folder for whoever runs on it.
import { startBus } from './bus.ts';
import { startDisplay } from './display.ts';
import { homeEnvironment } from './environment.ts';
import { startKeyring } from './keyring.ts';

/** Answers the whole environment for a program on it. What is started ends with `toEnd`. */
export async function hiddenDesktop(
  home: string,
  toEnd: AsyncDisposableStack,
): Promise<Readonly<Record<string, string>>> {
  const display = await startDisplay();
  toEnd.defer(() => display.stop());
  const bus = await startBus();
  toEnd.defer(() => bus.stop());
  const keyring = await startKeyring(bus.address);
  toEnd.defer(() => keyring.stop());
  return { ...homeEnvironment(home), ...display.env, ...bus.env };
}
