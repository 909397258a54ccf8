// Where the demo shows its window: on the person's desktop, or on a hidden one of its own.
import { existsSync } from 'node:fs';
import { systemClock } from '../../main/clock.ts';
import { keychainSecrets } from '../../main/keychain/keytar.ts';
import { keychainService } from '../../main/keychain/service-name.ts';
import { ownEnvironment } from '../desktop/environment.ts';
import { hiddenDesktop } from '../desktop/hidden-desktop.ts';

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
  return hasDisplay() ? ownDesktop() : desktopOfItsOwn(folder, toEnd);
}

function ownDesktop(): Desktop {
  return {
    env: ownEnvironment(),
    async forgetSecrets(profile, baseAddress) {
      const service = await keychainService(profile, baseAddress);
      const secrets = keychainSecrets({ service, clock: systemClock() });
      await secrets.remove('refresh');
      await secrets.remove('access');
    },
  };
}

async function desktopOfItsOwn(folder: string, toEnd: AsyncDisposableStack): Promise<Desktop> {
  return {
    env: await hiddenDesktop(folder, toEnd),
    forgetSecrets: async () => {}, // they go with the keyring
  };
}
