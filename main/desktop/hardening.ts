// Locks the app's pages in: no Node, no new windows, no way off our own page, no permissions, no downloads.
import type { App, Session, WebContents } from 'electron';

/** Before `ready`: every page that is ever made is sandboxed and locked. */
export function hardenBeforeReady(app: App): void {
  // enableSandbox takes --no-sandbox back, without which no page starts for root, as in a container (crbug.com/638180).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => lock(contents));
}

/** After `ready`, for each session that shows pages. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

function lock(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // A reload by the page itself arrives here too: it stays where it is.
  contents.on('will-navigate', (event) => {
    if (event.url !== contents.getURL()) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
}
