// The system's own dialogs.
import { type App, type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { Problem } from '../../preload/contract.ts';
import { messagesFor } from '../../renderer/messages/index.ts';

/** Lets the person choose, or make, a folder; null: closed without choosing. `current`: where the dialog starts. */
export async function askForFolder(
  window: BrowserWindow | null,
  title: string,
  current: string | null,
): Promise<string | null> {
  const options: OpenDialogOptions = {
    title,
    properties: ['openDirectory', 'createDirectory'],
    ...(current === null ? {} : { defaultPath: current }),
  };
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** The app cannot start at all: says why, and ends. */
export function tellWhyNot(problem: Problem, app: App): void {
  const { title, text } = messagesFor(app.getLocale()).problems.text(problem);
  dialog.showErrorBox(title, text);
  app.exit(1);
}
