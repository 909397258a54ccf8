// One sync module's lane: it does one thing at a time, and this keeps it busy without ever asking twice.
import type { LaneActivity, LaneState, Pace, Problem, Result } from '../../../preload/contract.ts';
import type { BlinkCloud, ModuleAddress, Urgency } from '../../blink/index.ts';
import type { Clock } from '../../clock.ts';
import type { FreshPair, Library, MergeReport } from '../../library/index.ts';
import type { Log } from '../../log.ts';
import { Patience } from '../../patience.ts';
import { problem } from '../../problem.ts';
import { Arrivals } from './arrivals.ts';
import { awaitUpload } from './await-upload.ts';
import { Bell } from './bell.ts';
import { CycleTime } from './cycle-time.ts';
import type { Errand, Errands } from './errand.ts';
import { Listings, upsetProblem } from './listings.ts';
import { UploadTimes } from './upload-times.ts';
import type { Wish, Wishes } from './wish.ts';

export interface LaneParts {
  readonly module: ModuleAddress;
  readonly cloud: BlinkCloud;
  readonly library: Library;
  readonly wishes: Wishes;
  readonly errands: Errands;
  readonly clock: Clock;
  readonly random: () => number;
  readonly pace: () => Pace;
  readonly log: Log;
  /** Something in `state` changed. */
  readonly onChange: () => void;
  /** A manifest was merged: its copies are confirmed or doubtful now. */
  readonly onListed: (report: MergeReport) => Promise<void>;
}

/** A manifest older than this is read again before an upload (protocol §4.5). */
const freshMs = 600_000;
/** A busy answer that lasts longer makes every pair doubtful. */
const longBusyMs = 60_000;
/** Clips have been seen to vanish all at once and to come back: a list without any is believed when it lasts a night. */
const believedEmptyMs = 12 * 3_600_000;
/** For clips that stream when the app quits: real time, for disks and networks are real at any speed. */
const lastMomentMs = 2000;

export class Lane {
  readonly #parts: LaneParts;
  readonly #times: UploadTimes;
  readonly #work = new Bell();
  readonly #retry = new Bell();
  readonly #trouble: Patience;
  readonly #busy: Patience;
  /** Lasts as long as the module lists nothing. */
  readonly #emptiness: Patience;
  /** Nothing new is begun. */
  readonly #stopping = new AbortController();
  /** What is still streaming is cut. */
  readonly #cutting = new AbortController();
  readonly #arrivals: Arrivals;
  readonly #listings: Listings;
  #activity: LaneActivity = { kind: 'idle' };
  /** This module's "not found" sticks: it is polled before it is asked for the clip. */
  #pollsFirst = false;
  /** Not the clip's, the module's or the cloud's fault: waited out before anything else. */
  #upset: Problem | null = null;
  #listsNothing = false;
  readonly #cycle = new CycleTime();
  #running: Promise<void> | null = null;
  /** A person waits for the lane: what it does for the queue no longer waits for the request budget. */
  #hurrying = new AbortController();

