// Reads a module's manifest, once for all who ask meanwhile, and merges it into the library.
import type { Problem, Result } from '../../../preload/contract.ts';
import type { BlinkCloud, ModuleAddress, OnBusy, Urgency } from '../../blink/index.ts';
import type { Clock } from '../../clock.ts';
import { IndexFailure, type Library, type MergeReport } from '../../library/index.ts';
import type { Log } from '../../log.ts';
import { failed, problem } from '../../problem.ts';

export interface ListingParts {
  readonly module: ModuleAddress;
  readonly cloud: BlinkCloud;
  readonly library: Library;
  readonly clock: Clock;
  readonly log: Log;
  /** A manifest was merged: its copies are confirmed or doubtful now. */
  readonly onListed: (report: MergeReport) => Promise<void>;
  readonly onBusy: OnBusy;
  readonly signal: AbortSignal;
}

interface Asker {
  readonly urgency: Urgency;
  readonly answer: (listed: Result<MergeReport>) => void;
}

/** So many lost answers in a row are told to who asked: fewer are no outage. A list that is made twice does no harm. */
const toldLost = 3;
/** After the first of them; twice that after the second. */
const lostPauseMs = 2000;

export class Listings {
  readonly #parts: ListingParts;
  #askers: Asker[] = [];

  constructor(parts: ListingParts) {
    this.#parts = parts;
  }

  get isAsked(): boolean {
    return this.#askers.length > 0;
  }

  async ask(urgency: Urgency): Promise<Result<MergeReport>> {
    if (this.#parts.signal.aborted) return failed('offline'); // nobody would answer any more
    return new Promise((answer) => this.#askers.push({ urgency, answer }));
  }

  /** For those who have asked until now, as `bulk` where none of them waits; never rejects, for they must hear of it. */
  async readForAskers(bulk: Urgency): Promise<Result<MergeReport>> {
    const urgency = this.#askers.some((asker) => asker.urgency === 'interactive') ? 'interactive' : bulk;
    const asked = this.#askers.length;
    const listed = await this.#readThoughLost(urgency).catch((error: unknown) => this.#unlisted(error));
    for (const asker of this.#askers.splice(0, asked)) asker.answer(listed);
    return listed;
  }

  async read(urgency: Urgency): Promise<Result<MergeReport>> {
    const { cloud, library, module, clock, onListed, onBusy, signal } = this.#parts;
    for (let believe = false; ; believe = true) {
      const listing = await cloud.readManifest(module, urgency, signal, onBusy);
      if (!listing.ok) return listing;
      const merged = await clock.busy(library.merge(module.moduleId, listing.value, believe));
      if (!merged.ok) return merged;
      if (merged.value.kind === 'shrunk' && !believe) continue; // read again before it is believed
      await onListed(merged.value);
      return merged;
    }
  }

  async #readThoughLost(urgency: Urgency): Promise<Result<MergeReport>> {
    const { clock, signal } = this.#parts;
    for (let tries = 1; ; tries++) {
      const listed = await this.read(urgency);
      const isLost = !listed.ok && listed.problem.kind === 'blink-unavailable' && !listed.problem.nextTryAtMs;
      if (!isLost || tries === toldLost || signal.aborted) return listed;
      await clock.sleep(clock.span(lostPauseMs * tries), signal).catch(() => undefined);
    }
  }

  /** The app ends. */
  close(): void {
    for (const asker of this.#askers.splice(0)) asker.answer(failed('offline'));
  }

  #unlisted(error: unknown): Result<MergeReport> {
    this.#parts.log.error('a list could not be taken over', error);
    return { ok: false, problem: upsetProblem(error, 'listing') };
  }
}

/** What an exception in a lane is told as: what the index's disk refused, or that something is broken. */
export function upsetProblem(error: unknown, during: string): Problem {
  const refused = error instanceof IndexFailure ? error.problem : null;
  return refused ?? problem('unexpected-answer', { details: `${during}: ${error}` });
}
