// The tokens in use: kept in the secret store, and renewed by one refresh at a time (§2.3).
import { randomUUID } from 'node:crypto';
import type { Problem, Result } from '../../preload/contract.ts';
import type { SecretStore } from '../keychain/index.ts';
import { failed, problem, succeeded } from '../problem.ts';
import { abortable } from './abortable.ts';
import { Hold } from './hold.ts';
import type { Urgency } from './index.ts';
import { type NewTokens, type RefreshRoles, refresh, refreshPatiently } from './refresh.ts';
import { type Account, askForAccount } from './tier.ts';
import type { Access, SignIn } from './token-entries.ts';
import { TokenKeep } from './token-keep.ts';

const REFRESH_BEFORE_MS = 60_000;
/** How long a refresh is left alone that failed for another reason than the network: twice as long each time. */
const HOLD_MS = 60_000;
const LONGEST_HOLD_MS = 15 * 60_000;
const REFUSED_HOLD_MS = 15 * 60_000;

/** What a REST request needs. */
export interface Pass extends Account {
  readonly token: string;
}

export type Loaded =
  | { readonly kind: 'unreadable'; readonly problem: Problem }
  | { readonly kind: 'none' }
  /** There was a sign-in, and it is over. */
  | { readonly kind: 'over'; readonly by: 'blink' | 'person' }
  | { readonly kind: 'found' };

export class Tokens {
  readonly #roles: RefreshRoles;
  readonly #onOver: (why: Problem) => void;
  readonly #keep: TokenKeep;
  readonly #closing = new AbortController();
  #hardwareId: string | null = null;
  #signIn: SignIn | null = null;
  #access: Access | null = null;
  #pass: Pass | null = null;
  #renewing: Promise<Result<Pass>> | null = null;
  /** Aborted when a person waits for the refresh that is under way: until then it waits for the request budget. */
  #hurrying = new AbortController();
  #hold: Hold | null = null;
  /** Refreshes in a row that were not answered with tokens. */
  #failures = 0;

  constructor(
    roles: RefreshRoles & {
      readonly secrets: SecretStore;
      /** Called when they are kept in another place than before. */
      readonly onKept: () => void;
      /** Called when the refresh token is dead (§2.6). */
      readonly onOver: (why: Problem) => void;
    },
  ) {
    this.#roles = roles;
    this.#onOver = roles.onOver;
    this.#keep = new TokenKeep({ secrets: roles.secrets, clock: roles.clock, onChange: roles.onKept });
  }

  /** Null until the tier was asked for. */
  get accountId(): number | null {
    return this.#access?.accountId ?? null;
  }

  /** Where they are kept, and why not where they should be. */
  get kept(): { readonly in: SecretStore['keptIn']; readonly problem: Problem | null } {
    return { in: this.#keep.keptIn, problem: this.#keep.problem };
  }

  /** Takes what is on record in place of what is in use. */
  async load(): Promise<Loaded> {
    const kept = await this.#keep.read();
    this.#use(null);
    if (kept.kind === 'unreadable') return kept;
    this.#signIn = kept.signIn;
    if (!kept.signIn) return { kind: 'none' };
    this.#hardwareId = kept.signIn.hardwareId;
    if (kept.signIn.refreshToken === null) {
      if (kept.access) await this.#keep.storeAccess(null); // the sign-in was ended, and the process killed in between
      return { kind: 'over', by: kept.signIn.endedBy ?? 'blink' };
    }
    // An access token of another sign-in was left behind by a process that was killed while it replaced the two.
    if (kept.access?.signInId === kept.signIn.id) this.#use(kept.access);
    return { kind: 'found' };
  }

  /** A sign-in of this installation (§2.5), not yet in use. */
  newSignIn(refreshToken: string, clientId: string): SignIn {
    return { id: randomUUID(), refreshToken, clientId, hardwareId: this.hardwareId };
  }

  /** Made once per installation (§2.5). */
  get hardwareId(): string {
    this.#hardwareId ??= randomUUID().toUpperCase();
    return this.#hardwareId;
  }

  /** A token that is good for a minute or more. Rejects only with the reason of `signal`. */
  async pass(urgency: Urgency, signal?: AbortSignal): Promise<Result<Pass>> {
    return this.#pass && this.#isFresh() ? succeeded(this.#pass) : this.renew(this.#pass, urgency, signal);
  }

  /** Another token than `stale`: the one that someone else got meanwhile, or a new one. */
  async renew(stale: Pass | null, urgency: Urgency, signal?: AbortSignal): Promise<Result<Pass>> {
    if (this.#pass && this.#pass !== stale) return succeeded(this.#pass);
    const renewing = this.#renewing ?? this.#alone(() => this.#refresh());
    const hurry = () => this.#hurrying.abort();
    const comes = typeof urgency === 'object' ? urgency.bulkUntil : null;
    if (urgency === 'interactive' || comes?.aborted) hurry();
    comes?.addEventListener('abort', hurry, { once: true });
    return abortable(renewing, signal).finally(() => comes?.removeEventListener('abort', hurry));
  }

  /** Puts a refresh token on record, so that its access token may be used (§2.3). */
  async keepSignIn(signIn: SignIn): Promise<void> {
    await this.#keep.storeSignIn(signIn);
    this.#signIn = signIn;
  }

  /** Takes another sign-in in place of the one in use, after a refresh of that one is over. */
  async replace(tokens: NewTokens, account: Account): Promise<void> {
    await this.#rested();
    this.#hold = null;
    this.#failures = 0;
    await this.#alone(() => this.#adopt(tokens, account));
  }

  /**
   * Takes the tokens out of store and memory, after a refresh that is under way; answers the last pass if it is still
   * good. `keepsHardwareId`: what stays is the installation's (§2.5). Fails where the store cannot be written.
   */
  async end(keepsHardwareId: boolean): Promise<Result<Pass | null>> {
    await this.#rested();
    const last = this.#isFresh() ? this.#pass : null;
    const left: SignIn | null = this.#signIn && { ...this.#signIn, refreshToken: null, endedBy: 'person' };
    const ended = this.#keep.end(keepsHardwareId ? left : null);
    await this.#alone(async () => {
      const kept = await ended;
      if (kept) return this.#pass ? succeeded(this.#pass) : { ok: false, problem: kept };
      this.#signIn = keepsHardwareId ? left : null;
      if (!keepsHardwareId) this.#hardwareId = null;
      this.#use(null);
      return failed('not-signed-in');
    });
    const kept = await ended;
    return kept ? { ok: false, problem: kept } : succeeded(last);
  }

