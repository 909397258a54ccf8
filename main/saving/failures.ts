// Clips that failed so often that a person should know, newest first.
import type { ClipKey, FailedClip, Problem } from '../../preload/contract.ts';
import type { StoredFailure } from '../library/index.ts';

/** All are kept in the index; a window needs no more. */
const mostShown = 500;

export class Failures {
  #clips: readonly FailedClip[] = [];

  shown(): readonly FailedClip[] {
    return this.#clips;
  }

  /** `nextTryAtMs`: Unix ms; null: given up. */
  add(key: ClipKey, problem: Problem, attempts: number, nextTryAtMs: number | null): void {
    this.remove(key);
    this.#clips = [{ key, problem, attempts, nextTryAtMs }, ...this.#clips].slice(0, mostShown);
  }

  remove(key: ClipKey): void {
    if (this.#clips.some((clip) => clip.key === key)) this.#clips = this.#clips.filter((clip) => clip.key !== key);
  }

  /** Those that earlier runs gave up. */
  restore(stored: readonly StoredFailure[]): void {
    this.#clips = stored
      .slice(0, mostShown)
      .map(({ key, problem, attempts }) => ({ key, problem, attempts, nextTryAtMs: null }));
  }

  /** Empties the list; gives those that were given up. */
  takeGivenUp(): readonly ClipKey[] {
    const givenUp = this.#clips.filter((clip) => clip.nextTryAtMs === null).map((clip) => clip.key);
    this.#clips = [];
    return givenUp;
  }
}
