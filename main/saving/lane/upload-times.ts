// Learns how long a module takes to upload a clip, and says when to ask for it first.
import type { Pace } from '../../../preload/contract.ts';

interface PaceRules {
  /** Looks are at least this far apart (protocol §6). */
  readonly stepMs: number;
  /** What one request costs of the budget's time. */
  readonly requestMs: number;
  /** The first clips, and after them every so many, are asked for early, to learn from. */
  readonly learnFirst: number;
  readonly learnEvery: number;
}

export const paces: Record<Pace, PaceRules> = {
  gentle: { stepMs: 2000, requestMs: 60_000 / 29, learnFirst: 1, learnEvery: 50 },
  brisk: { stepMs: 2000, requestMs: 60_000 / 59, learnFirst: 4, learnEvery: 15 },
  full: { stepMs: 500, requestMs: 0, learnFirst: 6, learnEvery: 10 },
};

const binMs = 50;
const bins = 120_000 / binMs;
/** Every clip makes the older ones count less: about the last 14 decide. */
const memory = 0.93;
/** A look that costs no time still loads the service: it must save this much. */
const courtesyMs = 15;

/**
 * A histogram of upload times. What can be seen of an upload is only that it was not over at one look and was at the
 * next, so each clip spreads its weight over that interval as the histogram so far says (a step of expectation
 * maximisation for interval-censored times). Looks are spread at random within a step, which lets the intervals
 * sharpen the histogram far below their own width; and now and then a clip is asked for early, because a look that
 * always finds the clip tells nothing.
 */
export class UploadTimes {
  readonly #random: () => number;
  readonly #mass = new Float64Array(bins);
  #seen = 0;
  #meanMs: number | null = null;

  constructor(random: () => number) {
    this.#random = random;
    this.#spread(1000, 8000, 0.5, 7000); // 3–8 s are usual (protocol §4.3)
  }

  /** Running mean of the time from a clip's request until it was found, ms; null until one was. */
  get meanMs(): number | null {
    return this.#meanMs;
  }

  /** A clip was not there `notYetMs` after its request (0: nobody looked) and was there at `thereMs`. */
  found(notYetMs: number, thereMs: number, pace: Pace): void {
    this.#seen += 1;
    this.#meanMs = this.#meanMs === null ? thereMs : this.#meanMs + 0.2 * (thereMs - this.#meanMs);
    for (let bin = 0; bin < bins; bin++) this.#mass[bin] = this.#at(bin) * memory;
    this.#spread(notYetMs, thereMs, 1, paces[pace].stepMs);
  }

  /** When to look first, ms after the request. */
  firstLookMs(pace: Pace): number {
    const { stepMs, learnFirst, learnEvery } = paces[pace];
    if (this.#seen < learnFirst || this.#seen % learnEvery === 0) {
      return Math.max(stepMs / 2, this.#fastestMs() - this.#random() * stepMs);
    }
    return this.#cheapestLookMs(pace) - this.#random() * 0.1 * stepMs;
  }

  /** The look after which the scarcer of the two, time and requests, lasts longest. */
  #cheapestLookMs(pace: Pace): number {
    const { stepMs, requestMs } = paces[pace];
    const likely = this.#likely();
    let best = { lookMs: stepMs, cost: Number.POSITIVE_INFINITY };
    for (let lookMs = binMs; lookMs <= best.cost && lookMs <= bins * binMs; lookMs += binMs) {
      let timeMs = 0;
      let looks = 0;
      for (const { endMs, part } of likely) {
        const misses = Math.max(0, Math.ceil((endMs - lookMs) / stepMs));
        timeMs += part * (lookMs + misses * stepMs);
        looks += part * (1 + misses);
      }
      const requestsMs = (1 + looks) * requestMs;
      const cost = Math.max(timeMs, requestsMs) + 0.02 * timeMs + courtesyMs * looks;
      if (cost < best.cost) best = { lookMs, cost };
    }
    return best.lookMs;
  }

  /** The upload time that one in twenty is faster than. */
  #fastestMs(): number {
    let slower = 1;
    for (const { endMs, part } of this.#likely()) {
      slower -= part;
      if (slower <= 0.95) return endMs;
    }
    return 1000;
  }

  #likely(): { readonly endMs: number; readonly part: number }[] {
    const total = this.#mass.reduce((sum, mass) => sum + mass, 0);
    const likely = [];
    for (let bin = 0; bin < bins; bin++) {
      const part = this.#at(bin) / total;
      if (part > 1e-6) likely.push({ endMs: (bin + 0.5) * binMs, part });
    }
    return likely;
  }

  #spread(fromMs: number, toMs: number, weight: number, stepMs: number): void {
    const last = Math.min(bins - 1, Math.max(0, Math.ceil(toMs / binMs) - 1));
    const first = Math.min(last, Math.max(0, Math.floor(fromMs / binMs)));
    // A part is spread evenly over the last step: what was never believed possible is possible after all.
    const evenFrom = Math.max(first, Math.min(last, Math.ceil((toMs - stepMs) / binMs)));
    let believed = 0;
    for (let bin = first; bin <= last; bin++) believed += this.#at(bin);
    const evenly = believed > 0 ? 0.15 : 1;
    const shares = [];
    for (let bin = first; bin <= last; bin++) {
      const asBelieved = believed > 0 ? ((1 - evenly) * this.#at(bin)) / believed : 0;
      shares.push(weight * (asBelieved + (bin >= evenFrom ? evenly / (last - evenFrom + 1) : 0)));
    }
    for (const [index, share] of shares.entries()) this.#blur(first + index, share);
  }

  #blur(bin: number, share: number): void {
    const before = Math.max(0, bin - 1);
    const after = Math.min(bins - 1, bin + 1);
    this.#mass[bin] = this.#at(bin) + 0.6 * share;
    this.#mass[before] = this.#at(before) + 0.2 * share;
    this.#mass[after] = this.#at(after) + 0.2 * share;
  }

  #at(bin: number): number {
    return this.#mass[bin] ?? 0;
  }
}
