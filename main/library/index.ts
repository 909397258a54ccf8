// Which clips exist, where they are and under which name, as the rest of main sees it.
// The index and all its work live in a worker; this side holds a read copy for look-ups and publishing.
import type {
  CameraIndex,
  ClipKey,
  ClipStory,
  Clips,
  ClipsPatch,
  ModuleId,
  NamePreview,
  NameStyle,
  Result,
} from '../../preload/contract.ts';
import type { BudgetStore, CameraFacts, Listing, ModuleFacts, NetworkFacts, Pair } from '../blink/index.ts';
import type { DeletionStore, DeletionsSettled } from './deletion-store.ts';
import type { QueueStore } from './queue-store.ts';
import type { RenameStore } from './rename-store.ts';

export { belongingsOf } from './belongings.ts';
export type { DeletionAnswer, DeletionIntent, DeletionStore, DeletionsSettled } from './deletion-store.ts';
export { Drives, isFuller } from './drives.ts';
export { pathClues } from './identity/file-clues.ts';
export { type Candidate, recognise, type StrayFile } from './identity/recognise.ts';
export { reducedName } from './identity/reduced-name.ts';
export { learnSizeUnit } from './identity/size-unit.ts';
export { IndexFailure, orProblem } from './index/index-failure.ts';
export { passingName } from './index/renames.ts';
export { type Mp4Facts, readMp4 } from './mp4.ts';
export { readMp4File } from './mp4-file.ts';
export { type LocalTime, localTimes, wallMsOf } from './names/local-time.ts';
export type { PlannedName } from './names/plan-names.ts';
export { type LibraryEffects, type OpenedLibrary, openLibrary } from './open-library.ts';
export {
  type Copy,
  type CopyProof,
  type CopyState,
  type FoundFile,
  type KnownFolder,
  type LeftOut,
  type NewCopy,
  noPair,
  type QueueStore,
  type Reopened,
  type SavedFile,
  type StoredFailure,
  type StoredItem,
  type StoredJob,
  type StoredQueue,
} from './queue-store.ts';
export type { Rename, RenameStore, WantedName } from './rename-store.ts';

/** One clip of the read copy. */
export interface ClipRow {
  readonly key: ClipKey;
  readonly moduleId: ModuleId;
  readonly camera: CameraIndex;
  /** Full name, or the manifest's where that is all there is. */
  readonly cameraName: string;
  /** Start of the recording; Unix ms, UTC, whole seconds. */
  readonly recordedAtMs: number;
  /** Blink's estimate; where a file of ours is on disk, its real size rounded up. */
  readonly sizeKiB: number;
  /** 0 = unknown. */
  readonly lengthMs: number;
  /** ClipFlag bits. */
  readonly flags: number;
}

/** A pair and the age of the manifest it came from. */
export interface FreshPair extends Pair {
  /** Unix ms. */
  readonly readAtMs: number;
}

/**
 * What the last manifest of its module says of a clip. `unlisted`: none was read since the start or since its pairs
 * were forgotten, or the clip may be in a row that could not be read.
 */
export type PairAnswer =
  | { readonly kind: 'pair'; readonly pair: FreshPair }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unlisted' };

export interface MergeReport {
  /** `shrunk`: fewer than half as many rows as before; nothing was merged, read again and pass `believe`. */
  readonly kind: 'merged' | 'unchanged' | 'shrunk';
  readonly rows: number;
  readonly added: number;
  readonly gone: number;
  /** Rows that could not be read: named in the log. */
  readonly skipped: number;
  /** Provisional copies that this manifest confirms. */
  readonly confirmed: readonly ClipKey[];
  /** Provisional copies whose pair now means another clip, or whose bytes do not fit: to be fetched again. */
  readonly doubtful: readonly ClipKey[];
  readonly deletions: DeletionsSettled;
}

