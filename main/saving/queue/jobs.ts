// The jobs that are not over, in their order, and those that ended and were not dismissed.
import type { ClipKey, Job, JobId, JobTitle } from '../../../preload/contract.ts';
import type { StoredJob } from '../../library/index.ts';
import type { Item } from './item.ts';

export interface OpenJob extends Omit<StoredJob, 'total' | 'saved' | 'failed' | 'bytes' | 'pause'> {
  total: number;
  saved: number;
  failed: number;
  bytes: number;
  /** `finishing`: all is saved, and a manifest is read to confirm it. */
  state: 'running' | 'finishing';
  /** Clips that wait or are in hand. */
  readonly open: Map<ClipKey, Item>;
}

export class Jobs {
  #open = new Map<JobId, OpenJob>();
  #ranks: ReadonlyMap<JobId, number> = new Map();
  #ended: readonly Job[] = [];

  /** One that had ended is opened again. */
  open(job: StoredJob): OpenJob {
    const opened: OpenJob = { ...job, state: 'running', open: new Map() };
    this.#open.set(job.id, opened);
    this.dismiss(job.id);
    return opened;
  }

  get(id: JobId): OpenJob | undefined {
    return this.#open.get(id);
  }

  /** In the order in which they are worked through. */
  all(): readonly OpenJob[] {
    return [...this.#open.values()].sort((a, b) => this.rankOf(a.id) - this.rankOf(b.id));
  }

  arrange(order: readonly JobId[]): void {
    this.#ranks = new Map(order.map((id, rank) => [id, rank]));
  }

  /** One that is over, and whose last clips are on their way, is in front. */
  rankOf(id: JobId): number {
    return this.#ranks.get(id) ?? -1;
  }

  /** `last`: as it is shown from now on. */
  end(id: JobId, last: Job): void {
    this.#open.delete(id);
    this.#ended = [last, ...this.#ended];
  }

  /** Those that ended, the last one first. */
  get ended(): readonly Job[] {
    return this.#ended;
  }

  /** Takes those off the screen that saved all that they should. */
  dismissDone(kind: JobTitle['kind']): void {
    const isDone = ({ title, state, failed }: Job) => title.kind === kind && state === 'done' && failed === 0;
    this.#ended = this.#ended.filter((job) => !isDone(job));
  }

  /** Takes an ended job off the screen. */
  dismiss(id: JobId): void {
    if (this.#ended.some((job) => job.id === id)) this.#ended = this.#ended.filter((job) => job.id !== id);
  }

  clear(): void {
    this.#open.clear();
    this.#ended = [];
  }
}
