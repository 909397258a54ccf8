// Who is signed in: opens what is kept, signs in by a pasted line or on Blink's page, and knows when it is over (§2.6).
import type { Problem, Result } from '../../preload/contract.ts';
import type { SecretStore } from '../keychain/index.ts';
import { failed, problem, succeeded } from '../problem.ts';
import { abortable } from './abortable.ts';
import { type AskPerson, askOnPage } from './ask-on-page.ts';
import { hostedClientId } from './hosted-sign-in.ts';
import type { Hosts } from './hosts.ts';
import type { Urgency } from './index.ts';
import { type NewTokens, type Refreshed, type RefreshRoles, refresh } from './refresh.ts';
import { RestRefusals } from './rest-refusals.ts';
import { endAtBlink } from './sign-out.ts';
import { type Account, askForAccount } from './tier.ts';
import { exchangeCode } from './token-endpoint.ts';
import type { SignIn } from './token-entries.ts';
import { readTokenLine } from './token-line.ts';
import { type Pass, Tokens } from './tokens.ts';

/** Where the person sees Blink's page. */
export type SignInPlace = 'window' | 'browser';

export type SessionStatus =
  | { readonly kind: 'opening' }
  /** `keychain-locked`: nothing is known and nothing erased; `open` asks again. */
  | { readonly kind: 'signed-out'; readonly problem: Problem | null }
  /** `window`, `browser`: Blink's page is waited for there; `blink`: Blink is asked for tokens. */
  | { readonly kind: 'signing-in'; readonly at: SignInPlace | 'blink' }
  | {
      readonly kind: 'signed-in';
      readonly accountId: number;
      readonly keptIn: SecretStore['keptIn'];
      /** Why the tokens are in memory only, to be shown as a notice; storing is tried every minute. */
      readonly keepingProblem: Problem | null;
    };

export interface SessionRoles extends RefreshRoles {
  readonly secrets: SecretStore;
  readonly hosts: Hosts;
  /** Version of the app. */
  readonly version: string;
  /** Who is about to be signed in: no request is made for that account before it resolves. */
  readonly onAccount?: ((accountId: number) => Promise<void>) | undefined;
}

/** Stands for the hosted page where a token line would stand; no line can be empty. */
const HOSTED = '';

export class Session {
  readonly #roles: SessionRoles;
  readonly #tokens: Tokens;
  readonly #listeners = new Set<() => void>();
  #opening: Promise<void> | null = null;
  #opened = false;
  /** While another sign-in takes the place of the one in use: whoever wants a token gets the new one's. */
  #replacing: Promise<void> | null = null;
  #signingIn: SignInPlace | 'blink' | null = null;
  /** Set while signed out. */
  #out: { readonly problem: Problem | null } | null = { problem: null };
  /** Tokens that were got before something else failed: the same line, or the next try on Blink's page, goes on from there. */
  #unfinished: { readonly from: string; readonly signIn: SignIn } | null = null;
  #leaving: Promise<void> = Promise.resolve();
  readonly #refusals: RestRefusals;

