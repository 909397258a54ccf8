// Opens the library: starts the index's worker and hands its calls out as the door's stores.
import { join } from 'node:path';
import type { ModuleId, Result } from '../../preload/contract.ts';
import type { Listing } from '../blink/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { succeeded } from '../problem.ts';
import { IndexLink } from './index/link.ts';
import type { Library } from './index.ts';
import { Patches } from './patches.ts';
import { ReadCopy } from './read-copy.ts';

export interface LibraryEffects {
  /** An existing folder of ours; the index is `index.sqlite` in it. */
  readonly profile: string;
  readonly clock: Clock;
  /** `index/worker.ts`, or what it was bundled into. */
  readonly workerFile: URL | string;
  readonly log: Pick<Log, 'warn'>;
}

export interface OpenedLibrary {
  readonly library: Library;
  /** Where a damaged index was put, for the person to know; null: there was none. */
  readonly setAside: string | null;
}

/** Fails with `index-newer` where a newer version of the app wrote it, `index-damaged` where it cannot be opened at all. */
export async function openLibrary({ profile, clock, workerFile, log }: LibraryEffects): Promise<Result<OpenedLibrary>> {
  const copy = new ReadCopy();
  const patches = new Patches(clock, copy);
  const link = new IndexLink(workerFile, {
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
  return succeeded({ library: libraryOf(link, copy, patches, clock), setAside: opened.value });
}

function libraryOf(link: IndexLink, copy: ReadCopy, patches: Patches, clock: Clock): Library {
  const now = () => clock.now();
  return {
    queue: {
      load: () => link.call('loadQueue', []),
      addJob: (...args) => link.call('addJob', args),
      requested: (...args) => link.call('requested', args),
      attempted: (...args) => link.call('attempted', args),
      seal: (...args) => link.call('seal', args),
      saved: (...args) => link.call('saved', args),
      unseal: (...args) => link.call('unseal', args),
      doubted: (...args) => link.call('doubted', args),
      givenUp: (key, problem) => link.call('givenUp', [key, problem, now()]),
      endJob: (...args) => link.call('endJob', args),
      copiesIn: (...args) => link.call('copiesIn', args),
      copyOf: (...args) => link.call('copyOf', args),
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
    useAccount: (accountId) => link.call('useAccount', [accountId, now()]),
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
    clips: () => copy.clips(patches.revision),
    row: (key) => copy.row(key),
    newest: (count) => copy.newest(count),
    nameOf: (key) => copy.nameOf(key),
    markSeen: (keys, seen) => link.call('markSeen', [keys, seen ? now() : null]),
    markStarred: (keys, starred) => link.call('markStarred', [keys, starred ? now() : null]),
    markPoster: (key) => link.call('markPoster', [key, now()]),
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
