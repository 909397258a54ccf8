// One clip through its module: a fresh pair, the request, the wait for the upload; from there on it streams by itself.
import type { Pace, Problem, Result } from '../../../preload/contract.ts';
import type { BlinkCloud, ModuleAddress, Urgency } from '../../blink/index.ts';
import type { Clock } from '../../clock.ts';
import type { FreshPair, Library, MergeReport } from '../../library/index.ts';
import { Patience } from '../../patience.ts';
import { problem } from '../../problem.ts';
import type { Arrivals } from './arrivals.ts';
import { awaitUpload } from './await-upload.ts';
import type { CycleTime } from './cycle-time.ts';
import { UploadTimes } from './upload-times.ts';
import type { Waits } from './waits.ts';
import type { Wish } from './wish.ts';

export interface ServingParts {
  readonly module: ModuleAddress;
  readonly cloud: BlinkCloud;
  readonly library: Library;
  readonly clock: Clock;
  readonly random: () => number;
  readonly pace: () => Pace;
  readonly arrivals: Arrivals;
  readonly waits: Waits;
  readonly cycle: CycleTime;
  /** Reads the module's manifest and merges it. */
  readonly list: (urgency: Urgency) => Promise<Result<MergeReport>>;
  /** No pair read before now is used again (protocol §4.5). */
  readonly doubtPairs: () => void;
  /** Aborted when a person waits for the lane: what it does for the queue no longer waits for the request budget. */
  readonly hurrying: () => AbortSignal;
  /** Nothing new is begun. */
  readonly stopping: AbortSignal;
  /** What is still streaming is cut. */
  readonly cut: AbortSignal;
}

/** A manifest older than this is read again before an upload (protocol §4.5). */
const freshMs = 600_000;
/** Clips have been seen to vanish all at once and to come back: a list without any is believed when it lasts a night. */
const believedEmptyMs = 12 * 3_600_000;

export class Serving {
  readonly #parts: ServingParts;
  readonly #times: UploadTimes;
  /** Lasts as long as the module lists nothing. */
  readonly #emptiness: Patience;
  #listsNothing = false;
  /** This module's "not found" sticks: it is polled before it is asked for the clip. */
  #pollsFirst = false;

  constructor(parts: ServingParts) {
    this.#parts = parts;
    this.#times = new UploadTimes(parts.random);
    this.#emptiness = new Patience(parts.clock, parts.random, 60_000, 300_000);
  }

  /** A manifest was merged. */
  listed({ rows }: MergeReport): void {
    this.#listsNothing = rows === 0;
    if (rows > 0) this.#emptiness.over();
  }

  /** Returns when the module is free for the next one. The wish is answered, or streams on. */
  async serve(wish: Wish): Promise<void> {
    const { cloud, module, arrivals, waits, cut } = this.#parts;
    waits.show({ kind: 'uploading', key: wish.key });
    if (wish.earlierPair) {
      const copy = { pair: wish.earlierPair, mayBeOld: true };
      const earlier = await cloud.fetchClip(module, copy.pair, this.#urgencyOf(wish), cut);
      if (earlier.kind === 'clip') return arrivals.begin(wish, copy, earlier);
      if (earlier.kind === 'problem') return this.#letWait(wish, earlier.problem);
    }
    const pair = await this.#freshPair(wish);
    if (pair) await this.#upload(wish, pair);
  }

  async #upload(wish: Wish, pair: FreshPair): Promise<void> {
    const { cloud, module, clock, waits, cycle, hurrying, doubtPairs, stopping } = this.#parts;
    const givesWay = wish.urgency === 'bulk' && hurrying().aborted;
    if (givesWay || !(await wish.isWanted())) return wish.missed({ kind: 'later' });
    const urgency = this.#urgencyOf(wish);
    const request = cloud.requestUpload(module, pair, urgency, stopping);
    const [asked] = await Promise.all([request, wish.asked(pair)]);
    if (asked.kind === 'busy') {
      await wish.missed({ kind: 'spoilt' }); // nothing was started: there will be no copy to look for
      return waits.pause(problem('module-busy'));
    }
    if (asked.kind === 'refused') return this.#missed(wish, asked.problem);
    waits.taken();
    const askedAtMs = clock.now();
    cycle.begin(askedAtMs);

    const commandId = asked.kind === 'started' ? asked.commandId : null;
    const awaited = await awaitUpload(
      { module, pair, urgency, commandId, askedAtMs },
      {
        ...this.#parts,
        times: this.#times,
        pollsFirst: this.#pollsFirst,
        outlast: (cause) => this.#outlasted(cause),
        signal: stopping,
      },
    );
    if (awaited.kind === 'found') {
      waits.recovered();
      return this.#parts.arrivals.begin(wish, { pair, mayBeOld: commandId === null }, awaited.clip);
    }
    if (awaited.kind === 'too-large') return wish.missed({ kind: 'too-large' });
    if (awaited.kind === 'stuck') this.#pollsFirst = true;
    doubtPairs();
    if (stopping.aborted) return wish.missed({ kind: 'later' });
    await this.#missed(wish, awaited.problem);
  }