  /** What was put off is tried at once: the next refresh, unless Blink took the last one for a robot's, and storing. */
  async tryNow(): Promise<void> {
    if (this.#hold?.problem.kind !== 'sign-in-refused') this.#hold = null;
    await this.#keep.tryNow();
  }

  /** Waits for a refresh that is under way, whose token would be lost, and tries once more to store what is not. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#rested();
    await this.#keep.close();
  }

  /** A refresh that is under way is over. */
  async #rested(): Promise<void> {
    while (this.#renewing) {
      this.#hurrying.abort();
      await this.#renewing;
    }
  }

  /** Whoever wants a token meanwhile gets what comes out of it. */
  #alone(work: () => Promise<Result<Pass>>): Promise<Result<Pass>> {
    this.#renewing = work().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  async #refresh(): Promise<Result<Pass>> {
    this.#hurrying = new AbortController();
    const signIn = this.#signIn;
    if (!signIn) return failed('not-signed-in');
    if (this.#hold?.inForce) return { ok: false, problem: this.#hold.problem };
    // An outage that outlasted the patience once is only looked at from then on.
    const isFirst = this.#failures === 0;
    const urgency = { bulkUntil: this.#hurrying.signal };
    const answer = await (isFirst
      ? refreshPatiently(this.#roles, signIn, urgency, this.#closing.signal)
      : refresh(this.#roles, signIn, urgency));
    switch (answer.kind) {
      case 'tokens':
        this.#failures = 0;
        await this.keepSignIn(answer.signIn);
        return this.#adoptWithAccount(answer);
      case 'over':
        return this.#end(signIn, answer.details);
      case 'wrong-client':
        return { ok: false, problem: this.#holdFor(problem('sign-in-failed', { details: 'invalid_client' })) };
      case 'failed':
        return { ok: false, problem: this.#holdFor(answer.problem) };
    }
  }

  async #adoptWithAccount(tokens: NewTokens): Promise<Result<Pass>> {
    const known = this.#access?.signInId === tokens.signIn.id ? this.#access : null;
    const account = known ? succeeded(known) : await askForAccount(this.#roles, tokens.accessToken);
    return account.ok ? this.#adopt(tokens, account.value) : account;
  }

  async #adopt(tokens: NewTokens, { tier, accountId }: Account): Promise<Result<Pass>> {
    const { signIn, accessToken: token, lifeMs } = tokens;
    // A token of a very short life would never be fresh.
    const freshMs = lifeMs - Math.min(REFRESH_BEFORE_MS, lifeMs / 2);
    const freshUntilMs = this.#roles.clock.now() + this.#roles.clock.span(freshMs);
    const access = { signInId: signIn.id, token, freshUntilMs, tier, accountId };
    await this.keepSignIn(signIn);
    await this.#keep.storeAccess(access);
    this.#use(access);
    return succeeded({ token, tier, accountId });
  }

  #isFresh(): boolean {
    return this.#access !== null && this.#roles.clock.now() < this.#access.freshUntilMs;
  }

  #use(access: Access | null): void {
    this.#access = access;
    this.#pass = access?.token ? { token: access.token, tier: access.tier, accountId: access.accountId } : null;
  }

  /** What is left on record is the installation's hardware id. */
  async #end(signIn: SignIn, details: string): Promise<Result<Pass>> {
    this.#roles.log.warn(`session over: ${details}`);
    await this.keepSignIn({ ...signIn, refreshToken: null, endedBy: 'blink' });
    await this.#keep.storeAccess(null);
    this.#use(null);
    const why = problem('signed-out', { details });
    this.#onOver(why);
    return { ok: false, problem: why };
  }

  #holdFor(why: Problem): Problem {
    if (why.kind === 'offline' || why.kind === 'too-many-requests') return why; // nothing was asked, or the budget holds
    const growingMs = Math.min(LONGEST_HOLD_MS, HOLD_MS * 2 ** this.#failures++);
    this.#hold = new Hold(this.#roles.clock, why, why.kind === 'sign-in-refused' ? REFUSED_HOLD_MS : growingMs);
    return this.#hold.problem;
  }
}