  constructor(roles: SessionRoles) {
    this.#roles = roles;
    this.#refusals = new RestRefusals(roles.clock);
    this.#tokens = new Tokens({
      ...roles,
      onKept: () => this.#changed(),
      onOver: (why) => this.#signOut(why),
    });
  }

  get status(): SessionStatus {
    if (this.#signingIn) return { kind: 'signing-in', at: this.#signingIn };
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
    const { refreshToken, clientId } = pasted.value;
    return this.#alone('blink', signal, () => this.#signInWith(refreshToken, clientId, signal));
  }

  /**
   * §2.2: has the person asked on Blink's page, then exchanges the code, once. A session that exists is replaced only
   * when all went well. Never repeated by itself (§2.6). `sign-in-cancelled` where `signal` ended it.
   */
  signInAtBlink(where: SignInPlace, ask: AskPerson, signal?: AbortSignal): Promise<Result<null>> {
    return this.#alone(where, signal, () => this.#signInOnPage(ask, signal));
  }

  /** One sign-in at a time. */
  async #alone(
    at: SignInPlace | 'blink',
    signal: AbortSignal | undefined,
    signIn: () => Promise<Result<null>>,
  ): Promise<Result<null>> {
    if (this.#signingIn) return failed('sign-in-failed', { details: 'another sign-in is under way' });
    this.#signingIn = at;
    this.#changed();
    try {
      if (this.#opening) await abortable(this.#opening, signal);
      const signedIn = await signIn();
      if (signedIn.ok) this.#out = null;
      else if (this.#out) this.#out = { problem: signedIn.problem };
      return signedIn;
    } catch (error) {
      if (signal?.aborted) return failed('sign-in-cancelled');
      throw error;
    } finally {
      this.#signingIn = null;
      this.#opened = true;
      this.#changed();
    }
  }

  /** A token that is good for a minute or more, refreshed if need be. Rejects only with the reason of `signal`. */
  async pass(urgency: Urgency, signal?: AbortSignal): Promise<Result<Pass>> {
    if (this.#opening) await abortable(this.#opening, signal);
    if (this.#replacing) await abortable(this.#replacing, signal);
    if (this.#out) return { ok: false, problem: this.#out.problem ?? problem('not-signed-in') };
    return this.#refusals.held() ?? this.#tokens.pass(urgency, signal);
  }

  /** Another token than `stale`, which was refused. Rejects only with the reason of `signal`. */
  async renew(stale: Pass, urgency: Urgency, signal?: AbortSignal): Promise<Result<Pass>> {
    return this.#refusals.held() ?? this.#tokens.renew(stale, urgency, signal);
  }

  /** REST refused a token that had just been renewed; nothing is erased. */
  refused(): Problem {
    const cause = this.#refusals.add();
    if (cause.kind === 'signed-out') this.#signOut(cause);
    return cause;
  }

  /** REST took a token. */
  accepted(): void {
    this.#refusals.over();
  }

  /**
   * Takes the tokens out of memory and of the secret store, then tells Blink (§2.8), which nobody waits for. Fails, and
   * changes nothing, where the store holds them and cannot be written. `keepsHardwareId`: as the next sign-in of this
   * installation should have it (§2.5).
   */
  async signOut({ keepsHardwareId }: { readonly keepsHardwareId: boolean }): Promise<Result<null>> {
    await this.#opening;
    if (this.#signingIn) return failed('sign-in-failed', { details: 'a sign-in is under way' });
    const ended = await this.#tokens.end(keepsHardwareId);
    if (!ended.ok) return ended;
    this.#unfinished = null;
    const last = ended.value;
    if (last) this.#leaving = endAtBlink(this.#roles, last);
    this.#signOut(null);
    return succeeded(null);
  }

  /** Somebody asks now: what was put off after a failure is tried at once. */
  async tryNow(): Promise<void> {
    this.#refusals.release();
    await this.#tokens.tryNow();
  }

  /** Waits until no token can be lost any more, and until Blink knows of a sign-out. */
  async close(): Promise<void> {
    await this.#opening;
    await Promise.all([this.#leaving, this.#tokens.close()]);
    this.#listeners.clear();
  }

  async #open(): Promise<void> {
    if (this.#signingIn || (this.#opened && !this.#out)) return;
    const loaded = await this.#tokens.load();
    if (loaded.kind === 'unreadable') return this.#signOut(loaded.problem);
    if (loaded.kind === 'none') return this.#signOut(null);
    if (loaded.kind === 'over') return this.#signOut(loaded.by === 'person' ? null : problem('signed-out'));
    // Null: killed before the tier was known.
    const renewed = this.#tokens.accountId === null ? await this.#tokens.renew(null, 'interactive') : null;
    if (this.#tokens.accountId !== null) await this.#roles.onAccount?.(this.#tokens.accountId);
    this.#out = renewed && !renewed.ok ? { problem: renewed.problem } : null;
  }

  async #signInWith(pasted: string, clientId: string, signal?: AbortSignal): Promise<Result<null>> {
    const stop = await this.#roles.http.stopped();
    if (stop) return { ok: false, problem: stop }; // the refresh would spend the token, and nothing could follow it
    const unfinished = this.#unfinished?.from === pasted ? this.#unfinished.signIn : null;
    const answer = await refresh(
      this.#roles,
      unfinished ?? this.#tokens.newSignIn(pasted, clientId),
      'interactive',
      signal,
    );
    if (answer.kind === 'over') return failed('token-line-used', { details: answer.details });
    return this.#finish(pasted, answer, signal);
  }

  async #signInOnPage(ask: AskPerson, signal?: AbortSignal): Promise<Result<null>> {
    const stop = await this.#roles.http.stopped();
    if (stop) return { ok: false, problem: stop };
    if (this.#unfinished?.from === HOSTED) {
      const { signIn } = this.#unfinished;
      this.#comesTo('blink');
      const answer = await refresh(this.#roles, signIn, 'interactive', signal);
      if (answer.kind === 'over' || answer.kind === 'wrong-client') this.#unfinished = null; // then the page is next
      return this.#finish(HOSTED, answer, signal);
    }
    const { clock, hosts, version } = this.#roles;
    const { hardwareId } = this.#tokens;
    const answer = await askOnPage(ask, { clock, hosts, version, hardwareId }, signal);
    if (!answer.ok) return answer;
    this.#comesTo('blink');
    const tokens = await exchangeCode(this.#roles, answer.value, signal);
    if (tokens.kind !== 'tokens') return this.#finish(HOSTED, tokens, signal);
    if (!tokens.refreshToken) return failed('unexpected-answer', { details: 'no refresh token' });
    const signIn = this.#tokens.newSignIn(tokens.refreshToken, hostedClientId);
    return this.#finish(HOSTED, { ...tokens, signIn }, signal);
  }

  async #finish(from: string, answer: Refreshed, signal?: AbortSignal): Promise<Result<null>> {
    if (answer.kind === 'failed') return { ok: false, problem: answer.problem };
    if (answer.kind === 'over') return failed('sign-in-failed', { details: answer.details });
    if (answer.kind === 'wrong-client') return failed('sign-in-failed', { details: 'invalid_client' });
    this.#unfinished = { from, signIn: answer.signIn };
    if (this.#out) await this.#tokens.keepSignIn(answer.signIn);
    const account = await askForAccount(this.#roles, answer.accessToken, signal);
    if (!account.ok) return account;
    this.#replacing = this.#replace(answer, account.value).finally(() => {
      this.#replacing = null;
    });
    await this.#replacing;
    this.#unfinished = null;
    this.accepted();
    return succeeded(null);
  }

  async #replace(tokens: NewTokens, account: Account): Promise<void> {
    await this.#roles.onAccount?.(account.accountId);
    await this.#tokens.replace(tokens, account);
  }

  #comesTo(at: 'blink'): void {
    this.#signingIn = at;
    this.#changed();
  }

  #signOut(why: Problem | null): void {
    this.#out = { problem: why };
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
