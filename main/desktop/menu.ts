// The menus: the tray's, and the application's, which has the same entries for desktops without a tray.
import type { MenuItemConstructorOptions } from 'electron';
import type { TrayAction, TrayItem } from './tray-model.ts';

/** In a label `&` would mark the letter behind it as its key. */
const escaped = (label: string) => label.replaceAll('&', '&&');

type Act = (action: TrayAction) => void;

export const trayTemplate = (items: readonly TrayItem[], act: Act): MenuItemConstructorOptions[] =>
  items.map((item) => templateOf(item, act));

function templateOf(item: TrayItem, act: Act): MenuItemConstructorOptions {
  switch (item.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'line':
      return { label: escaped(item.label), enabled: false };
    case 'menu':
      return { label: escaped(item.label), submenu: trayTemplate(item.items, act) };
    case 'entry':
      return { label: escaped(item.label), enabled: item.enabled, click: () => act(item.does) };
  }
}

/**
 * Shortcuts for editing, zoom and closing live here; on macOS the tray's entries are in the dock's menu instead.
 * Without `reload` and developer tools: the page is no web page.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  items: readonly TrayItem[],
  act: Act,
): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
  // Its last entry is the tray's own Quit: the key for it goes there.
  const own = trayTemplate(items, act).map((item, index, all) =>
    index === all.length - 1 ? { ...item, accelerator: 'CmdOrCtrl+Q' } : item,
  );
  const first: MenuItemConstructorOptions =
    platform === 'darwin' ? { role: 'appMenu' } : { label: 'Cliptray', submenu: own };
  return [first, { role: 'editMenu' }, view, { role: 'windowMenu' }];
}