  constructor(parts: LaneParts) {
    this.#parts = parts;
    this.#times = new UploadTimes(parts.random);
    this.#trouble = new Patience(parts.clock, parts.random, 2000, 300_000);
    this.#busy = new Patience(parts.clock, parts.random, 3000, 24_000);
    this.#emptiness = new Patience(parts.clock, parts.random, 60_000, 300_000);
    this.#listings = new Listings({
      ...parts,
      onBusy: (untilMs) => this.#show(untilMs === null ? { kind: 'listing' } : busyUntil(untilMs)),
      signal: this.#stopping.signal,
    });
    this.#arrivals = new Arrivals({
      ...parts,
      cut: this.#cutting.signal,
      onSpoilt: () => this.#doubtPairs(),
      onUpset: (error, wish) => this.#upsetBy(error, wish),
      onEnd: () => this.#work.ring(),
    });
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Stops asking, gives clips that are nearly there a moment, ends. */
  async close(): Promise<void> {
    const { clock } = this.#parts;
    this.#stopping.abort();
    this.#work.ring();
    this.#retry.ring();
    const ended = (async () => {
      await this.#running;
      await this.#arrivals.ended();
    })();
    await Promise.race([ended, clock.sleep(lastMomentMs, this.#cutting.signal).catch(() => undefined)]);
    this.#cutting.abort();
    await ended;
    this.#listings.close();
  }

  /** There may be something to do. */
  wake(): void {
    this.#work.ring();
  }

  /** A person waits: the lane is to be free as soon as its module is. */
  hurry(): void {
    this.#hurrying.abort();
  }

  /** What the lane waits out may be over: it tries again at once. */
  retryNow(): void {
    if (this.#activity.kind === 'waiting') this.#retry.ring();
  }

  /** Reads the module's list as soon as the lane is free, once for all who ask meanwhile. */
  list(urgency: Urgency): Promise<Result<MergeReport>> {
    const listed = this.#listings.ask(urgency);
    if (urgency === 'interactive') this.hurry();
    this.#work.ring();
    return listed;
  }

  state(waiting: number): LaneState {
    return {
      moduleId: this.#parts.module.moduleId,
      activity: this.#activity,
      secondsPerClip: this.#cycle.seconds,
      waiting,
      arriving: this.#arrivals.shown(),
    };
  }

  async #run(): Promise<void> {
    const { wishes, errands, clock } = this.#parts;
    while (!this.#stopping.signal.aborted) {
      const upset = this.#upset;
      this.#upset = null;
      if (upset) {
        await this.#pause(upset);
        continue;
      }
      if (this.#listings.isAsked) {
        await this.#listForAskers();
        continue;
      }
      const errand = wishes.isWaitedFor() ? null : errands.next();
      if (errand) {
        await this.#do(errand);
        continue;
      }
      const { isFull } = this.#arrivals; // until one of them rings
      const wish = isFull ? null : wishes.next();
      if (!isFull) this.#hurrying = new AbortController(); // who waited has been given the lane
      if (wish) {
        await this.#serve(wish).catch((error: unknown) => this.#upsetBy(error, wish));
        continue;
      }
      this.#cycle.interrupt();
      this.#show({ kind: 'idle' });
      const due = [isFull ? null : wishes.dueAtMs(), errands.dueAtMs()].filter((atMs) => atMs !== null);
      await this.#work.rung(clock, due.length === 0 ? null : Math.max(0, Math.min(...due) - clock.now()));
    }
  }

  // ---------------------------------------------------------------- listing

  async #listForAskers(): Promise<void> {
    this.#show({ kind: 'listing' });
    const listed = await this.#listings.readForAskers(this.#bulk());
    if (listed.ok) this.#wasListed(listed.value);
    else await this.#pause(listed.problem);
  }

  async #list(urgency: Urgency): Promise<Result<MergeReport>> {
    this.#show({ kind: 'listing' });
    const listed = await this.#listings.read(urgency);
    if (listed.ok) this.#wasListed(listed.value);
    return listed;
  }

  #wasListed({ rows }: MergeReport): void {
    this.#recovered();
    this.#listsNothing = rows === 0;
    if (rows > 0) this.#emptiness.over();
  }

  #recovered(): void {
    this.#trouble.over();
    this.#busy.over();
  }

  // ---------------------------------------------------------------- errands

  async #do(errand: Errand): Promise<void> {
    const { module, wishes } = this.#parts;
    this.#cycle.interrupt();
    this.#show({ kind: 'deleting' });
    const refusal = await errand({
      module,
      list: (urgency) => this.#list(urgency),
      isWaitedFor: () => wishes.isWaitedFor(),
      signal: this.#stopping.signal,
    }).catch((error: unknown) => this.#told(error, 'deleting'));
    if (refusal) await this.#pause(refusal);
  }

  // ---------------------------------------------------------------- one clip

  async #serve(wish: Wish): Promise<void> {
    const { cloud, module } = this.#parts;
    this.#show({ kind: 'uploading', key: wish.key });
    if (wish.earlierPair) {
      const urgency = this.#urgencyOf(wish);
      const earlier = await cloud.fetchClip(module, wish.earlierPair, urgency, this.#cutting.signal);
      if (earlier.kind === 'clip') return this.#arrivals.begin(wish, wish.earlierPair, earlier);
      if (earlier.kind === 'problem') return this.#letWait(wish, earlier.problem);
    }
    const pair = await this.#freshPair(wish);
    if (pair) await this.#upload(wish, pair);
  }

  async #upload(wish: Wish, pair: FreshPair): Promise<void> {
    const { cloud, module, clock } = this.#parts;
    const givesWay = wish.urgency === 'bulk' && this.#hurrying.signal.aborted;
    if (givesWay || !(await wish.isWanted())) return wish.missed({ kind: 'later' });
    const urgency = this.#urgencyOf(wish);
    const request = cloud.requestUpload(module, pair, urgency, this.#stopping.signal);
    const [asked] = await Promise.all([request, wish.asked(pair)]);
    if (asked.kind === 'busy') {
      await wish.missed({ kind: 'spoilt' }); // nothing was started: there will be no copy to look for
      return this.#pause(problem('module-busy'));
    }
    if (asked.kind === 'refused') return this.#refused(wish, asked.problem);
    this.#busy.over();
    const askedAtMs = clock.now();
    this.#cycle.begin(askedAtMs);

    const commandId = asked.kind === 'started' ? asked.commandId : null;
    const awaited = await awaitUpload(
      { module, pair, urgency, commandId, askedAtMs },
      {
        ...this.#parts,
        times: this.#times,
        pollsFirst: this.#pollsFirst,
        outlast: (cause) => this.#outlasted(cause),
        signal: this.#stopping.signal,
        cut: this.#cutting.signal,
      },
    );
    if (awaited.kind === 'found') {
      this.#trouble.over();
      return this.#arrivals.begin(wish, pair, awaited.clip);
    }
    if (awaited.kind === 'too-large') return wish.missed({ kind: 'too-large' });
    if (awaited.kind === 'stuck') this.#pollsFirst = true;
    this.#doubtPairs();
    if (this.#stopping.signal.aborted) return wish.missed({ kind: 'later' });
    if (!concernsClip.has(awaited.problem.kind)) return this.#letWait(wish, awaited.problem);
    await wish.missed({ kind: 'failed', problem: awaited.problem });
  }

  #urgencyOf({ urgency }: Wish): Urgency {
    return urgency === 'interactive' ? urgency : this.#bulk();
  }

  #bulk(): Urgency {
    return { bulkUntil: this.#hurrying.signal };
  }

  /** A pair that may be used now, reading the manifest where it must; null: the wish has been answered. */
  async #freshPair(wish: Wish): Promise<FreshPair | null> {
    const { library, clock } = this.#parts;
    if (this.#busy.lastingMs > clock.span(longBusyMs)) this.#doubtPairs();
    for (let listed = false; ; listed = true) {
      const answer = await clock.busy(library.pairOf(wish.key));
      if (answer.kind === 'pair' && Math.abs(clock.now() - answer.pair.readAtMs) <= clock.span(freshMs))
        return answer.pair;
      if (answer.kind === 'gone' && this.#mayComeBack(wish)) {
        await this.#letWait(wish, problem('manifest-not-ready', { details: 'the list is empty' }), this.#emptiness);
        this.#doubtPairs();
        return null;
      }
      // One list is enough for all clips that it lacks; a person who waits gets another look.
      if (listed || (answer.kind === 'gone' && wish.urgency === 'bulk')) {
        await wish.missed(answer.kind === 'gone' ? { kind: 'gone' } : { kind: 'later' });
        return null;
      }
      const result = await this.#list(this.#urgencyOf(wish));
      if (!result.ok) {
        await this.#letWait(wish, result.problem);
        return null;
      }
      this.#show({ kind: 'uploading', key: wish.key });
    }
  }

  /** It is gone with all the others, and not for long; a person who waits is told at once. */
  #mayComeBack({ urgency }: Wish): boolean {
    const { clock } = this.#parts;
    return urgency === 'bulk' && this.#listsNothing && this.#emptiness.lastingMs < clock.span(believedEmptyMs);
  }

  // ---------------------------------------------------------------- when it does not go well

  /** The clip waits on; the lane waits as long as the problem asks for. */
  async #letWait(wish: Wish, cause: Problem, patience?: Patience): Promise<void> {
    await wish.missed({ kind: 'later' });
    await this.#pause(cause, patience);
  }

  /** A request that surely did not start. */
  async #refused(wish: Wish, cause: Problem): Promise<void> {
    if (!concernsClip.has(cause.kind)) return this.#letWait(wish, cause);
    this.#doubtPairs();
    await wish.missed({ kind: 'failed', problem: cause });
  }

  /** Waits out a problem in the middle of an upload, whose copy lives for minutes; false: there is no use in it. */
  async #outlasted(cause: Problem): Promise<boolean> {
    if (useless.has(cause.kind)) return false;
    await this.#pause(cause);
    return !this.#stopping.signal.aborted;
  }

  async #pause(cause: Problem, patience = cause.kind === 'module-busy' ? this.#busy : this.#trouble): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const { clock } = this.#parts;
    const untilMs = patience.next(cause);
    if (cause.kind === 'module-offline') this.#doubtPairs();
    this.#cycle.interrupt();
    this.#show({ kind: 'waiting', problem: { ...cause, nextTryAtMs: untilMs }, untilMs });
    await this.#retry.rung(clock, Math.max(0, untilMs - clock.now()));
  }

  /** The index refused, or something is broken: the clip waits on, and so does the lane, where a person can see it. */
  async #upsetBy(error: unknown, wish: Wish): Promise<void> {
    this.#upset = this.#told(error, 'saving');
    await wish.missed({ kind: 'later' });
  }

  #told(error: unknown, during: string): Problem {
    this.#parts.log.error('a lane was upset', error);
    return upsetProblem(error, during);
  }

  /** No pair read before now is used again (protocol §4.5). */
  #doubtPairs(): void {
    this.#parts.library.forgetPairs(this.#parts.module.moduleId);
  }

  #show(activity: LaneActivity): void {
    this.#activity = activity;
    this.#parts.onChange();
  }
}

const busyUntil = (untilMs: number): LaneActivity => ({
  kind: 'waiting',
  problem: problem('module-busy', { nextTryAtMs: untilMs }),
  untilMs,
});

/** Problems that outlast any copy in the cloud. */
const useless: ReadonlySet<Problem['kind']> = new Set(['signed-out', 'not-signed-in', 'update-required']);

/** Problems that another clip might not have: this one waits longer, and the lane goes on. */
const concernsClip: ReadonlySet<Problem['kind']> = new Set([
  'clip-damaged',
  'clip-not-video',
  'clip-gone',
  'module-offline',
  'unexpected-answer',
]);
