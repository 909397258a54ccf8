// Whose home, list and jobs are shown: follows the session from one account to the next.

import type { Session } from './blink/index.ts';
import type { Clock } from './clock.ts';
import type { Home } from './home.ts';
import type { SmallState } from './ipc/small-state.ts';
import type { Library } from './library/index.ts';
import type { Saving } from './saving/index.ts';

export interface AccountParts {
  readonly session: Session;
  readonly library: Library;
  readonly home: Home;
  readonly saving: Saving;
  readonly state: SmallState;
  readonly clock: Clock;
  /** Resolves when a keychain that is locked no longer is, or when the signal ends the wait. */
  readonly unlocked: ((signal: AbortSignal) => Promise<void>) | undefined;
  /** The app ends. */
  readonly signal: AbortSignal;
}

export class Account {
  readonly #parts: AccountParts;
  #id: number | null = null;
  #wantedId: number | null = null;
  #showing: Promise<void> = Promise.resolve();
  #isSignedIn = false;
  #looksAtHome = false;
  #waitsForKeychain = false;

  constructor(parts: AccountParts) {
    this.#parts = parts;
  }

  /** Whose home it is; null: nobody's, or it changes. */
  get id(): number | null {
    return this.#id;
  }

  get isSignedIn(): boolean {
    return this.#isSignedIn;
  }

  get isLockedOut(): boolean {
    const { status } = this.#parts.session;
    return status.kind === 'signed-out' && status.problem?.kind === 'keychain-locked';
  }

  /** From now on the home of whoever signs in is looked at. */
  begin(): void {
    this.#looksAtHome = true;
  }

  /** Resolves when it is shown, and no account that was wanted before. */
  show(accountId: number | null): Promise<void> {
    if (accountId !== this.#wantedId) this.#showing = this.#showing.then(() => this.#change(accountId));
    this.#wantedId = accountId;
    return this.#showing;
  }

  /** Resolves when the account that is wanted is shown. */
  shown(): Promise<void> {
    return this.#showing;
  }

  /** The session's status may be another one. */
  async follow(): Promise<void> {
    const { session, home, saving, state } = this.#parts;
    const { status } = session;
    const justSignedIn = status.kind === 'signed-in' && !this.#isSignedIn;
    this.#isSignedIn = status.kind === 'signed-in';
    // Nobody is shown as signed in beside the clips of another account.
    if (status.kind === 'signed-in') await this.show(status.accountId);
    state.showSession(session.status);
    if (this.isLockedOut) await this.#openWhenUnlocked();
    if (!justSignedIn) return;
    saving.retryNow();
    if (this.#looksAtHome) await home.check('interactive');
  }

  async #change(accountId: number | null): Promise<void> {
    const { library, home, saving, clock } = this.#parts;
    this.#id = null;
    await Promise.all([home.leave(), saving.leaveAccount()]);
    await clock.busy(library.useAccount(accountId));
    await home.open();
    this.#id = accountId;
    await saving.changeAccount();
  }

  async #openWhenUnlocked(): Promise<void> {
    const { unlocked, session, signal } = this.#parts;
    if (this.#waitsForKeychain || !unlocked) return;
    this.#waitsForKeychain = true;
    await unlocked(signal);
    this.#waitsForKeychain = false;
    if (this.isLockedOut && !signal.aborted) await session.open();
  }
}
