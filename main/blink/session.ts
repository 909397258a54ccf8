// Owns the tokens: signs in, refreshes one at a time, and says who is signed in. A session ends only by §2.6.

import { randomUUID } from 'node:crypto';
import type { Problem, Result } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { SecretStore } from '../keychain/index.ts';
import type { Log } from '../log.ts';
import { failed, problem, succeeded } from '../problem.ts';
import { abortable } from './abortable.ts';
import type { Http } from './http.ts';
import { type NewTokens, refresh, refreshPatiently } from './refresh.ts';
import { type Account, askForAccount } from './tier.ts';
import type { Access, SignIn } from './token-entries.ts';
import { TokenKeep } from './token-keep.ts';
import { readTokenLine } from './token-line.ts';

const REFRESH_BEFORE_MS = 60_000;
/** How long a refresh is left alone that failed for another reason than the network. */
const HOLD_MS = 60_000;
const REFUSED_HOLD_MS = 15 * 60_000;
/** New tokens in a row that REST refused: one may be a hiccup. */
const REFUSALS_BELIEVED = 2;

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

/** What a REST request needs. */
export interface Pass extends Account {
  readonly token: string;
}

interface Hold {
  readonly problem: Problem;
  readonly untilMs: number;
}

export class Session {
  readonly #http: Http;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #keep: TokenKeep;
  readonly #closing = new AbortController();
  readonly #listeners = new Set<() => void>();
  #opening: Promise<void> | null = null;
  #opened = false;
  #signingIn = false;
  /** Who is signed in; its refresh token is null where that is over. */
  #signIn: SignIn | null = null;
  #access: Access | null = null;
  #pass: Pass | null = null;
  /** Set while signed out. */
  #out: { readonly problem: Problem | null } | null = { problem: null };
  #refreshing: Promise<Result<Pass>> | null = null;
  #hold: Hold | null = null;
  #refused: { readonly pass: Pass | null; readonly inARow: number } = { pass: null, inARow: 0 };
  /** A pasted token that was accepted before something else failed: pasting it again goes on from there. */
  #unfinished: { readonly pasted: string; readonly signIn: SignIn } | null = null;
  #hardwareId: string | null = null;

  constructor(roles: {
    readonly http: Http;
    readonly secrets: SecretStore;
    readonly clock: Clock;
    readonly log: Log;
  }) {
    this.#http = roles.http;
    this.#clock = roles.clock;
    this.#log = roles.log;
    this.#keep = new TokenKeep({ secrets: roles.secrets, clock: roles.clock, onChange: () => this.#changed() });
  }

