// Knows whether one folder can be written to, puts it in order first, and notices by itself when it is back.
import type { Problem } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import { isDue } from '../../due.ts';
import { inTurn } from '../../in-turn.ts';
import { problem } from '../../problem.ts';
import { codeOf } from '../../system-error.ts';
import { type ChosenFolder, clearPartials, folderProblem, lookInto } from './folder.ts';

/** How long a check holds, and how often a folder that is away is looked for. */
const checkEveryMs = 10_000;
/** A network folder that takes longer hangs; a disk is no faster at a higher speed. */
const answerMs = 20_000;
/** What a check does not see, as a quota, would cost the module an upload with each try: they become rare. */
const lastPauseMs = 600_000;

export interface FolderWatchParts {
  readonly clock: Clock;
  /** Bytes that stay free on the volume, or 5 % of it where that is less. */
  readonly reserveBytes: number;
  /** Finishes what an earlier run left in the folder, before anything is saved there. May throw what the disk says. */
  readonly restore: (folder: ChosenFolder) => Promise<void>;
  readonly onChange: () => void;
}

export class FolderWatch {
  /** What moves files that stand in the folder, or removes them, is done one after the other. */
  readonly alone = inTurn();
  readonly #parts: FolderWatchParts;
  readonly #stopping = new AbortController();
  #folder: ChosenFolder;
  #problem: Problem | null = null;
  #freeBytes: number | null = null;
  #checkedAtMs = 0;
  /** Writes that were refused since one was taken. */
  #refusals = 0;
  #againAtMs = 0;
  #isCleared = false;
  #isRestored = false;
  #looking: Promise<void> | null = null;
  #watching: Promise<void> | null = null;

  constructor(folder: ChosenFolder, parts: FolderWatchParts) {
    this.#folder = folder;
    this.#parts = parts;
  }

  get folder(): ChosenFolder {
    return this.#folder;
  }

  /** What keeps clips from being saved here. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** How many bytes may still be saved here, when it was last looked at; null: not known. */
  get freeBytes(): number | null {
    return this.#freeBytes;
  }

  /** Clips may be saved here, as far as is known. */
  get isReady(): boolean {
    return this.#problem === null && this.#isRestored;
  }

  /** The same folder, perhaps at another place; looked at anew. */
  async moveTo(folder: ChosenFolder): Promise<void> {
    this.#folder = folder;
    this.#checkedAtMs = 0;
    this.#againAtMs = 0;
    await this.#check();
  }

  /** The folder, if it may be written to now. */
  async usable(): Promise<ChosenFolder | null> {
    const { clock } = this.#parts;
    const isKnown = this.isReady && Math.abs(clock.now() - this.#checkedAtMs) < clock.span(checkEveryMs);
    if (!isKnown && this.#problem === null) await this.#check();
    return this.isReady ? this.#folder : null;
  }

  /** What a write came upon. */
  report(found: Problem): void {
    const { clock } = this.#parts;
    this.#againAtMs = clock.now() + clock.span(Math.min(lastPauseMs, checkEveryMs * 2 ** this.#refusals));
    this.#refusals += 1;
    this.#found(found);
  }

  /** A write was taken. */
  took(): void {
    this.#refusals = 0;
  }

  /** Another account has left other things here. */
  restoreAgain(): void {
    this.#isRestored = false;
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#watching;
    if (this.#looking) await this.#check();
  }

  #found(found: Problem | null): void {
    this.#checkedAtMs = this.#parts.clock.now();
    const changed = this.#problem?.kind !== found?.kind;
    this.#problem = found;
    if (found) this.#watching ??= this.#untilBack();
    if (changed) this.#parts.onChange();
  }

  /** Resolves in time also where the folder hangs, which is a problem then; its answer is taken when it comes. */
  async #check(): Promise<void> {
    const { clock } = this.#parts;
    this.#looking ??= clock.busy(this.#look()).finally(() => {
      this.#looking = null;
    });
    const answered = new AbortController();
    const hangs = clock.sleep(answerMs, answered.signal).then(
      () => this.#found(problem('folder-missing', { subject: this.#folder.path, details: 'it does not answer' })),
      () => undefined,
    );
    await Promise.race([this.#looking, hangs]);
    answered.abort();
  }

  async #look(): Promise<void> {
    const { reserveBytes, clock } = this.#parts;
    const { problem: found, freeBytes } = await lookInto(this.#folder, reserveBytes);
    this.#freeBytes = freeBytes;
    if (found || isDue(this.#againAtMs, clock.now(), lastPauseMs)) this.#found(found ?? (await this.#putInOrder()));
  }

  async #putInOrder(): Promise<Problem | null> {
    const wasRestored = this.#isRestored;
    try {
      if (!this.#isCleared) await clearPartials(this.#folder);
      this.#isCleared = true;
      if (!wasRestored) await this.#parts.restore(this.#folder);
    } catch (error) {
      if (codeOf(error) === '') throw error; // not the disk: a bug
      return folderProblem(error, this.#folder.path);
    }
    this.#isRestored = true;
    if (!wasRestored) this.#parts.onChange();
    return null;
  }

  async #untilBack(): Promise<void> {
    const { clock } = this.#parts;
    while (this.#problem && !this.#stopping.signal.aborted) {
      await clock.sleep(clock.span(checkEveryMs), this.#stopping.signal).catch(() => undefined);
      if (!this.#stopping.signal.aborted) await this.#check();
    }
    this.#watching = null;
  }
}
