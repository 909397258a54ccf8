// Where the demo shows its window: on the person's desktop, or on a hidden one of its own.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../main/clock.ts';
import { keychainSecrets } from '../../main/keychain/keytar.ts';
import { keychainService } from '../../main/keychain/service-name.ts';
import { startBus } from '../desktop/bus.ts';
import { startDisplay } from '../desktop/display.ts';
import { startKeyring } from '../desktop/keyring.ts';

export interface Desktop {
  /** The whole environment for a program on it. */
  readonly env: Readonly<Record<string, string>>;
  /** Removes what the app has put into the keychain. */
  forgetSecrets(profile: string, baseAddress: string): Promise<void>;
}

/** A DISPLAY that nobody serves, as containers have it, counts as none. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const [, number] = /^:(\d+)/.exec(DISPLAY ?? '') ?? [];
  const isServed = number === undefined ? Boolean(DISPLAY) : existsSync(`/tmp/.X11-unix/X${number}`);
  return isServed || Boolean(WAYLAND_DISPLAY);
}

/** `folder` becomes the home of a hidden desktop. */
export async function openDesktop(folder: string, toEnd: AsyncDisposableStack): Promise<Desktop> {
  return hasDisplay() ? ownDesktop() : hiddenDesktop(folder, toEnd);
}

function ownDesktop(): Desktop {
  return {
    env: inherited(/^(CLIPTRAY_|ELECTRON_|NODE_)/),
    async forgetSecrets(profile, baseAddress) {
      const service = await keychainService(profile, baseAddress);
      const secrets = keychainSecrets({ service, clock: systemClock() });
      await secrets.remove('refresh');
      await secrets.remove('access');
    },
  };
}

async function hiddenDesktop(folder: string, toEnd: AsyncDisposableStack): Promise<Desktop> {
  const display = await startDisplay();
  toEnd.defer(() => display.stop());
  const bus = await startBus();
  toEnd.defer(() => bus.stop());
  const keyring = await startKeyring(bus.address);
  toEnd.defer(() => keyring.stop());
  const runtimeFolder = join(folder, 'run');
  mkdirSync(runtimeFolder, { mode: 0o700 });
  return {
    env: {
      ...inherited(/^(CLIPTRAY_|ELECTRON_|NODE_|XDG_)/),
      HOME: folder,
      XDG_RUNTIME_DIR: runtimeFolder,
      ...display.env,
      ...bus.env,
    },
    forgetSecrets: async () => {}, // they go with the keyring
  };
}

const inherited = (without: RegExp) =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !without.test(entry[0]),
    ),
  );