  get status(): SessionStatus {
    if (this.#signingIn) return { kind: 'signing-in' };
    if (!this.#opened) return { kind: 'opening' };
    if (this.#out || !this.#access) return { kind: 'signed-out', problem: this.#out?.problem ?? null };
    const { keptIn, problem: keepingProblem } = this.#keep;
    return { kind: 'signed-in', accountId: this.#access.accountId, keptIn, keepingProblem };
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
      if (!signedIn.ok && this.#out) this.#out = { problem: signedIn.problem };
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
    if (this.#pass && this.#access && this.#clock.now() < this.#access.freshUntilMs) return succeeded(this.#pass);
    return this.renew(this.#pass, signal);
  }

  /** Another token than `stale`: the one that someone else got meanwhile, or a new one; single flight (§2.3). */
  async renew(stale: Pass | null, signal?: AbortSignal): Promise<Result<Pass>> {
    if (this.#pass && this.#pass !== stale) return succeeded(this.#pass);
    return abortable(this.#refreshing ?? this.#alone(() => this.#refresh()), signal);
  }

  /** REST refused a token that had just been renewed: after two in a row the person is asked, and nothing is erased. */
  refused(pass: Pass): Problem {
    if (this.#refused.pass !== pass) this.#refused = { pass, inARow: this.#refused.inARow + 1 };
    if (this.#refused.inARow < REFUSALS_BELIEVED)
      return problem('blink-unavailable', { details: '401 with a new token' });
    this.#signOut(problem('signed-out', { details: '401 with new tokens' }));
    return problem('signed-out');
  }

  accepted(): void {
    this.#refused = { pass: null, inARow: 0 };
  }

  /** Waits for a refresh that is under way, whose token would be lost, and tries once more to store what is not. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#opening;
    await this.#refreshing;
    await this.#keep.close();
    this.#listeners.clear();
  }

  async #open(): Promise<void> {
    if (this.#signingIn || (this.#opened && !this.#out)) return;
    this.#access = null;
    this.#pass = null;
    const kept = await this.#keep.read();
    if (kept.kind === 'unreadable') return this.#signOut(kept.problem);
    this.#hardwareId = kept.signIn?.hardwareId ?? this.#hardwareId;
    if (!kept.signIn) return this.#signOut(null);
    this.#signIn = kept.signIn;
    if (kept.signIn.refreshToken === null) return this.#signOut(problem('signed-out'));
    if (kept.access?.signInId === kept.signIn.id) this.#use(kept.access);
    if (this.#access) {
      this.#out = null;
      return;
    }
    const refreshed = await this.renew(null);
    if (refreshed.ok) this.#out = null;
    else this.#signOut(refreshed.problem);
  }

  async #signInWith(pasted: string, clientId: string, signal?: AbortSignal): Promise<Result<null>> {
    const stop = await this.#http.stopped();
    if (stop) return { ok: false, problem: stop }; // the refresh would spend the token, and nothing could follow it
    this.#hardwareId ??= randomUUID().toUpperCase(); // §2.5
    const fresh = { id: randomUUID(), refreshToken: pasted, clientId, hardwareId: this.#hardwareId };
    const signIn = this.#unfinished?.pasted === pasted ? this.#unfinished.signIn : fresh;
    const answer = await refresh(this.#roles(), signIn, signal);
    if (answer.kind === 'failed') return { ok: false, problem: answer.problem };
    if (answer.kind === 'over') return failed('sign-in-failed', { details: answer.details });
    if (answer.kind === 'wrong-client') return failed('sign-in-failed', { details: 'invalid_client' });
    this.#unfinished = { pasted, signIn: answer.signIn };
    if (this.#out) await this.#keepSignIn(answer.signIn); // on record before the access token is used (§2.3)
    const account = await askForAccount(this.#roles(), answer.accessToken, signal);
    if (!account.ok) return account;
    while (this.#refreshing) await this.#refreshing; // of the session that is about to be replaced
    await this.#alone(() => this.#adopt(answer, account.value));
    this.#unfinished = null;
    this.#hold = null;
    this.#out = null;
    this.accepted();
    return succeeded(null);
  }

  /** Whoever wants a token meanwhile gets what comes out of it. */
  #alone(work: () => Promise<Result<Pass>>): Promise<Result<Pass>> {
    this.#refreshing = work().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refresh(): Promise<Result<Pass>> {
    const signIn = this.#signIn;
    if (!signIn) return failed('signed-out');
    if (this.#hold && this.#clock.now() < this.#hold.untilMs) return { ok: false, problem: this.#hold.problem };
    const answer = await refreshPatiently(this.#roles(), signIn, this.#closing.signal);
    if (answer.kind === 'over') return this.#end(signIn, answer.details);
    if (answer.kind !== 'tokens') {
      const why = answer.kind === 'failed' ? answer.problem : problem('sign-in-failed', { details: 'invalid_client' });
      return { ok: false, problem: this.#holdFor(why) };
    }
    await this.#keepSignIn(answer.signIn);
    const account =
      this.#access?.signInId === signIn.id
        ? succeeded(this.#access)
        : await askForAccount(this.#roles(), answer.accessToken);
    return account.ok ? this.#adopt(answer, account.value) : account;
  }

  async #keepSignIn(signIn: SignIn): Promise<void> {
    await this.#keep.storeSignIn(signIn);
    this.#signIn = signIn;
  }

  async #adopt({ signIn, accessToken, lifeMs }: NewTokens, { tier, accountId }: Account): Promise<Result<Pass>> {
    // A token of a very short life would never be fresh.
    const freshMs = lifeMs - Math.min(REFRESH_BEFORE_MS, lifeMs / 2);
    const freshUntilMs = this.#clock.now() + this.#clock.span(freshMs);
    const access = { signInId: signIn.id, token: accessToken, freshUntilMs, tier, accountId };
    await this.#keepSignIn(signIn);
    await this.#keep.storeAccess(access);
    this.#use(access);
    return succeeded({ token: accessToken, tier, accountId });
  }

  #use(access: Access): void {
    this.#access = access;
    const { token, tier, accountId } = access;
    this.#pass = token === null ? null : { token, tier, accountId };
  }

  /** §2.6. What is left on record is the installation's hardware id. */
  async #end(signIn: SignIn, details: string): Promise<Result<Pass>> {
    this.#log.warn(`session over: ${details}`);
    await this.#keepSignIn({ ...signIn, refreshToken: null });
    await this.#keep.storeAccess(null);
    this.#access = null;
    this.#signOut(problem('signed-out', { details }));
    return failed('signed-out', { details });
  }

  #signOut(why: Problem | null): void {
    this.#out = { problem: why };
    this.#pass = null;
    this.#changed();
  }

  #holdFor(why: Problem): Problem {
    if (why.kind === 'offline' || why.kind === 'too-many-requests') return why; // nothing was asked, or the budget holds
    const untilMs = this.#clock.now() + this.#clock.span(why.kind === 'sign-in-refused' ? REFUSED_HOLD_MS : HOLD_MS);
    this.#hold = { problem: { ...why, nextTryAtMs: untilMs }, untilMs };
    return this.#hold.problem;
  }

  #roles() {
    return { http: this.#http, clock: this.#clock, log: this.#log };
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
