// The only addresses that ever open in the browser: our own links, and Blink's sign-in page.
import { shell } from 'electron';
import type { Link } from '../../preload/contract.ts';
import type { Log } from '../log.ts';

const addresses = {
  help: 'https://wiki.archlinux.org/title/GNOME/Keyring',
  'format-drive': 'https://support.blinkforhome.com/local-storage-troubleshooting',
  subscription: 'https://support.blinkforhome.com/sync-module-2-local-storage-operation',
  'token-line': 'https://github.com/fronzbot/blinkpy#readme',
} satisfies Readonly<Record<Link, `https://${string}`>>;

/** Rejects where no browser can be started. */
export async function openLink(link: Link): Promise<void> {
  await shell.openExternal(addresses[link]);
}

/** Blink's sign-in page, as `main/blink` made its address. */
export function openInBrowser(address: string, log: Log): void {
  shell.openExternal(address).catch(() => log.warn('no browser could be opened for signing in'));
}
