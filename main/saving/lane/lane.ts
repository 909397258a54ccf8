// One sync module's lane: it does one thing at a time, and this keeps it busy without ever asking twice.
import type { LaneState, Pace, Problem, Result } from '../../../preload/contract.ts';
import type { BlinkCloud, ModuleAddress, Urgency } from '../../blink/index.ts';
import type { Clock } from '../../clock.ts';
import type { Library, MergeReport } from '../../library/index.ts';
import type { Log } from '../../log.ts';
import { Arrivals } from './arrivals.ts';
import { Bell } from './bell.ts';
import { CycleTime } from './cycle-time.ts';
import type { Errand, Errands } from './errand.ts';
import { Listings, upsetProblem } from './listings.ts';
import { Serving } from './serving.ts';
import { busyUntil, Waits } from './waits.ts';
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

/** For clips that stream when the app quits: real time, for disks and networks are real at any speed. */
const lastMomentMs = 2000;

export class Lane {
  readonly #parts: LaneParts;
  readonly #work = new Bell();
  /** Nothing new is begun. */
  readonly #stopping = new AbortController();
  /** What is still streaming is cut. */
  readonly #cutting = new AbortController();
  readonly #waits: Waits;
  readonly #listings: Listings;
  readonly #arrivals: Arrivals;
  readonly #serving: Serving;
  readonly #cycle = new CycleTime();
  /** A person waits for the lane: what it does for the queue no longer waits for the request budget. */
  #hurrying = new AbortController();
  /** Not the clip's, the module's or the cloud's fault: waited out before anything else. */
  #upset: Problem | null = null;
  #running: Promise<void> | null = null;

  constructor(parts: LaneParts) {
    this.#parts = parts;
    const doubtPairs = () => this.#doubtPairs();
    const { signal: stopping } = this.#stopping;
    const { signal: cut } = this.#cutting;
    this.#waits = new Waits({ ...parts, signal: stopping, onPause: (cause) => this.#paused(cause) });
    this.#listings = new Listings({
      ...parts,
      onBusy: (untilMs) => this.#waits.show(untilMs === null ? { kind: 'listing' } : busyUntil(untilMs)),
      signal: stopping,
    });
    this.#arrivals = new Arrivals({
      ...parts,
      cut,
      onSpoilt: doubtPairs,
      onUpset: (error, wish) => this.#upsetBy(error, wish),
      onEnd: () => this.#work.ring(),
    });
    this.#serving = new Serving({
      ...parts,
      arrivals: this.#arrivals,
      waits: this.#waits,
      cycle: this.#cycle,
      list: (urgency) => this.#list(urgency),
      doubtPairs,
      hurrying: () => this.#hurrying.signal,
      stopping,
      cut,
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
    this.#waits.retryNow();
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
      activity: this.#waits.activity,
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
        await this.#waits.pause(upset);
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
      // Until one of them rings. Who waits to play a clip does not wait for those that crawl, or whose folder hangs.
      const isFull = this.#arrivals.isFull && !wishes.isWaitedFor();
      const wish = isFull ? null : wishes.next();
      if (!isFull) this.#hurrying = new AbortController(); // who waited has been given the lane
      if (wish) {
        await this.#serving.serve(wish).catch((error: unknown) => this.#upsetBy(error, wish));
        continue;
      }
      this.#cycle.interrupt();
      this.#waits.show({ kind: 'idle' });
      const due = [isFull ? null : wishes.dueAtMs(), errands.dueAtMs()].filter((atMs) => atMs !== null);
      await this.#work.rung(clock, due.length === 0 ? null : Math.max(0, Math.min(...due) - clock.now()));
    }
  }

  async #listForAskers(): Promise<void> {
    this.#waits.show({ kind: 'listing' });
    const listed = await this.#listings.readForAskers({ bulkUntil: this.#hurrying.signal });
    if (listed.ok) this.#wasListed(listed.value);
    else await this.#waits.pause(listed.problem);
  }

  async #list(urgency: Urgency): Promise<Result<MergeReport>> {
    this.#waits.show({ kind: 'listing' });
    const listed = await this.#listings.read(urgency);
    if (listed.ok) this.#wasListed(listed.value);
    return listed;
  }

  #wasListed(report: MergeReport): void {
    this.#waits.recovered();
    this.#serving.listed(report);
  }

  async #do(errand: Errand): Promise<void> {
    const { module, wishes } = this.#parts;
    this.#cycle.interrupt();
    this.#waits.show({ kind: 'deleting' });
    const refusal = await errand({
      module,
      list: (urgency) => this.#list(urgency),
      isWaitedFor: () => wishes.isWaitedFor(),
      signal: this.#stopping.signal,
    }).catch((error: unknown) => this.#told(error, 'deleting'));
    if (refusal) await this.#waits.pause(refusal);
  }

  #paused({ kind }: Problem): void {
    this.#cycle.interrupt();
    if (kind === 'module-offline') this.#doubtPairs();
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

  #doubtPairs(): void {
    this.#parts.library.forgetPairs(this.#parts.module.moduleId);
  }
}
