// Locks the app's pages in: no Node, no new windows, no way off our own page, no permissions, no downloads.
import type { App, Session, WebContents } from 'electron';

/** Lets a page of another kind go where `mayGo` says, in place of nowhere. */
export type PageRules = (contents: WebContents, mayGo: MayGo) => void;
type MayGo = (address: string, isMainFrame: boolean) => boolean;

/** Before `ready`: every page that is ever made is sandboxed and locked. Answers the way to give one its own rules. */
export function hardenBeforeReady(app: App): PageRules {
  /** By webContents id. */
  const rules = new Map<number, MayGo>();
  // enableSandbox takes --no-sandbox back, without which no page starts for root, as in a container (crbug.com/638180).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => lock(contents, rules));
  return (contents, mayGo) => {
    const { id } = contents;
    rules.set(id, mayGo);
    contents.once('destroyed', () => rules.delete(id));
  };
}

/** Before `ready`, in a release: Chromium opens no debugger's port either; the fuses of a package know Node's only. */
export function refuseDebuggers(app: App): void {
  for (const name of ['remote-debugging-port', 'remote-debugging-pipe']) app.commandLine.removeSwitch(name);
}

/** After `ready`, for each session that shows pages. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

function lock(contents: WebContents, rules: ReadonlyMap<number, MayGo>): void {
  const { id } = contents;
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => {
    const mayGo = rules.get(id);
    // A reload by the page itself arrives here too: it stays where it is.
    if (mayGo ? !mayGo(event.url, true) : event.url !== contents.getURL()) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!rules.get(id)?.(event.url, event.isMainFrame)) event.preventDefault();
  });
}