/** Played clips that lie in the cache. */
export interface CachedClip {
  readonly key: ClipKey;
  readonly bytes: number;
  readonly sha256: string;
  readonly pair: Pair;
  readonly usedAtMs: number;
}
export interface CacheStore {
  load(): Promise<readonly CachedClip[]>;
  put(clip: CachedClip): Promise<void>;
  remove(key: ClipKey): Promise<void>;
}

/** How much of all accounts the index holds. */
export interface Totals {
  readonly accounts: number;
  readonly clips: number;
  /** Clips asked for and not saved. */
  readonly waiting: number;
  /** Files of ours in one folder. */
  readonly saved: number;
}

/** Opened by `openLibrary`; closed by `close`. */
export interface Library {
  readonly queue: QueueStore;
  readonly renames: RenameStore;
  readonly cache: CacheStore;
  readonly budget: BudgetStore;
  readonly deletions: DeletionStore;
  /** Shows this account's clips and no other's; null: none. Emits a reset. */
  useAccount(accountId: number | null): Promise<void>;
  /** Shows what another process has written meanwhile, with a reset; does nothing where none has. */
  refresh(): Promise<void>;
  /** Who used this index last, for showing it without a sign-in; null: nobody yet. */
  lastAccount(): Promise<number | null>;
  /** Names and time zones of the account's systems, for camera matching and naming. */
  putSystems(
    networks: readonly NetworkFacts[],
    modules: readonly ModuleFacts[],
    cameras: readonly CameraFacts[],
  ): Promise<void>;
  /** The systems as last put, for browsing while signed out or offline; empty arrays where never put. */
  systems(): Promise<{
    readonly networks: readonly NetworkFacts[];
    readonly modules: readonly ModuleFacts[];
    readonly cameras: readonly CameraFacts[];
    readonly listedAtMs: ReadonlyMap<ModuleId, number>;
  }>;
  /** `folderId`: whose saved clips are counted; null: there is no folder. */
  totals(folderId: string | null): Promise<Totals>;
  /** The listing's bytes are transferred to the worker: do not use them afterwards. */
  merge(moduleId: ModuleId, listing: Listing, believe: boolean): Promise<Result<MergeReport>>;
  /** No pair of this module read before now is fresh any more (§4.5); a list whose reading began before now gives none. */
  forgetPairs(moduleId: ModuleId): void;
  pairOf(key: ClipKey): Promise<PairAnswer>;
  /** On a drive, and first listed later than this, Unix ms; what a module's first list named was there before. */
  listedSince(atMs: number): Promise<readonly ClipKey[]>;
  /** The read copy. */
  clips(): Clips;
  row(key: ClipKey): ClipRow | null;
  /** The last clips recorded that are on a drive or on this computer, newest first. */
  newest(count: number): readonly ClipRow[];
  /** Where a clip is saved, below the folder, if nothing else bears that name. */
  nameOf(key: ClipKey): string;
  /** The same for `QueueStore.seal`, which finds a number for it. `lengthMs`: of its file, where it is known. */
  wantedName(key: ClipKey, lengthMs: number | null): string;
  /** What the newest clip would be called. */
  previewNames(style: NameStyle): NamePreview;
  /** What clocks at its camera showed when it was recorded, as if it were UTC; ms. */
  wallMsOf(key: ClipKey): number;
  /** The day of its recording in the system's own time, such as 2026-11-23. */
  dayOf(key: ClipKey): string;
  markSeen(keys: readonly ClipKey[], seen: boolean): Promise<void>;
  markStarred(keys: readonly ClipKey[], starred: boolean): Promise<void>;
  /** Excluded clips are saved only when they are asked for by themselves. */
  markExcluded(keys: readonly ClipKey[], excluded: boolean): Promise<void>;
  markPoster(key: ClipKey): Promise<void>;
  /** What is known to have happened to it. */
  storyOf(key: ClipKey): Promise<ClipStory>;
  onPatch(listener: (patch: ClipsPatch) => void): () => void;
  onReset(listener: () => void): () => void;
  close(): Promise<void>;
}
