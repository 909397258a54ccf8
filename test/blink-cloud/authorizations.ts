// The hosted sign-in's memory: who is on which page, wrong tries, and authorization codes (protocol §2.2).
import { createHash } from 'node:crypto';
import type { CloudClock } from './clock.ts';
import { type Random, randomText } from './random.ts';

/** The one person who can sign in. */
export const person = { email: 'someone@example.org', password: 'never-to-be-kept', code: '135790' } as const;

const triesAllowed = 5;
const lockedMs = 60 * 60_000;
const codeLifeMs = 10 * 60_000;

/** One walk through the pages, from `authorize` to the redirect. */
export interface Visit {
  readonly id: string;
  readonly challenge: string;
  readonly state: string;
  step: 'email' | 'password' | 'code';
}

export class Authorizations {
  readonly #clock: CloudClock;
  readonly #random: Random;
  readonly #visits = new Map<string, Visit>();
  readonly #codes = new Map<string, { readonly challenge: string; readonly endsAtMs: number }>();
  readonly #secrets = new Set<string>();
  #wrongTries = 0;
  #lockedUntilMs = 0;

  constructor(clock: CloudClock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  get locked(): boolean {
    return this.#clock.now() < this.#lockedUntilMs;
  }

  /** Every code that was ever given, and every verifier that ever came. */
  get secrets(): readonly string[] {
    return [...this.#secrets];
  }

  begin(challenge: string, state: string): Visit {
    const visit: Visit = { id: randomText(this.#random, 16), challenge, state, step: 'email' };
    this.#visits.set(visit.id, visit);
    return visit;
  }

  visit(id: string): Visit | undefined {
    return this.#visits.get(id);
  }

  /** A wrong password or code: too many of them lock the account. */
  wrong(): void {
    if (++this.#wrongTries < triesAllowed) return;
    this.#wrongTries = 0;
    this.#lockedUntilMs = this.#clock.now() + this.#clock.span(lockedMs);
  }

  /** Ends the visit; answers the code that goes back with the redirect. */
  finish(visit: Visit): string {
    this.#visits.delete(visit.id);
    this.#wrongTries = 0;
    const code = randomText(this.#random, 32);
    this.#secrets.add(code);
    const endsAtMs = this.#clock.now() + this.#clock.span(codeLifeMs);
    this.#codes.set(code, { challenge: visit.challenge, endsAtMs });
    return code;
  }

  /** Spends the code, whoever asks; whether it was good and this is the verifier of its challenge. */
  redeem(code: string, verifier: string): boolean {
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    this.#secrets.add(verifier);
    if (!known || this.#clock.now() >= known.endsAtMs) return false;
    return createHash('sha256').update(verifier).digest('base64url') === known.challenge;
  }
}
