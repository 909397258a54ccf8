// The token endpoint's memory: which access and refresh tokens are good, and until when (protocol §2).
import type { CloudClock } from './clock.ts';
import type { Rotation } from './options.ts';
import { type Random, randomText } from './random.ts';

export interface TokenPair {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export class Tokens {
  readonly #clock: CloudClock;
  readonly #random: Random;
  readonly #lifeS: number;
  readonly #rotation: Rotation;
  /** When each access token ends; Unix ms. */
  readonly #access = new Map<string, number>();
  readonly #refresh = new Set<string>();
  /** Refresh tokens that die when the access token they were given for is first used. */
  readonly #dyingWith = new Map<string, string>();
  /** Which sign-in each token that was ever given belongs to. */
  readonly #signInOf = new Map<string, number>();
  #signIns = 0;
  latest: TokenPair;

  constructor(clock: CloudClock, random: Random, lifeS: number, rotation: Rotation) {
    this.#clock = clock;
    this.#random = random;
    this.#lifeS = lifeS;
    this.#rotation = rotation;
    this.latest = this.#issue();
  }

  get lifeS(): number {
    return this.#lifeS;
  }

  /** Every token that was ever given. */
  get all(): readonly string[] {
    return [...this.#signInOf.keys()];
  }

  /** A new sign-in: those before it stay good. */
  signIn(): TokenPair {
    return this.#issue();
  }

  /** Undefined: the refresh token is dead. */
  refresh(refreshToken: string): TokenPair | undefined {
    if (!this.#refresh.has(refreshToken)) return undefined;
    const issued = this.#issue(this.#signInOf.get(refreshToken));
    if (this.#rotation === 'strict') this.#refresh.delete(refreshToken);
    else this.#dyingWith.set(issued.accessToken, refreshToken);
    return issued;
  }

  /** A REST call with this token: whether it is let in. */
  admits(accessToken: string): boolean {
    const endsAtMs = this.#access.get(accessToken);
    if (endsAtMs === undefined || this.#clock.now() >= endsAtMs) return false;
    const dying = this.#dyingWith.get(accessToken);
    if (dying !== undefined) {
      this.#refresh.delete(dying);
      this.#dyingWith.delete(accessToken);
    }
    return true;
  }

  /** Ends one access token now, or all of them. */
  expireAccess(accessToken?: string): void {
    if (accessToken === undefined) this.#access.clear();
    else this.#access.delete(accessToken);
  }

  /** Ends the sign-in that this access token belongs to: it and every token got from it. */
  signOut(accessToken: string): void {
    const signIn = this.#signInOf.get(accessToken);
    for (const [token, its] of this.#signInOf) {
      if (its !== signIn) continue;
      this.#access.delete(token);
      this.#refresh.delete(token);
    }
  }

  /** Ends every sign-in: no refresh token is good any more. */
  expireRefresh(): void {
    this.#refresh.clear();
  }

  #issue(signIn = ++this.#signIns): TokenPair {
    const issued = { accessToken: this.#token(), refreshToken: this.#token() };
    this.#signInOf.set(issued.accessToken, signIn).set(issued.refreshToken, signIn);
    this.#access.set(issued.accessToken, this.#clock.now() + this.#clock.span(this.#lifeS * 1000));
    this.#refresh.add(issued.refreshToken);
    this.latest = issued;
    return issued;
  }

  #token(): string {
    return `eyJ.${randomText(this.#random, 40)}.${randomText(this.#random, 20)}`;
  }
}
