// Who is signed in: opens what is kept, signs in by a pasted line, and knows when it is over (§2.6).
import type { Problem, Result } from '../../preload/contract.ts';
import type { SecretStore } from '../keychain/index.ts';
import { failed, problem, succeeded } from '../problem.ts';
import { abortable } from './abortable.ts';
import { type RefreshRoles, refresh } from './refresh.ts';
import { askForAccount } from './tier.ts';
import type { SignIn } from './token-entries.ts';
import { readTokenLine } from './token-line.ts';
import { type Pass, Tokens } from './tokens.ts';

/** New tokens in a row that REST refused before the person is asked: by itself that ends no session (§2.6). */
const REFUSALS_BELIEVED = 3;

export type SessionStatus =
  | { readonly kind: 'opening' }
  /** `keychain-locked`: nothing is known and nothing erased; `open` asks again. */
  | { readonly kind: 'signed-out'; readonly problem: Problem | null }
  | { readonly kind: 'signing-in' }
  | {
      readonly kind: 'signed-in';
      readonly accountId: number;
      readonly keptIn: SecretStore['keptIn'];
      /** Why the tokens are in memory only, to be shown as a notice; storing is tried every minute. */
      readonly keepingProblem: Problem | null;
    };

export class Session {
  readonly #roles: RefreshRoles;
  readonly #tokens: Tokens;
  readonly #listeners = new Set<() => void>();
  #opening: Promise<void> | null = null;
  #opened = false;
  #signingIn = false;
  /** Set while signed out. */
  #out: { readonly problem: Problem | null } | null = { problem: null };
  /** A pasted token that was accepted before something else failed: pasting it again goes on from there. */
  #unfinished: { readonly pasted: string; readonly signIn: SignIn } | null = null;
  #refused: { readonly pass: Pass | null; readonly inARow: number } = { pass: null, inARow: 0 };

  constructor(roles: RefreshRoles & { readonly secrets: SecretStore }) {
    this.#roles = roles;
    this.#tokens = new Tokens({
      ...roles,
      onKept: () => this.#changed(),
      onOver: (why) => this.#signOut(why),
    });
  }

  get status(): SessionStatus {
    if (this.#signingIn) return { kind: 'signing-in' };
    if (!this.#opened) return { kind: 'opening' };
    const { accountId, kept } = this.#tokens;
    if (this.#out || accountId === null) return { kind: 'signed-out', problem: this.#out?.problem ?? null };
    return { kind: 'signed-in', accountId, keptIn: kept.in, keepingProblem: kept.problem };
  }

  /** Called after each change of `status`; returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads the secret store; while signed out, it may be called again when that may have changed. Never rejects. */
  open(): Promise<void> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
      this.#opened = true;
      this.#changed();
    });
    return this.#opening;
  }

  /**
   * §1.1: refreshes at once, then asks for the tier. A session that exists is replaced only when both went well.
   * Never repeated by itself (§2.6). `sign-in-cancelled` where `signal` ended it.
   */
  async signInWithTokenLine(line: string, signal?: AbortSignal): Promise<Result<null>> {
    const pasted = readTokenLine(line);
    if (!pasted.ok) return pasted;
    if (this.#signingIn) return failed('sign-in-failed', { details: 'another sign-in is under way' });
    this.#signingIn = true;
    this.#changed();
    try {
      if (this.#opening) await abortable(this.#opening, signal);
      const signedIn = await this.#signInWith(pasted.value.refreshToken, pasted.value.clientId, signal);
      if (signedIn.ok) this.#out = null;
      else if (this.#out) this.#out = { problem: signedIn.problem };
      return signedIn;
    } catch (error) {
      if (signal?.aborted) return failed('sign-in-cancelled');
      throw error;
    } finally {
      this.#signingIn = false;
      this.#opened = true;
      this.#changed();
    }
  }

  /** A token that is good for a minute or more, refreshed if need be. Rejects only with the reason of `signal`. */
  async pass(signal?: AbortSignal): Promise<Result<Pass>> {
    if (this.#opening) await abortable(this.#opening, signal);
    if (this.#out) return { ok: false, problem: this.#out.problem ?? problem('signed-out') };
    return this.#tokens.pass(signal);
  }

  /** Another token than `stale`, which was refused. Rejects only with the reason of `signal`. */
  renew(stale: Pass, signal?: AbortSignal): Promise<Result<Pass>> {
    return this.#tokens.renew(stale, signal);
  }

  /** REST refused a token that had just been renewed: after three in a row the person is asked, and nothing is erased. */
  refused(pass: Pass): Problem {
    if (this.#refused.pass !== pass) this.#refused = { pass, inARow: this.#refused.inARow + 1 };
    const details = 'HTTP 401 with a new token';
    if (this.#refused.inARow < REFUSALS_BELIEVED) return problem('blink-unavailable', { details });
    const why = problem('signed-out', { details });
    this.#signOut(why);
    return why;
  }

  /** REST took a token. */
  accepted(): void {
    this.#refused = { pass: null, inARow: 0 };
  }

  /** Waits until no token can be lost any more. */
  async close(): Promise<void> {
    await this.#opening;
    await this.#tokens.close();
    this.#listeners.clear();
  }

  async #open(): Promise<void> {
    if (this.#signingIn || (this.#opened && !this.#out)) return;
    const loaded = await this.#tokens.load();
    if (loaded.kind === 'unreadable') return this.#signOut(loaded.problem);
    if (loaded.kind === 'none') return this.#signOut(null);
    if (loaded.kind === 'over') return this.#signOut(problem('signed-out'));
    if (this.#tokens.accountId !== null) {
      this.#out = null;
      return;
    }
    // Killed before the tier was known.
    const renewed = await this.#tokens.renew(null);
    this.#out = renewed.ok ? null : { problem: renewed.problem };
  }

  async #signInWith(pasted: string, clientId: string, signal?: AbortSignal): Promise<Result<null>> {
    const stop = await this.#roles.http.stopped();
    if (stop) return { ok: false, problem: stop }; // the refresh would spend the token, and nothing could follow it
    const unfinished = this.#unfinished?.pasted === pasted ? this.#unfinished.signIn : null;
    const answer = await refresh(this.#roles, unfinished ?? this.#tokens.newSignIn(pasted, clientId), signal);
    if (answer.kind === 'failed') return { ok: false, problem: answer.problem };
    if (answer.kind === 'over') return failed('sign-in-failed', { details: answer.details });
    if (answer.kind === 'wrong-client') return failed('sign-in-failed', { details: 'invalid_client' });
    this.#unfinished = { pasted, signIn: answer.signIn };
    if (this.#out) await this.#tokens.keepSignIn(answer.signIn);
    const account = await askForAccount(this.#roles, answer.accessToken, signal);
    if (!account.ok) return account;
    await this.#tokens.replace(answer, account.value);
    this.#unfinished = null;
    this.accepted();
    return succeeded(null);
  }

  #signOut(why: Problem | null): void {
    this.#out = { problem: why };
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
