// What the desktop does for the window's commands: dialogs, the file manager, the system's player, the browser.
import { app, clipboard, shell } from 'electron';
import type { Messages } from '../../renderer/messages/index.ts';
import type { DesktopDoor } from '../ipc/handlers.ts';
import type { Log } from '../log.ts';
import { copyFile } from './copy-file.ts';
import { askForFolder } from './dialogs.ts';
import { dragOut } from './drag-out.ts';
import { openLink } from './links.ts';
import type { LoginItem } from './login-item.ts';
import type { MainWindow } from './window.ts';

/** `icon`: the app's own picture. */
export function desktopDoor(
  window: MainWindow,
  login: LoginItem,
  words: Messages,
  icon: string,
  log: Log,
): DesktopDoor {
  return {
    chooseFolder: (current) => askForFolder(window.current, words.folder.question, current),
    chooseSource: () => askForFolder(window.current, words.carried.question, null),
    showInFolder: (file) => shell.showItemInFolder(file),
    async open(file) {
      const failure = await shell.openPath(file); // empty: it was opened
      if (failure) log.warn(`could not be opened: ${failure}`);
      return failure === '';
    },
    setOpenAtLogin: (on) => login.set(on),
    copyText: (text) => clipboard.writeText(text),
    startAnew() {
      // The file that an AppImage was started as; what runs is below a mount that goes with it.
      app.relaunch({ execPath: process.env.APPIMAGE ?? process.execPath });
      app.quit();
    },
    copyFile,
    drag(files, picture) {
      const page = window.current?.webContents;
      if (page) dragOut(page, files, picture, icon);
    },
    openLink: (link) => void openLink(link).catch((error: unknown) => log.warn('no browser could be opened', error)),
  };
}
