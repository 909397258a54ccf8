// Signing in on Blink's page, in a window of ours or in the browser: one at a time, and ended when the person says so.
import type { Result } from '../../preload/contract.ts';
import { failed, succeeded } from '../problem.ts';
import type { AskPerson } from './ask-on-page.ts';
import type { AuthorizationCode } from './hosted-sign-in.ts';
import type { Session } from './session.ts';

export interface SigningInRoles {
  readonly session: Pick<Session, 'signInAtBlink'>;
  readonly askInWindow: AskPerson;
  /** Shows the window that `askInWindow` opened, where there is one. */
  readonly showWindow: () => void;
  /** Opens the page in the system's browser. */
  readonly openBrowser: (address: string) => void;
}

export class SigningIn {
  readonly #roles: SigningInRoles;
  #attempt: { readonly ending: AbortController; readonly result: Promise<Result<null>> } | null = null;
  /** While the browser's address is waited for. */
  #paste: ((address: string) => Result<null>) | null = null;

  constructor(roles: SigningInRoles) {
    this.#roles = roles;
  }

  inWindow(): Promise<Result<null>> {
    return this.#begin('window', this.#roles.askInWindow);
  }

  inBrowser(): Promise<Result<null>> {
    return this.#begin('browser', (page, signal) => {
      this.#roles.openBrowser(page.address);
      return new Promise<Result<AuthorizationCode>>((resolve) => {
        const end = (result: Result<AuthorizationCode>) => {
          this.#paste = null;
          resolve(result);
        };
        signal.addEventListener('abort', () => end(failed('sign-in-cancelled')), { once: true });
        this.#paste = (address) => {
          const answer = page.readCallback(address.trim());
          if (answer.ok || page.used) end(answer); // else it was another address: the right one may follow
          return answer.ok ? succeeded(null) : answer;
        };
      });
    });
  }

  bringToFront(): void {
    this.#roles.showWindow();
  }

  /** The address at which the browser ended. */
  paste(address: string): Result<null> {
    return this.#paste?.(address) ?? failed('sign-in-failed', { details: 'no address is waited for' });
  }

  async cancel(): Promise<void> {
    this.#attempt?.ending.abort();
    await this.#attempt?.result;
  }

  /** One that is under way gives way to the new one. */
  async #begin(where: 'window' | 'browser', ask: AskPerson): Promise<Result<null>> {
    await this.cancel();
    const ending = new AbortController();
    const attempt = { ending, result: this.#roles.session.signInAtBlink(where, ask, ending.signal) };
    this.#attempt = attempt;
    const result = await attempt.result;
    if (this.#attempt === attempt) this.#attempt = null;
    return result;
  }
}
