// Blink's sign-in page in a window of its own, which shares nothing with ours and never loads what it leads to (§2.2).
import { BrowserWindow, type BrowserWindowConstructorOptions, session } from 'electron';
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

export class SignInWindow {
  readonly #parts: SignInWindowParts;
  /** In memory, and without our own schemes: nothing of ours is within the page's reach. */
  readonly #own = session.fromPartition('sign-in', { cache: false });
  #window: BrowserWindow | null = null;

  /** After `ready`. */
  constructor(parts: SignInWindowParts) {
    this.#parts = parts;
    hardenSession(this.#own);
  }

  /** Brings it to the front; nothing where it is not open. */
  readonly show = (): void => {
    this.#window?.show();
  };

  readonly ask: AskPerson = async ({ address, readCallback }, signal) => {
    const own = this.#own;
    const title = messagesFor(this.#parts.language).signIn.windowTitle;
    const closed = failed('sign-in-cancelled');
    if (signal.aborted) return closed;
    await own.clearStorageData();
    if (signal.aborted) return closed;
    const window = this.#open(title);
    const { webContents: page } = window;
    try {
      return await new Promise<Result<AuthorizationCode>>((resolve) => {
        const mayGo = (to: string, isMainFrame: boolean) => {
          if (!isCallback(to)) return this.#mayLoad(to);
          if (isMainFrame) resolve(readCallback(to));
          return false;
        };
        own.webRequest.onBeforeRequest(({ url, resourceType }, answer) =>
          answer({ cancel: !mayGo(url, resourceType === 'mainFrame') }),
        );
        this.#guard(window, title, mayGo);
        page.on('did-navigate', (_event, _at, status) => {
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
      this.#window = null;
      own.webRequest.onBeforeRequest((_details, answer) => answer({ cancel: true }));
      // Not within an event of the page itself, which it may still be answering.
      setImmediate(() => {
        if (!window.isDestroyed()) window.destroy();
        void own.clearStorageData();
      });
    }
  };

  #open(title: string): BrowserWindow {
    const above = this.#parts.parent();
    this.#window = new BrowserWindow({ ...(above ? { parent: above } : {}), ...this.#look(title) });
    return this.#window;
  }

  #look(title: string): BrowserWindowConstructorOptions {
    return {
      width: 480,
      height: 700,
      title,
      autoHideMenuBar: true,
      webPreferences: {
        session: this.#own,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        spellcheck: false,
      },
    };
  }

  /**
   * Keeps the page, and what it opens, where `mayGo` says, with its address in the title. A pop-up lies over the window
   * that opened it and has no other rights: accounts linked to Amazon answer to the page that opened theirs.
   */
  #guard(window: BrowserWindow, title: string, mayGo: (to: string, isMainFrame: boolean) => boolean): void {
    const { webContents: page } = window;
    this.#parts.setRules(page, mayGo);
    window.on('page-title-updated', (event) => event.preventDefault());
    page.on('did-navigate', (_event, at) => window.setTitle(`${hostOf(at)} – ${title}`));
    page.setWindowOpenHandler(({ url }) => {
      if (url !== 'about:blank' && !mayGo(url, true)) return { action: 'deny' };
      const [x = 0, y = 0] = window.getPosition();
      return { action: 'allow', overrideBrowserWindowOptions: { ...this.#look(title), parent: window, x, y } };
    });
    page.on('did-create-window', (popUp) => {
      this.#guard(popUp, title, mayGo);
      window.once('closed', () => {
        if (!popUp.isDestroyed()) popUp.destroy();
      });
    });
  }

  #mayLoad(address: string): boolean {
    return /^(https|wss):\/\//.test(address) || isAt(this.#parts.loopback, address);
  }
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
