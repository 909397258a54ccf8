// The only addresses that ever open in the browser.
import { shell } from 'electron';
import type { Link } from '../../preload/contract.ts';

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
