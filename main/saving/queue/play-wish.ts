// Somebody wants to play a clip that is on no disk: it goes into the cache, before everything else.
import type { ClipKey, ModuleId, Problem, Result } from '../../../preload/contract.ts';
import { failed, problem, succeeded } from '../../problem.ts';
import type { CloudCopy, Miss, Taken, Wish } from '../lane/wish.ts';
import type { Incoming } from '../receiving/receive.ts';
import type { Shelf } from '../receiving/shelf.ts';

/** Puts a played clip into the cache. */
export type Shelve = Shelf['put'];

/** A person waits: after this many failures they are told. */
const triesWhileSomebodyWaits = 3;

export class PlayWish implements Wish {
  readonly urgency = 'interactive';
  readonly earlierPair = null;
  readonly key: ClipKey;
  readonly moduleId: ModuleId;
  /** Settles when the clip can be played, or cannot. */
  readonly outcome: Promise<Result<null>>;
  inHand = false;
  #over = false;
  #failures = 0;
  #lastProblem: Problem = problem('clip-damaged');
  readonly #shelve: Shelve;
  #answer: (outcome: Result<null>) => void = () => undefined;

  constructor(key: ClipKey, moduleId: ModuleId, shelve: Shelve) {
    this.key = key;
    this.moduleId = moduleId;
    this.#shelve = shelve;
    this.outcome = new Promise((answer) => {
      this.#answer = answer;
    });
  }

  get over(): boolean {
    return this.#over;
  }

  /** Nobody waits any more. */
  release(): void {
    this.#settle(failed('clip-gone', { details: 'nobody waits for it any more' }));
  }

  async isWanted(): Promise<boolean> {
    return !this.#over;
  }

  async asked(): Promise<void> {}

  async take(incoming: Incoming, { pair }: CloudCopy): Promise<Taken> {
    const receipt = await this.#shelve(this.key, incoming, pair);
    if (receipt.kind === 'arrived') {
      this.#settle(succeeded(null));
      return 'kept';
    }
    this.#lastProblem = receipt.problem;
    if (receipt.kind === 'refused') this.#settle(because(receipt.problem));
    return receipt.kind === 'refused' ? 'stopped' : this.#again();
  }

  async missed(miss: Miss): Promise<void> {
    this.inHand = false;
    if (miss.kind === 'gone') this.#settle(failed('clip-gone'));
    if (miss.kind === 'too-large') this.#settle(failed('clip-too-large'));
    if (miss.kind !== 'failed') return;
    this.#lastProblem = miss.problem;
    this.#again();
  }

  #settle(outcome: Result<null>): void {
    this.#over = true;
    this.#answer(outcome);
  }

  #again(): Taken {
    this.#failures += 1;
    if (this.#failures < triesWhileSomebodyWaits) return 'again';
    this.#settle(because(this.#lastProblem));
    return 'stopped';
  }
}

const because = (cause: Problem): Result<null> => ({ ok: false, problem: cause });
