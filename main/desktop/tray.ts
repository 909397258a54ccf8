// Shows the tray's model: one icon while the desktop has a place for it, and the application's menu always.
import { app, Menu, Tray } from 'electron';
import { menuTemplate, trayTemplate } from './menu.ts';
import { trayIcon } from './tray-icon.ts';
import type { TrayAction, TrayModel } from './tray-model.ts';

export interface TrayParts {
  readonly platform: NodeJS.Platform;
  /** Folder of the icons. */
  readonly resources: string;
  readonly act: (action: TrayAction) => void;
}

export class TrayIcon {
  readonly #parts: TrayParts;
  #tray: Tray | null = null;
  #shown: TrayModel | null = null;

  constructor(parts: TrayParts) {
    this.#parts = parts;
  }

  /** Whether there is a place for the icon. Linux: an icon made before there was one never appears. */
  setHost(isPresent: boolean): void {
    this.#tray?.destroy();
    this.#tray = null;
    if (isPresent && this.#shown) this.#makeIcon(this.#shown);
  }

  /** The panel keeps a copy of the menu: each change needs a new one. */
  show(model: TrayModel): void {
    if (JSON.stringify(model) === JSON.stringify(this.#shown)) return;
    this.#shown = model;
    const { platform, act } = this.#parts;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(platform, model.items, act)));
    if (platform === 'darwin') app.dock?.setMenu(Menu.buildFromTemplate(trayTemplate(model.items, act)));
    if (this.#tray) this.#fill(this.#tray, model);
  }

  #makeIcon(model: TrayModel): void {
    const { platform, resources, act } = this.#parts;
    this.#tray = new Tray(trayIcon(model.shape, platform, resources));
    // On macOS the click opens the menu.
    if (platform !== 'darwin') this.#tray.on('click', () => act({ kind: 'open-window' }));
    this.#fill(this.#tray, model);
  }

  #fill(tray: Tray, { shape, tooltip, items }: TrayModel): void {
    const { platform, resources, act } = this.#parts;
    tray.setImage(trayIcon(shape, platform, resources));
    tray.setToolTip(tooltip);
    tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(items, act)));
  }
}
