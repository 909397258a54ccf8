// Life without a window: in the tray where there is one, and never as a process that nobody can reach.
import type { App } from 'electron';
import type { Messages } from '../../renderer/messages/index.ts';
import type { Clock } from '../clock.ts';
import type { SettingsFile } from '../settings.ts';
import type { MainWindow } from './window.ts';

export interface BackgroundParts {
  readonly settings: SettingsFile;
  /** Whether clips are being saved or fetched. */
  readonly isWorking: () => boolean;
  readonly words: Messages['tray'];
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Says something on the desktop. */
type Tell = (said: { readonly title: string; readonly text: string }) => void;

/** A panel that restarts, or comes late at login, is back by then. */
const hostMayComeMs = 10_000;

export class Background {
  readonly #parts: BackgroundParts;
  #host = false;
  #quitting = false;
  #window: MainWindow | null = null;
  #tell: Tell = () => {};

  constructor(parts: BackgroundParts) {
    this.#parts = parts;
  }

  /** From now on closing the last window leads to what `afterClosing` says. */
  live(app: App, window: MainWindow, tell: Tell): void {
    this.#window = window;
    this.#tell = tell;
    // Without it a SIGTERM, a logout or Quit would find the app staying in the tray.
    app.on('before-quit', () => {
      this.#quitting = true;
    });
    app.on('window-all-closed', () => {
      if (this.#afterClosing() !== 'stay') return app.quit();
      this.#sayOnce('toldOfTray', this.#parts.words.stays);
    });
  }

  minimisesOnClose(): boolean {
    if (this.#afterClosing() !== 'minimise') return false;
    this.#sayOnce('toldOfNoTray', this.#parts.words.minimised);
    return true;
  }

  setHost(isPresent: boolean): void {
    this.#host = isPresent;
    if (!isPresent) void this.#openUnlessHostComes();
  }

  #afterClosing() {
    const { settings, isWorking } = this.#parts;
    return afterClosing({
      quitting: this.#quitting,
      host: this.#host,
      closeToTray: settings.current().closeToTray,
      working: isWorking(),
    });
  }

  async #openUnlessHostComes(): Promise<void> {
    const { clock, signal } = this.#parts;
    await clock.sleep(clock.span(hostMayComeMs), signal).catch(() => undefined);
    if (!this.#host && !this.#quitting && !signal.aborted && !this.#window?.current) this.#window?.show();
  }

  #sayOnce(mark: 'toldOfTray' | 'toldOfNoTray', said: { readonly title: string; readonly text: string }): void {
    const { settings } = this.#parts;
    if (settings.current()[mark]) return;
    void settings.change({ [mark]: true });
    this.#tell(said);
  }
}

/** What closing the window does. Where there is no tray, work in hand goes on in the minimised window. */
export function afterClosing(now: {
  readonly quitting: boolean;
  readonly host: boolean;
  readonly closeToTray: boolean;
  readonly working: boolean;
}): 'quit' | 'stay' | 'minimise' {
  if (now.quitting) return 'quit';
  if (now.host) return now.closeToTray ? 'stay' : 'quit';
  return now.working ? 'minimise' : 'quit';
}
