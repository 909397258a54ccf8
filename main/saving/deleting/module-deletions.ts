// One module's part of what is to be deleted: batches of at most twenty, each settled by manifests before the next.
import type { ClipKey, KeptWhy, ModuleId, Problem } from '../../../preload/contract.ts';
import { isDue } from '../../due.ts';
import type { DeletionsSettled } from '../../library/index.ts';
import type { Errand, Errands, LaneHand } from '../lane/errand.ts';
import { type DeleteEnd, type DeleteParts, deleteClip } from './delete-clip.ts';

/** So many clips, and so long, are deleted by one manifest. */
const batchSize = 20;
const batchMs = 60_000;
/** When a manifest is read after a batch: a deleted clip may be listed for a minute more (protocol §4.8). */
const firstLooksMs = [15_000, 62_000, 92_000];
const nextLooksMs = 30_000;

export interface ModuleDeletionParts extends DeleteParts {
  readonly onKept: (why: KeptWhy, clips: number) => void;
  readonly onDeleted: (clips: number) => void;
  readonly onChange: () => void;
}

export class ModuleDeletions implements Errands {
  readonly #moduleId: ModuleId;
  readonly #parts: ModuleDeletionParts;
  #waiting: readonly ClipKey[] = [];
  #inHand: ClipKey | null = null;
  #isStopped = false;
  /** Asked of the module, and not settled by a manifest. */
  readonly #asked = new Set<ClipKey>();
  /** The same from before this start: nobody waits for it, but nothing else is asked for before it is settled. */
  #earlier: ReadonlySet<ClipKey> = new Set();
  #batchEndedAtMs = 0;
  #looks = 0;
  #problem: Problem | null = null;

  constructor(moduleId: ModuleId, parts: ModuleDeletionParts) {
    this.#moduleId = moduleId;
    this.#parts = parts;
  }

  get unsettled(): number {
    return this.#asked.size;
  }

  get isOver(): boolean {
    return this.#asked.size === 0 && this.#waiting.length === 0 && this.#inHand === null;
  }

  /** What it waits for; null: nothing. */
  get problem(): Problem | null {
    return this.isOver ? null : this.#problem;
  }

  /** Those that are waited for already count once. Answers how many are new. */
  add(keys: readonly ClipKey[]): number {
    const known = new Set([...this.#waiting, ...this.#asked, this.#inHand]);
    const added = keys.filter((key) => !known.has(key));
    this.#waiting = [...this.#waiting, ...added];
    this.#isStopped = false;
    return added.length;
  }

  /** What was not asked is kept; what was, is still settled. */
  stop(): void {
    this.#isStopped = true;
    this.#keepRest('not-asked');
  }

  /** The module has left the account: no manifest will tell anything. */
  giveUp(): void {
    this.#keepRest('unlisted');
    this.#parts.onKept('unlisted', this.#asked.size);
    this.#asked.clear();
  }

  settled({ deleted, kept }: DeletionsSettled): void {
    this.#earlier = new Set([...this.#earlier].filter((key) => !deleted.includes(key) && !kept.includes(key)));
    this.#parts.onDeleted(deleted.filter((key) => this.#asked.delete(key)).length);
    this.#parts.onKept('still-listed', kept.filter((key) => this.#asked.delete(key)).length);
  }

  next(): Errand | null {
    if (!this.#isUnsettled) return this.#waiting.length > 0 ? (hand) => this.#noted(this.#batch(hand)) : null;
    const longestMs = this.#nextLookAtMs - this.#batchEndedAtMs;
    if (!isDue(this.#nextLookAtMs, this.#parts.clock.now(), longestMs)) return null;
    return (hand) => this.#noted(this.#look(hand));
  }

  dueAtMs(): number | null {
    return this.#isUnsettled ? this.#nextLookAtMs : null;
  }

  get #isUnsettled(): boolean {
    return this.#asked.size + this.#earlier.size > 0;
  }

  get #nextLookAtMs(): number {
    const last = firstLooksMs.length - 1;
    const sinceBatchMs = firstLooksMs[this.#looks] ?? (firstLooksMs[last] ?? 0) + (this.#looks - last) * nextLooksMs;
    return this.#batchEndedAtMs + this.#parts.clock.span(sinceBatchMs);
  }

  #keepRest(why: KeptWhy): void {
    const rest = this.#waiting.length;
    this.#waiting = [];
    this.#parts.onKept(why, rest);
  }

  async #noted(work: Promise<Problem | null>): Promise<Problem | null> {
    this.#problem = await work;
    this.#parts.onChange();
    return this.#problem;
  }

  async #look(hand: LaneHand): Promise<Problem | null> {
    const listed = await hand.list('bulk');
    if (!listed.ok) return listed.problem;
    this.#looks += 1;
    return null;
  }

  async #batch(hand: LaneHand): Promise<Problem | null> {
    const { clock, library } = this.#parts;
    const urgency = this.#waiting.length === 1 ? 'interactive' : 'bulk';
    const listed = await hand.list(urgency);
    if (!listed.ok) return listed.problem;
    this.#looks = 0;
    this.#batchEndedAtMs = clock.now();
    this.#earlier = new Set(await library.deletions.unsettled(this.#moduleId));
    if (this.#earlier.size > 0) return null;
    const endMs = clock.now() + clock.span(batchMs);
    for (let nth = 1; nth <= batchSize && clock.now() < endMs && !hand.signal.aborted; nth++) {
      const [key, ...rest] = this.#waiting;
      if (key === undefined || (nth > 1 && hand.isWaitedFor())) return null;
      this.#waiting = rest;
      this.#inHand = key;
      let end: DeleteEnd | null = null;
      try {
        end = await deleteClip(key, { endMs, urgency, hand, isFirst: nth === 1 }, this.#parts);
      } finally {
        this.#batchEndedAtMs = clock.now();
        this.#inHand = null;
        this.#take(key, end ?? { kind: 'later', problem: null });
      }
      if (end.kind === 'later') return end.problem;
      if (end.kind === 'asked' && !end.fine) return null;
    }
    return null;
  }

  #take(key: ClipKey, end: DeleteEnd): void {
    if (end.kind === 'asked') this.#asked.add(key);
    else if (end.kind === 'kept') this.#parts.onKept(end.why, 1);
    else if (this.#isStopped) this.#parts.onKept('not-asked', 1);
    else this.#waiting = [key, ...this.#waiting];
    this.#parts.onChange();
  }
}
