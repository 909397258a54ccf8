// Opens the library: starts the index's worker and hands its calls out as the door's stores.
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { type ModuleId, type NameStyle, type Problem, type Result, usualNames } from '../../preload/contract.ts';
import type { Listing } from '../blink/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { succeeded } from '../problem.ts';
import { IndexLink } from './index/link.ts';
import type { Library } from './index.ts';
import { numberedPath } from './names/numbered-path.ts';
import { Patches } from './patches.ts';
import { Perseverance } from './perseverance.ts';
import { ReadCopy } from './read-copy.ts';

export interface LibraryEffects {
  /** An existing folder of ours; the index is `index.sqlite` in it. */
  readonly profile: string;
  readonly clock: Clock;
  /** Runs `index/worker.ts`, or what it was bundled into; is ended with the library. */
  readonly worker: Worker;
  readonly log: Pick<Log, 'warn'>;
  /** The profile's disk refuses what saving has to write down (null: no longer); saving holds until it is over. */
  readonly onTrouble?: (problem: Problem | null) => void;
  /** How files are named now: the same object until that changes. Without it, as usual. */
  readonly names?: () => NameStyle;
}

export interface OpenedLibrary {
  readonly library: Library;
  /** Where a damaged index was put, for the person to know; null: there was none. */
  readonly setAside: string | null;
}

/** Fails with `index-newer` where a newer version of the app wrote it, `index-damaged` where it cannot be opened at all. */
export async function openLibrary(effects: LibraryEffects): Promise<Result<OpenedLibrary>> {
  const { profile, clock, worker, log, onTrouble = () => undefined, names = () => usualNames } = effects;
  const copy = new ReadCopy(names);
  const patches = new Patches(clock, copy);
  const link = new IndexLink(worker, {
    clock,
    log,
    onChange(change) {
      copy.take(change);
      patches.take(change);
    },
  });
  const opened = await link.call('open', [join(profile, 'index.sqlite'), clock.now()]).catch(async (error) => {
    await link.close();
    throw error;
  });
  if (!opened.ok) {
    await link.close();
    return opened;
  }
  const perseverance = new Perseverance(clock, (cause) => onTrouble(cause && { ...cause, subject: profile }));
  return succeeded({ library: libraryOf(link, copy, patches, clock, perseverance), setAside: opened.value });
}

