// What one clip costs: the time from request to request while nothing holds the lane up.

/** Weight of the newest cycle in the running mean. */
const newest = 0.2;

export class CycleTime {
  #beganAtMs: number | null = null;
  #meanMs: number | null = null;

  /** Null: no cycle was measured yet. */
  get seconds(): number | null {
    return this.#meanMs === null ? null : this.#meanMs / 1000;
  }

  /** A clip is asked for; Unix ms. */
  begin(atMs: number): void {
    if (this.#beganAtMs !== null) {
      const cycleMs = atMs - this.#beganAtMs;
      this.#meanMs = this.#meanMs === null ? cycleMs : this.#meanMs + newest * (cycleMs - this.#meanMs);
    }
    this.#beganAtMs = atMs;
  }

  /** The lane waits, or does something else: the cycle that has begun tells nothing. */
  interrupt(): void {
    this.#beganAtMs = null;
  }
}