  #urgencyOf({ urgency }: Wish): Urgency {
    return urgency === 'interactive' ? urgency : { bulkUntil: this.#parts.hurrying() };
  }

  /** A pair that may be used now, reading the manifest where it must; null: the wish has been answered. */
  async #freshPair(wish: Wish): Promise<FreshPair | null> {
    const { library, clock, waits, list, doubtPairs } = this.#parts;
    if (waits.isBusyForLong) doubtPairs();
    for (let listed = false; ; listed = true) {
      const answer = await clock.busy(library.pairOf(wish.key));
      if (answer.kind === 'pair' && Math.abs(clock.now() - answer.pair.readAtMs) <= clock.span(freshMs))
        return answer.pair;
      if (answer.kind === 'gone' && this.#mayComeBack(wish)) {
        await this.#letWait(wish, problem('manifest-not-ready', { details: 'the list is empty' }), this.#emptiness);
        doubtPairs();
        return null;
      }
      // One list is enough for all clips that it lacks; a person who waits gets another look.
      if (listed || (answer.kind === 'gone' && wish.urgency === 'bulk')) {
        await wish.missed(answer.kind === 'gone' ? { kind: 'gone' } : { kind: 'later' });
        return null;
      }
      const result = await list(this.#urgencyOf(wish));
      if (!result.ok) {
        await this.#letWait(wish, result.problem);
        return null;
      }
      waits.show({ kind: 'uploading', key: wish.key });
    }
  }

  /** It is gone with all the others, and not for long; a person who waits is told at once. */
  #mayComeBack({ urgency }: Wish): boolean {
    const { clock } = this.#parts;
    return urgency === 'bulk' && this.#listsNothing && this.#emptiness.lastingMs < clock.span(believedEmptyMs);
  }

  /** What another clip might not meet: this one waits longer, and the lane goes on. Else the lane waits. */
  async #missed(wish: Wish, cause: Problem): Promise<void> {
    if (!concernsClip.has(cause.kind)) return this.#letWait(wish, cause);
    this.#parts.doubtPairs();
    await wish.missed({ kind: 'failed', problem: cause });
  }

  /** The clip waits on; the lane waits as long as the problem asks for. */
  async #letWait(wish: Wish, cause: Problem, patience?: Patience): Promise<void> {
    await wish.missed({ kind: 'later' });
    await this.#parts.waits.pause(cause, patience);
  }

  /** Waits out a problem in the middle of an upload, whose copy lives for minutes; false: there is no use in it. */
  async #outlasted(cause: Problem): Promise<boolean> {
    if (useless.has(cause.kind)) return false;
    await this.#parts.waits.pause(cause);
    return !this.#parts.stopping.aborted;
  }
}

/** Problems that outlast any copy in the cloud. */
const useless: ReadonlySet<Problem['kind']> = new Set(['signed-out', 'not-signed-in', 'update-required']);

/** Problems that another clip might not have. */
const concernsClip: ReadonlySet<Problem['kind']> = new Set([
  'clip-damaged',
  'clip-not-video',
  'clip-gone',
  'module-offline',
  'unexpected-answer',
]);