function libraryOf(
  link: IndexLink,
  copy: ReadCopy,
  patches: Patches,
  clock: Clock,
  perseverance: Perseverance,
): Library {
  const now = () => clock.now();
  return {
    queue: {
      load: () => link.call('loadQueue', []),
      addJob: (...args) => link.call('addJob', args),
      reopenJob: (...args) => link.call('reopenJob', [...args, now()]),
      extendJob: (...args) => link.call('extendJob', [...args, now()]),
      requested: (...args) => perseverance.until(() => link.call('requested', [...args, now()])),
      attempted: (...args) => perseverance.until(() => link.call('attempted', [...args, now()])),
      seal: (...args) => perseverance.until(() => link.call('seal', args)),
      saved: (...args) => perseverance.until(() => link.call('saved', args)),
      unseal: (...args) => perseverance.until(() => link.call('unseal', args)),
      doubted: (...args) => perseverance.until(() => link.call('doubted', args)),
      givenUp: (...args) => perseverance.until(() => link.call('givenUp', [...args, now()])),
      endJob: (...args) => perseverance.until(() => link.call('endJob', args)),
      forgetFailures: (...args) => link.call('forgetFailures', args),
      moveJob: (...args) => link.call('moveJob', args),
      jobOrder: () => link.call('jobOrder', []),
      pause: (...args) => link.call('pause', args),
      unconfirmedModules: (...args) => link.call('unconfirmedModules', args),
      putFolder: (...args) => link.call('putFolder', args),
      filesOf: (...args) => link.call('filesOf', args),
      found: (...args) => link.call('foundFiles', [...args, now()]),
      removed: (folderId, keys) => link.call('removedFiles', [folderId, keys, now()]),
      stopTrying: () => perseverance.end(),
      copiesIn: (...args) => link.call('copiesIn', args),
      copyOf: (...args) => link.call('copyOf', args),
    },
    renames: {
      preview: (...args) => link.call('previewRenames', args),
      plan: (...args) => link.call('planRenames', args),
      open: () => link.call('openRenames', []),
      one: (...args) => link.call('oneRename', args),
      standingAt: (...args) => link.call('standingAt', args),
      moved: (...args) => perseverance.until(() => link.call('renameMoved', [...args, now()])),
      left: (...args) => perseverance.until(() => link.call('renameLeft', args)),
      avoid: (...args) => perseverance.until(() => link.call('avoidNames', args)),
      drop: (...args) => perseverance.until(() => link.call('dropRename', args)),
      stop: (...args) => link.call('stopRenames', args),
    },
    cache: {
      load: () => link.call('loadCache', []),
      put: (...args) => link.call('putCached', args),
      remove: (...args) => link.call('removeCached', args),
    },
    budget: {
      load: () => link.call('loadBudget', []),
      save: (...args) => link.call('saveBudget', args),
    },
    deletions: {
      whyKept: (...args) => link.call('whyKept', args),
      safeCopies: (...args) => link.call('safeCopies', args),
      intend: (...args) => perseverance.until(() => link.call('intend', args)),
      answered: (...args) => perseverance.until(() => link.call('deletionAnswered', args)),
      unsettled: (...args) => link.call('unsettledDeletions', args),
    },
    useAccount: (accountId) => link.call('useAccount', [accountId, now()]),
    refresh: () => link.call('refresh', []),
    lastAccount: () => link.call('lastAccount', []),
    putSystems: (networks, modules, cameras) => link.call('putSystems', [{ networks, modules, cameras }]),
    systems: () => link.call('systems', []),
    totals: (...args) => link.call('totals', args),
    merge: (moduleId, listing, believe) => mergeIn(link, moduleId, listing, believe),
    forgetPairs(moduleId) {
      // Calls keep their order: whoever asks for a pair from now on asks after this. A dead worker rejects that one too.
      link.call('forgetPairs', [moduleId, now()]).catch(() => undefined);
    },
    pairOf: (...args) => link.call('pairOf', args),
    listedSince: (...args) => link.call('listedSince', args),
    clips: () => copy.clips(patches.revision),
    row: (key) => copy.row(key),
    newest: (count) => copy.newest(count),
    nameOf: (key) => numberedPath(copy.wantedName(key, null), 1),
    wantedName: (...args) => copy.wantedName(...args),
    previewNames: (style) => copy.previewNames(style),
    wallMsOf: (key) => copy.wallMsOf(key),
    dayOf: (key) => copy.dayOf(key),
    markSeen: (keys, seen) => link.call('markSeen', [keys, seen ? now() : null]),
    markStarred: (keys, starred) => link.call('markStarred', [keys, starred ? now() : null]),
    markExcluded: (keys, excluded) => link.call('markExcluded', [keys, excluded, now()]),
    markPoster: (key) => link.call('markPoster', [key, now()]),
    storyOf: (...args) => link.call('storyOf', args),
    onPatch: (listener) => patches.onPatch(listener),
    onReset: (listener) => patches.onReset(listener),
    async close() {
      patches.close();
      await link.close();
    },
  };
}

function mergeIn(link: IndexLink, moduleId: ModuleId, listing: Listing, believe: boolean) {
  const bytes = ownBuffer(listing.bytes);
  return link.call('merge', [moduleId, { bytes, readAtMs: listing.readAtMs }, believe], [bytes.buffer]);
}

/** Small Buffers share one pool, which cannot be transferred: those are copied. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const isAlone = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return isAlone ? new Uint8Array(buffer) : new Uint8Array(bytes);
}
