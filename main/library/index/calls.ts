// Everything the worker does for main, by name; each call that writes is one transaction.
import type { DatabaseSync } from 'node:sqlite';
import { readBudget, writeBudget } from './budget.ts';
import { putCached, readCached, removeCached } from './cached-clips.ts';
import { Catalog } from './catalog.ts';
import { Copies } from './copies.ts';
import { Deletions } from './deletions.ts';
import { Folders } from './folders.ts';
import { Jobs } from './jobs.ts';
import { Journal } from './journal.ts';
import { listedSince } from './listed-since.ts';
import { mark } from './marks.ts';
import { merge } from './merge.ts';
import { Pairs } from './pairs.ts';
import type { IndexCalls } from './protocol.ts';
import { readCopies, readQueue } from './queue-rows.ts';
import { Renames } from './renames.ts';
import { prepare, transaction } from './statement.ts';
import { lastAccount, readListedAt, writeSystems, writeUsed } from './systems.ts';
import { readTotals } from './totals.ts';

export interface IndexRoom {
  readonly catalog: Catalog;
  readonly calls: Omit<IndexCalls, 'open' | 'close'>;
}

/** `remark` writes a line into the log. */
export function indexRoom(database: DatabaseSync, remark: (line: string) => void): IndexRoom {
  const catalog = new Catalog(database);
  const pairs = new Pairs();
  const journal = new Journal(database);
  const jobs = new Jobs(database, catalog, journal);
  const copies = new Copies(database, catalog, jobs, journal);
  const deletions = new Deletions(database, catalog, pairs, journal);
  const folders = new Folders(database, catalog);
  const renames = new Renames(database, catalog, journal);
  let shown = dataVersion(database);
  const show = (accountId: number | null) => {
    shown = dataVersion(database);
    pairs.clear();
    catalog.show(accountId);
  };
  const inOne = <Value>(work: () => Value): Value => transaction(database, work);

  return {
    catalog,
    calls: {
      useAccount(accountId, nowMs) {
        if (accountId !== null) writeUsed(database, accountId, nowMs);
        show(accountId);
      },
      refresh() {
        if (dataVersion(database) !== shown) show(catalog.account);
      },
      lastAccount: () => lastAccount(database),
      putSystems: (systems) => writeSystems(database, catalog, systems),
      systems: () => ({ ...catalog.systems, listedAtMs: readListedAt(database, catalog.account) }),

      merge(...args) {
        const report = merge({ database, catalog, pairs, deletions, journal, remark }, ...args);
        database.exec('pragma shrink_memory'); // what a merge read is not needed before the next one, in ten minutes
        return report;
      },
      forgetPairs: (moduleId, nowMs) => pairs.forget(moduleId, nowMs),
      pairOf(key) {
        const moduleId = catalog.moduleOf(key);
        return moduleId === null ? { kind: 'unlisted' } : pairs.of(moduleId, key);
      },

      markSeen: (keys, atMs) => inOne(() => mark(database, catalog, 'seen_at', keys, atMs)),
      markStarred: (keys, atMs) => inOne(() => mark(database, catalog, 'starred_at', keys, atMs)),
      markExcluded: (keys, excluded, atMs) =>
        inOne(() => {
          mark(database, catalog, 'excluded_at', keys, excluded ? atMs : null);
          journal.note(keys, atMs, { kind: excluded ? 'excluded' : 'included' });
        }),
      markPoster: (key, atMs) => inOne(() => mark(database, catalog, 'poster_at', [key], atMs)),

      listedSince: (atMs) => listedSince(database, catalog.mine(), atMs),

      storyOf: (key) => journal.of(key),

      whyKept: (keys) => keys.map((key) => deletions.whyKept(key)),
      safeCopies: (key) => deletions.safeCopies(key),
      intend: (intent, atMs) => inOne(() => deletions.intend(intent, atMs)),
      deletionAnswered: (...args) => inOne(() => deletions.answered(...args)),
      unsettledDeletions: (moduleId) => deletions.unsettled(moduleId),

      loadQueue: () => readQueue(database, catalog.account),
      addJob: (title, keys, folderId, atMs) => inOne(() => jobs.addJob(title, keys, folderId, atMs)),
      reopenJob: (...args) => inOne(() => jobs.reopen(...args)),
      extendJob: (...args) => inOne(() => jobs.extend(...args)),
      requested: (...args) => inOne(() => jobs.requested(...args)),
      attempted: (...args) => inOne(() => jobs.attempted(...args)),
      seal: (copy) => inOne(() => copies.seal(copy)),
      saved: (key, folderId, atMs) => inOne(() => copies.saved(key, folderId, atMs)),
      unseal: (key, folderId) => inOne(() => copies.unseal(key, folderId)),
      doubted: (key, atMs, folderId) => inOne(() => copies.doubted(key, atMs, folderId)),
      givenUp: (key, folderId, problem, atMs) => inOne(() => jobs.givenUp(key, folderId, problem, atMs)),
      endJob: (jobId, state, atMs) => inOne(() => jobs.endJob(jobId, state, atMs)),
      forgetFailures: (jobId) => inOne(() => jobs.forgetFailures(jobId)),
      moveJob: (jobId, before) => inOne(() => jobs.move(jobId, before)),
      jobOrder: () => jobs.order(),
      pause: (jobId, pause) => inOne(() => jobs.pause(jobId, pause)),
      unconfirmedModules: (jobId) => jobs.unconfirmedModules(jobId),
      putFolder: (folder) => inOne(() => folders.put(folder)),
      filesOf: (key) => folders.filesOf(key),
      foundFiles: (...args) => inOne(() => copies.found(...args)),
      removedFiles: (...args) => inOne(() => copies.removed(...args)),
      copiesIn: (folderId) => readCopies(database, 'account = ? and folder = ?', catalog.account, folderId),
      copyOf: (key, folderId) => readCopies(database, 'key = ? and folder = ?', key, folderId)[0] ?? null,

      previewRenames: (...args) => renames.preview(...args),
      planRenames: (...args) => inOne(() => renames.plan(...args)),
      openRenames: () => renames.open(),
      oneRename: (...args) => renames.one(...args),
      standingAt: (...args) => renames.standingAt(...args),
      renameMoved: (...args) => inOne(() => renames.moved(...args)),
      renameLeft: (...args) => inOne(() => renames.left(...args)),
      avoidNames: (...args) => inOne(() => renames.avoid(...args)),
      dropRename: (...args) => inOne(() => renames.drop(...args)),
      stopRenames: (...args) => inOne(() => renames.stop(...args)),

      loadCache: () => readCached(database),
      putCached: (clip) => inOne(() => putCached(database, catalog, clip)),
      removeCached: (key) => inOne(() => removeCached(database, catalog, key)),

      totals: (folderId) => readTotals(database, folderId),

      loadBudget: () => readBudget(database, catalog.account),
      saveBudget: (budget) => inOne(() => writeBudget(database, catalog.account, budget)),
    },
  };
}

/** Another one when another process has written since: https://www.sqlite.org/pragma.html#pragma_data_version */
const dataVersion = (database: DatabaseSync): number | undefined =>
  prepare<[], { data_version: number }>(database, 'pragma data_version').get()?.data_version;
