// The one window: made when it is wanted, where it was last time, showing our own page.
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { EventName, Events } from '../../preload/contract.ts';
import type { Log } from '../log.ts';
import type { SettingsFile } from '../settings.ts';
import { pageAddress, settingsAddress } from './page.ts';
import { backgroundColor } from './theme.ts';
import { minimumSize, windowPlace } from './window-place.ts';

export interface MainWindowParts {
  readonly settings: SettingsFile;
  /** The built preload script. */
  readonly preload: string;
  /** Asked when it is about to be closed: whether it is minimised instead. */
  readonly minimisesOnClose: () => boolean;
  /** It can be seen, or can no longer. */
  readonly onShown: (isShown: boolean) => void;
  readonly log: Log;
}

export class MainWindow {
  readonly #parts: MainWindowParts;
  #window: BrowserWindow | null = null;

  constructor(parts: MainWindowParts) {
    this.#parts = parts;
  }

  /** Opens it, or brings it to the front. */
  show(): void {
    const window = this.#window;
    if (window) {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    } else this.#open(pageAddress);
  }

  /** As `show`, with the settings open. */
  showSettings(): void {
    if (this.#window) {
      this.show();
      this.tell('openSettings', null);
    } else this.#open(settingsAddress);
  }

  /** For dialogs that belong to it; null: it is closed. */
  get current(): BrowserWindow | null {
    return this.#window;
  }

  /** Whether this webContents is the one that shows our page. */
  isOurs(webContentsId: number): boolean {
    return this.#window?.webContents.id === webContentsId;
  }

  /** Tells the page; nobody hears it while the window is closed. */
  tell<Name extends EventName>(name: Name, value: Events[Name]): void {
    this.#window?.webContents.send(name, value);
  }

  #open(address: string): void {
    const { settings, preload, onShown, log } = this.#parts;
    const remembered = settings.current().window;
    const main = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
    // Shown at once, in its background's colour: https://www.electronjs.org/docs/latest/api/browser-window#setting-the-backgroundcolor-property
    const window = new BrowserWindow({
      ...windowPlace(remembered, [main.workArea, ...others.map(({ workArea }) => workArea)]),
      minWidth: minimumSize.width,
      minHeight: minimumSize.height,
      title: 'Cliptray',
      backgroundColor: backgroundColor(nativeTheme.shouldUseDarkColors),
      autoHideMenuBar: true,
      // The spell checker would fetch its dictionaries from a server of its own.
      webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
    });
    this.#window = window;
    if (remembered?.maximized) window.maximize();
    window.on('close', (event) => {
      this.#remember(window);
      if (!this.#parts.minimisesOnClose()) return;
      event.preventDefault();
      window.minimize();
    });
    onShown(true);
    window.on('show', () => onShown(true));
    window.on('restore', () => onShown(true));
    window.on('minimize', () => onShown(false));
    window.on('hide', () => onShown(false));
    window.once('closed', () => {
      this.#window = null;
      onShown(false);
    });
    let reloadsLeft = 3; // a page that crashes each time would otherwise do so for ever
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error(`the window's process is gone: ${reason}`);
      if (reason !== 'clean-exit' && reloadsLeft-- > 0) window.webContents.reload();
    });
    window.loadURL(address).catch((error: unknown) => log.error('the page could not be loaded', error));
  }

  #remember(window: BrowserWindow): void {
    const place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    void this.#parts.settings.change({ window: place });
  }
}
