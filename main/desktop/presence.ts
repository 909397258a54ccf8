// What the app is outside its window: the tray's icon and menu, notifications, and its life in the background.
import type { App } from 'electron';
import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../../preload/contract.ts';
import type { Messages } from '../../renderer/messages/index.ts';
import type { Clock } from '../clock.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { Library } from '../library/index.ts';
import type { Log } from '../log.ts';
import type { SettingsFile } from '../settings.ts';
import type { Background } from './background.ts';
import { Notifier } from './notifier.ts';
import { type Noticing, notifyOf } from './notify.ts';
import { TrayIcon } from './tray.ts';
import { actOf } from './tray-actions.ts';
import { keepTrayTrue } from './tray-feed.ts';
import { watchTrayHost } from './tray-host.ts';
import type { MainWindow } from './window.ts';
import { showWork } from './work-feed.ts';

export interface PresenceParts {
  readonly app: App;
  readonly store: StoreApi<AppState>;
  readonly list: Noticing['list'];
  readonly library: Library;
  readonly window: MainWindow;
  readonly background: Background;
  readonly handlers: Handlers;
  readonly words: Messages;
  /** Folder of the icons. */
  readonly resources: string;
  readonly settings: SettingsFile;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** Until `signal` aborts. */
export function startPresence(parts: PresenceParts): void {
  const { app, window, background, handlers, resources, signal, log } = parts;
  const notifier = new Notifier((note) => {
    if (note.does === 'open-window') window.show();
    else void handlers.showFolder(undefined);
  }, log);
  const tray = new TrayIcon({
    platform: process.platform,
    resources,
    act: actOf({ ...parts, quit: () => app.quit() }),
  });
  keepTrayTrue({ ...parts, show: (model) => tray.show(model) });
  notifyOf({
    ...parts,
    isInFront: () => window.current?.isFocused() ?? false,
    notifier,
    nearlyFullTold: () => parts.settings.current().nearlyFullTold,
    rememberNearlyFull: (nearlyFullTold) => void parts.settings.change({ nearlyFullTold }),
  });
  showWork(parts);
  background.live(app, window, ({ title, text }) => {
    void notifier.show({ id: 'hint', of: 'hint', title, text, stays: false, does: 'open-window' });
  });
  const setHost = (isPresent: boolean) => {
    tray.setHost(isPresent);
    background.setHost(isPresent);
  };
  void watchTrayHost(setHost, signal, log);
}
