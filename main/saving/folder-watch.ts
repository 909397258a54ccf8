// Knows whether the chosen folder can be written to, and notices by itself when it can again.
import type { Problem } from '../../preload/contract.ts';
import type { Clock } from '../clock.ts';
import { problem } from '../problem.ts';
import { type ChosenFolder, checkFolder } from './folder.ts';

/** How long a check holds, and how often a folder that is away is looked for. */
const checkEveryMs = 10_000;

export class FolderWatch {
  readonly #clock: Clock;
  readonly #reserveBytes: number;
  readonly #onChange: () => void;
  readonly #stopping = new AbortController();
  #folder: ChosenFolder | null = null;
  #problem: Problem | null = null;
  #checkedAtMs = 0;
  #watching: Promise<void> | null = null;

  /** `reserveBytes` stay free on the volume, or 5 % of it where that is less. */
  constructor(clock: Clock, reserveBytes: number, onChange: () => void) {
    this.#clock = clock;
    this.#reserveBytes = reserveBytes;
    this.#onChange = onChange;
  }

  get folder(): ChosenFolder | null {
    return this.#folder;
  }

  /** What keeps clips from being saved; also when none is chosen. */
  get problem(): Problem | null {
    return this.#folder ? this.#problem : problem('folder-missing');
  }

  async use(folder: ChosenFolder | null): Promise<void> {
    this.#folder = folder;
    this.#checkedAtMs = 0;
    this.#problem = null;
    await this.usable();
    this.#onChange();
  }

  /** The folder, if it may be written to now. */
  async usable(): Promise<ChosenFolder | null> {
    if (!this.#folder || this.#problem) return null;
    if (this.#clock.now() - this.#checkedAtMs < this.#clock.span(checkEveryMs)) return this.#folder;
    this.report(await this.#clock.busy(checkFolder(this.#folder, this.#reserveBytes)));
    return this.#problem ? null : this.#folder;
  }

  /** What a write came upon; null: all is well. */
  report(found: Problem | null): void {
    this.#checkedAtMs = this.#clock.now();
    const changed = this.#problem?.kind !== found?.kind;
    this.#problem = found;
    if (found) this.#watching ??= this.#untilBack();
    if (changed) this.#onChange();
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#watching;
  }

  async #untilBack(): Promise<void> {
    while (this.#problem && !this.#stopping.signal.aborted) {
      await this.#clock.sleep(this.#clock.span(checkEveryMs), this.#stopping.signal).catch(() => undefined);
      if (this.#folder && !this.#stopping.signal.aborted) {
        this.report(await this.#clock.busy(checkFolder(this.#folder, this.#reserveBytes)));
      }
    }
    this.#watching = null;
  }
}
