// Blink's sign-in page in a window of its own, which shares nothing with ours and never loads what it leads to (§2.2).
import { BrowserWindow, session } from 'electron';
import type { Result } from '../../preload/contract.ts';
import { messagesFor } from '../../renderer/messages/index.ts';
import { type AskPerson, type AuthorizationCode, isCallback } from '../blink/index.ts';
import { failed, problem } from '../problem.ts';
import { hardenSession, type PageRules } from './hardening.ts';

export interface SignInWindowParts {
  /** Whose child it is; null: the window is closed. */
  readonly parent: () => BrowserWindow | null;
  readonly setRules: PageRules;
  /** Besides https: the simulated cloud's origin; null in a package. */
  readonly loopback: string | null;
  /** A tag such as `de-AT`. */
  readonly language: string;
}

const aborted = -3;
const blockedByUs = -20;
/** Chromium's net errors that mean: this computer has no way to Blink. */
const noWay: readonly number[] = [-21, -102, -104, -105, -106, -109, -137];

/** After `ready`. */
export function signInWindow({ parent, setRules, loopback, language }: SignInWindowParts): AskPerson {
  const title = messagesFor(language).signIn.windowTitle;
  // In memory, and without our own schemes: nothing of ours is within the page's reach.
  const own = session.fromPartition('sign-in', { cache: false });
  hardenSession(own);
  const mayLoad = (address: string) => /^(https|wss):\/\//.test(address) || isAt(loopback, address);

  return async ({ address, readCallback }, signal) => {
    const closed = failed('sign-in-cancelled');
    if (signal.aborted) return closed;
    await own.clearStorageData();
    if (signal.aborted) return closed;
    const above = parent();
    const window = new BrowserWindow({
      ...(above ? { parent: above } : {}),
      width: 480,
      height: 700,
      title,
      autoHideMenuBar: true,
      webPreferences: {
        session: own,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
      },
    });
    const { webContents: page } = window;
    try {
      return await new Promise<Result<AuthorizationCode>>((resolve) => {
        const mayGo = (to: string, isMainFrame: boolean) => {
          if (!isCallback(to)) return mayLoad(to);
          if (isMainFrame) resolve(readCallback(to));
          return false;
        };
        setRules(page, mayGo);
        own.webRequest.onBeforeRequest(({ url, resourceType }, answer) =>
          answer({ cancel: !mayGo(url, resourceType === 'mainFrame') }),
        );
        page.setWindowOpenHandler(({ url }) => {
          if (mayGo(url, true)) void page.loadURL(url).catch(() => undefined); // told by did-fail-load
          return { action: 'deny' };
        });
        page.on('page-title-updated', (event) => event.preventDefault());
        page.on('did-navigate', (_event, at, status) => {
          window.setTitle(`${hostOf(at)} – ${title}`);
          if (status === 406) resolve(failed('sign-in-refused', { details: 'the sign-in page: HTTP 406' }));
        });
        page.on('did-fail-load', (_event, code, description, _at, isMainFrame) => {
          if (!isMainFrame || code === aborted || code === blockedByUs) return;
          const details = `the sign-in page: ${description}`;
          resolve({ ok: false, problem: problem(noWay.includes(code) ? 'offline' : 'blink-unavailable', { details }) });
        });
        page.on('render-process-gone', () => resolve(failed('sign-in-failed', { details: 'the page crashed' })));
        window.once('closed', () => resolve(closed));
        signal.addEventListener('abort', () => resolve(closed), { once: true });
        void page.loadURL(address).catch(() => undefined); // told by did-fail-load
      });
    } finally {
      own.webRequest.onBeforeRequest((_details, answer) => answer({ cancel: true }));
      // Not within an event of the page itself, which it may still be answering.
      setImmediate(() => {
        if (!window.isDestroyed()) window.destroy();
        void own.clearStorageData();
      });
    }
  };
}

function isAt(origin: string | null, address: string): boolean {
  return origin !== null && (address === origin || address.startsWith(`${origin}/`));
}

function hostOf(address: string): string {
  try {
    return new URL(address).host;
  } catch {
    return '';
  }
}
