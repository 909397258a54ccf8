// What becomes of an item when its wish was kept, or was not.
import type { ModuleId } from '../../../preload/contract.ts';
import type { QueueStore } from '../../library/index.ts';
import { succeeded } from '../../problem.ts';
import type { Backlog } from './backlog.ts';
import { type Item, settle } from './item.ts';
import type { JobEnds } from './job-ends.ts';
import type { ItemEnds } from './save-wish.ts';

export interface ItemEndParts {
  readonly backlog: Backlog;
  readonly jobEnds: JobEnds;
  readonly store: QueueStore;
  /** The app ends: what fails now says nothing of a clip. */
  readonly ending: AbortSignal;
  readonly listings: (moduleId: ModuleId) => number;
  readonly onChange: () => void;
}

export function itemEnds({ backlog, jobEnds, store, ending, listings, onChange }: ItemEndParts): ItemEnds {
  const drop = (item: Item) => {
    const job = backlog.remove(item);
    if (job) jobEnds.finishIfDone(job);
    onChange();
  };
  return {
    ending,
    listings,
    isWanted: (item) => backlog.line.get(item.key, item.folderId) === item,
    backInLine(item) {
      item.inHand = false;
      if (!backlog.jobs.get(item.jobId)) drop(item); // cancelled meanwhile
    },
    saved(item, bytes) {
      backlog.failures.remove(item);
      settle(item, succeeded(null));
      const job = backlog.jobs.get(item.jobId);
      if (job) {
        job.saved += 1;
        job.bytes += bytes;
      }
      drop(item);
    },
    async failed(item, cause, shown) {
      if (shown) backlog.failures.add(item, cause, item.attempts, item.dueAtMs);
      await store.attempted(item.key, item.folderId, item.attempts, shown);
      onChange();
    },
    async givenUp(item, cause) {
      await store.givenUp(item.key, item.folderId, cause);
      backlog.failures.add(item, cause, item.attempts, null);
      settle(item, { ok: false, problem: cause });
      const job = backlog.jobs.get(item.jobId);
      if (job) job.failed += 1;
      drop(item);
    },
  };
}
