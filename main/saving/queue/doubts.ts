// Copies that a manifest has cast doubt on: put aside and fetched again, in every folder, as soon as it can be reached.
import type { ClipKey } from '../../../preload/contract.ts';
import type { Clock } from '../../clock.ts';
import { inTurn } from '../../in-turn.ts';
import type { Copy, QueueStore } from '../../library/index.ts';
import type { Log } from '../../log.ts';
import type { ChosenFolder } from '../folder/folder.ts';
import type { FolderWatch } from '../folder/folder-watch.ts';
import type { Folders } from '../folder/folders.ts';
import type { Quarantine } from '../receiving/quarantine.ts';
import type { Backlog } from './backlog.ts';

export interface DoubtParts {
  readonly backlog: Backlog;
  readonly folders: Folders;
  readonly quarantine: Quarantine;
  readonly store: QueueStore;
  readonly clock: Clock;
  readonly log: Log;
}

export class Doubts {
  readonly #parts: DoubtParts;
  readonly #inTurn = inTurn();
  readonly #open = new Set<ClipKey>();

  constructor(parts: DoubtParts) {
    this.#parts = parts;
  }

  /** The index forgets no doubt either: each manifest names what was not put aside. */
  add(keys: readonly ClipKey[]): void {
    for (const key of keys) this.#open.add(key);
  }

  clear(): void {
    this.#open.clear();
  }

  /** Answers whether there was anything to do. */
  settle(): Promise<boolean> {
    return this.#inTurn(async () => {
      let settled = false;
      for (const key of [...this.#open]) {
        const left = [];
        for (const watch of this.#parts.folders.all()) {
          const outcome = await this.#fetchAgain(key, watch);
          if (outcome === 'later') left.push(watch);
          if (outcome === 'done') settled = true;
        }
        if (left.length === 0) this.#open.delete(key);
      }
      return settled;
    });
  }

  async #fetchAgain(key: ClipKey, watch: FolderWatch): Promise<'done' | 'later' | 'no-doubt'> {
    const folder = await watch.usable();
    return watch.alone(async () => {
      const copy = await this.#parts.store.copyOf(key, watch.folder.id);
      if (copy?.state !== 'doubtful') return 'no-doubt';
      return folder ? this.#putAside(copy, folder, watch) : 'later';
    });
  }

  async #putAside(copy: Copy, folder: ChosenFolder, watch: FolderWatch): Promise<'done' | 'later'> {
    const { backlog, quarantine, store, clock, log } = this.#parts;
    const { key } = copy;
    log.warn('a copy is doubtful, for its module renumbered its clips: it is put aside and fetched again', { key });
    const refusal = await clock.busy(quarantine.putAside(copy, folder));
    if (refusal) {
      watch.report(refusal);
      return 'later';
    }
    const { jobId, newJob } = await store.doubted(key, clock.now(), folder.id);
    if (newJob) {
      backlog.jobs.open(newJob);
      backlog.jobs.arrange(await store.jobOrder());
    }
    const job = backlog.jobs.get(jobId);
    if (job && !newJob) {
      job.saved -= 1;
      job.bytes -= copy.bytes;
    }
    backlog.add([{ jobId, key, folderId: folder.id, pair: null, attempts: 0 }]);
    return 'done';
  }
}
