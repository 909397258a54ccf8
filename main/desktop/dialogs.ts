// The system's own dialogs.
import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

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
