// An Electron, and a hidden desktop of its own for it: display, D-Bus and keyring.
import { startBus } from '../desktop/bus.ts';
import { startDisplay } from '../desktop/display.ts';
import { homeEnvironment } from '../desktop/environment.ts';
import { startKeyring } from '../desktop/keyring.ts';
import { describeElectron, findElectron } from '../electron/electron.ts';

export interface HiddenDesktop {
  /** Of Electron. */
  readonly executable: string;
  /** The whole environment for a program on it. */
  readonly env: Readonly<Record<string, string>>;
}

/** `home` is the person's home folder. What is started ends with `toEnd`. */
export async function hiddenDesktop(home: string, toEnd: AsyncDisposableStack): Promise<HiddenDesktop> {
  const found = await findElectron(console.log);
  if (!found.ok) throw new Error(`no Electron can be had: ${found.reason}`);
  console.log(describeElectron(found.electron));
  const display = await startDisplay();
  toEnd.defer(() => display.stop());
  const bus = await startBus();
  toEnd.defer(() => bus.stop());
  const keyring = await startKeyring(bus.address);
  toEnd.defer(() => keyring.stop());
  const env = { ...homeEnvironment(home), ...display.env, ...bus.env };
  return { executable: found.electron.executable, env };
}
