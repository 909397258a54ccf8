// Follows something that comes as a snapshot and then as numbered patches; after a gap it asks for a snapshot again.

interface Source<Snapshot, Patch> {
  readonly ask: () => Promise<Snapshot | null>;
  readonly numberOf: (message: Snapshot | Patch) => number;
  readonly start: (snapshot: Snapshot) => void;
  readonly apply: (patch: Patch) => void;
}

export class NumberedStream<Snapshot, Patch> {
  readonly #source: Source<Snapshot, Patch>;
  #number = -1;
  /** Patches that came while a snapshot was on its way; null: none is. */
  #early: Patch[] | null = null;
  #again = false;

  constructor(source: Source<Snapshot, Patch>) {
    this.#source = source;
  }

  /** Asks for a snapshot; while one is on its way, for another one after it. */
  async restart(): Promise<void> {
    if (this.#early) {
      this.#again = true;
      return;
    }
    this.#early = [];
    const snapshot = await this.#source.ask();
    const early = this.#early;
    this.#early = null;
    if (this.#again) {
      this.#again = false;
      return this.restart();
    }
    if (snapshot === null) return;
    this.#number = this.#source.numberOf(snapshot);
    this.#source.start(snapshot);
    for (const patch of early) this.receive(patch);
  }

  receive(patch: Patch): void {
    if (this.#early) {
      this.#early.push(patch);
      return;
    }
    const number = this.#source.numberOf(patch);
    if (number <= this.#number) return;
    if (number > this.#number + 1) {
      void this.restart();
      return;
    }
    this.#number = number;
    this.#source.apply(patch);
  }
}
