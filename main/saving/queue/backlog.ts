// What is open, in memory: jobs, their items in line, and the clips that failed.
import type { ClipKey, ModuleId } from '../../../preload/contract.ts';
import type { Library, StoredItem } from '../../library/index.ts';
import { Failures } from './failures.ts';
import { type Item, newItem } from './item.ts';
import { Jobs, type OpenJob } from './jobs.ts';
import { Line } from './line.ts';

export class Backlog {
  readonly jobs = new Jobs();
  readonly line: Line;
  readonly failures = new Failures();
  readonly #library: Pick<Library, 'row'>;

  /** `isFilling`: the module's drive is nearly full. */
  constructor(library: Pick<Library, 'row'>, isFilling: (moduleId: ModuleId) => boolean) {
    this.#library = library;
    this.line = new Line({
      rankOf: (jobId) => this.jobs.rankOf(jobId),
      isArchive: (jobId) => this.jobs.get(jobId)?.title.kind === 'all',
      isFilling,
    });
  }

  /** Clips that the library does not know any more, and those of jobs that are not open, are left out. */
  add(stored: readonly StoredItem[]): void {
    const added = stored.flatMap((one) => {
      const row = this.#library.row(one.key);
      const job = this.jobs.get(one.jobId);
      if (!row || !job) return [];
      const onItsWay = this.line.get(one.key, one.folderId);
      const item = onItsWay ?? newItem(row, one);
      item.jobId = one.jobId;
      return [{ item, job, isNew: !onItsWay }];
    });
    added.sort((a, b) => b.item.recordedAtMs - a.item.recordedAtMs); // as the line has them, for a job shows its next ones
    for (const { item, job } of added) job.open.set(item.key, item);
    this.line.add(added.flatMap(({ item, isNew }) => (isNew ? [item] : [])));
  }

  /** Clips that a job was just given. */
  addNew(job: OpenJob, keys: readonly ClipKey[]): void {
    const { id: jobId, folderId } = job;
    for (const key of keys) this.failures.remove({ key, folderId });
    this.add(keys.map((key) => ({ jobId, key, folderId, pair: null, attempts: 0 })));
  }

  /** The item is over; answers the job that it was open in. */
  remove(item: Item): OpenJob | undefined {
    this.line.remove(item);
    const job = this.jobs.get(item.jobId);
    job?.open.delete(item.key);
    return job;
  }

  /** Another account has other jobs. */
  clear(): void {
    this.jobs.clear();
    this.line.clear();
    this.failures.restore([]);
  }
}
