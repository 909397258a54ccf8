// Keeps the tokens in the secret store: read at start, written in order, tried again every minute where it fails.
import type { Problem } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import type { SecretName, SecretStore, SecretWrite } from '../keychain/index.ts';
import { problem } from '../problem.ts';
import {
  type Access,
  accessEntry,
  fitsInStore,
  readAccess,
  readSignIn,
  type SignIn,
  signInEntry,
} from './token-entries.ts';

const TRY_AGAIN_MS = 60_000;

export type Kept =
  | { readonly kind: 'read'; readonly signIn: SignIn | null; readonly access: Access | null }
  /** Nothing is known, and nothing may be concluded from it. */
  | { readonly kind: 'unreadable'; readonly problem: Problem };

export class TokenKeep {
  readonly #secrets: SecretStore;
  readonly #clock: Clock;
  readonly #onChange: () => void;
  readonly #closing = new AbortController();
  /** Entries newer than what is stored; null: to be removed. */
  readonly #unstored = new Map<SecretName, string | null>();
  readonly #stored = new Map<SecretName, string | null>();
  /** Entries of ours that the store is known to hold. */
  readonly #held = new Set<SecretName>();
  #problem: Problem | null = null;
  #tooLong: Problem | null = null;
  #proven = false;
  #writing: Promise<void> = Promise.resolve();
  #trying: Promise<void> | null = null;

  constructor(roles: { readonly secrets: SecretStore; readonly clock: Clock; readonly onChange: () => void }) {
    this.#secrets = roles.secrets;
    this.#clock = roles.clock;
    this.#onChange = roles.onChange;
  }

  /** Why the tokens live in this process only; null: they are stored. */
  get problem(): Problem | null {
    return this.#problem ?? this.#tooLong;
  }

  get keptIn(): SecretStore['keptIn'] {
    return this.problem ? 'memory' : this.#secrets.keptIn;
  }

  async read(): Promise<Kept> {
    const refresh = await this.#get('refresh');
    if (typeof refresh === 'object') return { kind: 'unreadable', problem: refresh.problem };
    const access = await this.#get('access');
    if (typeof access === 'object') return { kind: 'unreadable', problem: access.problem };
    return { kind: 'read', signIn: readSignIn(refresh), access: readAccess(access) };
  }

  /** Settles when it is stored, or kept in memory with a `problem`. */
  storeSignIn(signIn: SignIn): Promise<void> {
    this.#tooLong = fitsInStore(signIn) ? null : problem('keychain-missing', { details: 'the token is too long' });
    return this.#store('refresh', signInEntry(signIn));
  }

  storeAccess(access: Access | null): Promise<void> {
    return this.#store('access', access && accessEntry(access));
  }

  /**
   * Takes the tokens out of store and memory; `left` stays in place of the sign-in, null: nothing does. Where the store
   * holds some and cannot be written, nothing is changed: they would be back at the next start.
   */
  async end(left: SignIn | null): Promise<Problem | null> {
    await this.#writing;
    const before = [...this.#unstored];
    this.#unstored.set('refresh', left && signInEntry(left)).set('access', null);
    await this.#write();
    const failed = this.#problem;
    const unchanged = this.#unstored.has('refresh');
    if (unchanged) this.#unstored.clear(); // else only the access token is still to be removed, and will be
    const mayHold = failed?.kind === 'keychain-locked' || this.#held.size > 0;
    if (unchanged && mayHold) for (const [name, entry] of before) this.#unstored.set(name, entry);
    else this.#tooLong = null;
    await this.#write();
    this.#tryLater();
    return unchanged && mayHold ? failed : null;
  }

  /** Tries now to store what is not. */
  async tryNow(): Promise<void> {
    if (this.#problem) await this.#write();
  }

  /** Tries once more to store what is not. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#trying;
    await this.#write();
  }

  async #get(name: SecretName): Promise<string | { readonly problem: Problem }> {
    const newer = this.#unstored.get(name);
    if (newer !== undefined) return newer ?? '';
    const read = await this.#clock.busy(this.#secrets.get(name));
    if (read.kind === 'found') {
      this.#held.add(name);
      return read.value;
    }
    return read.kind === 'absent' ? '' : { problem: problemOf(read) };
  }

  async #store(name: SecretName, entry: string | null): Promise<void> {
    if (!this.#unstored.has(name) && this.#stored.get(name) === entry) return;
    this.#unstored.set(name, entry);
    await this.#write();
    this.#tryLater();
  }

  #tryLater(): void {
    if (this.#problem && !this.#closing.signal.aborted) this.#trying ??= this.#tryAgain();
  }

  async #tryAgain(): Promise<void> {
    while (this.#problem && !this.#closing.signal.aborted) {
      await this.#clock.sleep(this.#clock.span(TRY_AGAIN_MS), this.#closing.signal).catch(() => undefined);
      if (!this.#closing.signal.aborted) await this.#write();
    }
    this.#trying = null;
  }

  #write(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      const before = this.#problem?.kind;
      this.#problem = await this.#writeInOrder();
      if (this.#problem?.kind !== before) this.#onChange();
    });
    return this.#writing;
  }

  /** The refresh token first: an access token is never on record beside a refresh token that it replaced (§2.3). */
  async #writeInOrder(): Promise<Problem | null> {
    for (const name of ['refresh', 'access'] as const) {
      const entry = this.#unstored.get(name);
      if (entry === undefined) continue;
      const written = await this.#clock.busy(this.#put(name, entry));
      if (written.kind !== 'stored') return problemOf(written);
      this.#stored.set(name, entry);
      if (entry === null) this.#held.delete(name);
      else this.#held.add(name);
      // It may have been replaced by a newer one meanwhile.
      if (this.#unstored.get(name) === entry) this.#unstored.delete(name);
    }
    return null;
  }

  async #put(name: SecretName, entry: string | null): Promise<SecretWrite> {
    if (entry === null) return this.#secrets.remove(name);
    const written = await this.#secrets.set(name, entry);
    if (written.kind !== 'stored' || this.#proven) return written;
    // Some stores swallow what is written: the first entry is read back before the store is trusted.
    const read = await this.#secrets.get(name);
    if (read.kind === 'locked') return read;
    if (read.kind !== 'found' || read.value !== entry) return { kind: 'unavailable', details: 'does not keep entries' };
    this.#proven = true;
    return written;
  }
}

function problemOf(
  outcome: { readonly kind: 'locked' } | { readonly kind: 'unavailable'; readonly details: string },
): Problem {
  return outcome.kind === 'locked'
    ? problem('keychain-locked')
    : problem('keychain-missing', { details: outcome.details });
}
