// Which clips exist, where they are and under which name, as the rest of main sees it.
// The index and all its work live in a worker; this side holds a read copy for look-ups and publishing.
import type {
  CameraIndex,
  ClipKey,
  ClipStory,
  Clips,
  ClipsPatch,
  JobId,
  JobTitle,
  KeptWhy,
  ModuleId,
  NamePreview,
  NameStyle,
  Pause,
  Problem,
  Result,
} from '../../preload/contract.ts';
import type { BudgetStore, CameraFacts, Listing, ModuleFacts, NetworkFacts, Pair } from '../blink/index.ts';
import type { PlannedName } from './names/plan-names.ts';

export { belongingsOf } from './belongings.ts';
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

/** What a manifest says of the deletions that its module was asked for. */
export interface DeletionsSettled {
  readonly deleted: readonly ClipKey[];
  /** Listed although time enough has passed. */
  readonly kept: readonly ClipKey[];
  /** Left the drive unasked while deletions were open: their ids may have meant other clips. */
  readonly strangers: readonly ClipKey[];
}

/** `busy`: nothing was begun. `unclear`: nobody knows. Even `done` and `failed` are believed only with a manifest. */
export type DeletionAnswer = 'done' | 'failed' | 'busy' | 'unclear';

/** A clip about to be deleted, and the file, just read again, that permits it. */
export interface DeletionIntent {
  readonly key: ClipKey;
  readonly folderId: string;
  readonly sha256: string;
  /** Of the manifest read last. */
  readonly pair: Pair;
  /** A manifest read later that still lists it means that it was not deleted; Unix ms. */
  readonly keptFromMs: number;
}

/** The durable part of deleting; each call is one transaction, synced to disk when it resolves. */
export interface DeletionStore {
  /** For each clip why it may not be deleted, as far as the index knows; null: it may, once its file was read again. */
  whyKept(keys: readonly ClipKey[]): Promise<readonly (KeptWhy | null)[]>;
  /** Files of the clip of which one, read again, permits its deletion. */
  safeCopies(key: ClipKey): Promise<readonly Copy[]>;
  /** Before the request goes out. Null: what permitted it no longer holds, and none may. */
  intend(intent: DeletionIntent, atMs: number): Promise<number | null>;
  answered(deletion: number, answer: DeletionAnswer, keptFromMs: number): Promise<void>;
  /** Clips of the module whose deletion no manifest has settled yet, from before this start too. */
  unsettled(moduleId: ModuleId): Promise<readonly ClipKey[]>;
}

export type CopyState = 'sealed' | 'provisional' | 'confirmed' | 'doubtful';

/**
 * How a file came to be known as its clip's. `fetched`: its module sent it. From a carried drive: `hash`: it has the
 * bytes of a copy that we had; `name`: camera and second stood in its path, and size and length fitted; `guess`: fewer of
 * these, but nothing else fitted. Only `fetched` and `hash` are proof enough for deleting the clip from a drive.
 */
export type CopyProof = 'fetched' | 'hash' | 'name' | 'guess';

/** A file of ours in a chosen folder. */
export interface Copy {
  readonly key: ClipKey;
  /** Id in the folder's marker file. */
  readonly folderId: string;
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly lengthMs: number | null;
  readonly state: CopyState;
  /** The handles it was fetched by. */
  readonly pair: Pair;
  readonly proof: CopyProof;
  readonly savedAtMs: number;
}

/** The pair of a file that was not fetched. */
export const noPair: Pair = { manifestId: '', clipId: '' };

/** A verified clip about to get its name. */
export interface NewCopy {
  readonly key: ClipKey;
  readonly folderId: string;
  /** The name it should get; a number is added while another copy in this folder has it, without regard to case. */
  readonly path: string;
  /** Names that the disk refused because a file is there already. */
  readonly taken: readonly string[];
  readonly bytes: number;
  readonly sha256: string;
  readonly lengthMs: number | null;
  readonly pair: Pair;
  /** Left out: it was fetched. */
  readonly proof?: CopyProof;
}

/** A file of ours that was found under another name. */
export interface FoundFile {
  readonly key: ClipKey;
  /** Relative to the folder, with `/`. */
  readonly path: string;
}

/** What a file should be called: `Library.wantedName`. */
export interface WantedName {
  readonly key: ClipKey;
  readonly name: string;
}

/** A file that is on its way to another name. */
export interface Rename {
  readonly key: ClipKey;
  readonly folderId: string;
  /** Where it stands; relative to the folder, with `/`. */
  readonly at: string;
  readonly to: string;
  /** A name before, which it may still bear besides; null: none. */
  readonly leftAt: string | null;
  readonly sha256: string;
}

/** Files that are to bear other names; each call is one transaction, synced to disk when it resolves. */
export interface RenameStore {
  /** Which files of this folder do not bear the names that they should, and which they would get. */
  preview(folderId: string, wanted: readonly WantedName[]): Promise<readonly PlannedName[]>;
  /** Writes that down, in place of an earlier plan; answers how many there are. No name in it is given to a new file. */
  plan(folderId: string, wanted: readonly WantedName[]): Promise<number>;
  /** Of the account that is shown, in all folders. */
  open(): Promise<readonly Rename[]>;
  one(key: ClipKey, folderId: string): Promise<Rename | null>;
  /** Whose file of ours stands under this name, without regard to case. */
  standingAt(folderId: string, path: string): Promise<ClipKey | null>;
  /** The file stands, fsynced, at `path`, and may still stand where it did. */
  moved(key: ClipKey, folderId: string, path: string): Promise<void>;
  /** It stands nowhere else any more. */
  left(key: ClipKey, folderId: string): Promise<void>;
  /** The disk has other files of these names: it gets another number. */
  avoid(key: ClipKey, folderId: string, taken: readonly string[]): Promise<void>;
  /** The file keeps the name that it has. */
  drop(key: ClipKey, folderId: string): Promise<void>;
  /** All files that were not begun with keep the names that they have. */
  stop(folderId: string): Promise<void>;
}

export interface StoredJob {
  readonly id: JobId;
  readonly title: JobTitle;
  readonly total: number;
  readonly saved: number;
  readonly failed: number;
  readonly bytes: number;
  readonly startedAtMs: number;
  /** Id in the marker file of the folder that it saves to. */
  readonly folderId: string;
  readonly pause: Pause | null;
}

/** A folder that clips were ever saved into. */
export interface KnownFolder {
  /** In its marker file. */
  readonly id: string;
  /** Absolute; where it was last. */
  readonly path: string;
  /** Chosen in the app: what is saved there counts as saved. False: named for one run of the command line. */
  readonly isOwn: boolean;
}

/** Where a file of ours should stand; the folder may be away, and the person may have moved the file. */
export interface SavedFile {
  readonly folder: KnownFolder;
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly proof: CopyProof;
}

/** An item not yet saved. `pair` is that of its last POST: a restart tries the GET before a new POST. */
export interface StoredItem {
  readonly jobId: JobId;
  readonly key: ClipKey;
  /** Of its job. */
  readonly folderId: string;
  readonly pair: Pair | null;
  readonly attempts: number;
}

/** A clip that was given up, until it is asked for again. */
export interface StoredFailure {
  readonly jobId: JobId;
  readonly key: ClipKey;
  readonly folderId: string;
  readonly problem: Problem;
  readonly attempts: number;
  readonly atMs: number;
}

/** What a restart goes on with. */
export interface StoredQueue {
  /** Not ended, in the order in which they are worked through. */
  readonly jobs: readonly StoredJob[];
  /** Over, with clips that they gave up and that nobody asked for since; the last one first. */
  readonly ended: readonly StoredJob[];
  /** Of everything. */
  readonly pause: Pause | null;
  readonly folders: readonly KnownFolder[];
  /** Open ones, in the order in which they were asked for. */
  readonly items: readonly StoredItem[];
  /** Not yet known to stand under their name. */
  readonly sealed: readonly Copy[];
  /** Newest first. */
  readonly failures: readonly StoredFailure[];
}

/** Clips that a job for many does not take: their files were removed, or they were marked as left out. */
export interface LeftOut {
  readonly removed: number;
  readonly excluded: number;
}

/** Where a clip whose file was put aside is fetched again. */
export interface Reopened {
  readonly jobId: JobId;
  /** Made for it, where the job that had saved it is over. */
  readonly newJob: StoredJob | null;
}

/**
 * The durable part of saving; each call is one transaction, synced to disk when it resolves. A clip is open at most once
 * in each folder, so clip and folder together name an item.
 */
export interface QueueStore {
  load(): Promise<StoredQueue>;
  /**
   * Leaves out clips saved or waited for in this folder already, and excluded ones unless one is picked alone; no job is
   * made where none is left. `leftOut` counts those that somebody did not want, by what they did.
   */
  addJob(
    title: JobTitle,
    keys: readonly ClipKey[],
    folderId: string,
    atMs: number,
  ): Promise<{ readonly job: StoredJob | null; readonly added: readonly ClipKey[]; readonly leftOut: LeftOut }>;
  /** Opens a job again with some of its clips, left out as `addJob` does: it was cancelled, or they were given up. */
  reopenJob(
    jobId: JobId,
    keys: readonly ClipKey[],
  ): Promise<{ readonly job: StoredJob; readonly added: readonly ClipKey[] }>;
  /** Puts more clips into an open job, left out as `addJob` does. */
  extendJob(
    jobId: JobId,
    keys: readonly ClipKey[],
  ): Promise<{ readonly job: StoredJob; readonly added: readonly ClipKey[] }>;
  requested(key: ClipKey, folderId: string, pair: Pair): Promise<void>;
  /** Counts a bad arrival or another failure that will be tried again; `shown`: marks the clip as failed in the list. */
  attempted(key: ClipKey, folderId: string, attempts: number, shown: boolean): Promise<void>;
  /** Chooses the final name and commits it with the hash, before the file is linked under it. */
  seal(copy: NewCopy): Promise<{ readonly path: string }>;
  /** The file stands, fsynced, under its sealed name: the copy is provisional, the item done. */
  saved(key: ClipKey, folderId: string, atMs: number): Promise<void>;
  /** Takes a seal back whose file never came to stand. */
  unseal(key: ClipKey, folderId: string): Promise<void>;
  /**
   * The doubtful copy in this folder was put aside: the clip counts as unsaved and is open again, in the job that had
   * saved it or, where that is over, in a new one.
   */
  doubted(key: ClipKey, atMs: number, folderId: string): Promise<Reopened>;
  givenUp(key: ClipKey, folderId: string, problem: Problem): Promise<void>;
  endJob(jobId: JobId, state: 'done' | 'cancelled', atMs: number): Promise<void>;
  /** Clips that this job gave up are no longer marked as failed. */
  forgetFailures(jobId: JobId): Promise<void>;
  /** Puts the job in front of another open one; `before` null: behind all. */
  moveJob(jobId: JobId, before: JobId | null): Promise<void>;
  /** The open jobs in the order in which they are worked through. */
  jobOrder(): Promise<readonly JobId[]>;
  /** `jobId` null: everything. `pause` null: it goes on. */
  pause(jobId: JobId | null, pause: Pause | null): Promise<void>;
  /** Modules of clips that this job saved and that no manifest has confirmed yet. */
  unconfirmedModules(jobId: JobId): Promise<readonly ModuleId[]>;
  /** Remembers where a folder is. */
  putFolder(folder: KnownFolder): Promise<void>;
  /** In all folders whose place is known; the app's own ones first. */
  filesOf(key: ClipKey): Promise<readonly SavedFile[]>;
  /** Files of ours stand elsewhere in their folder now. */
  found(folderId: string, files: readonly FoundFile[]): Promise<void>;
  /** The person removed these files: their clips count as unsaved, and no job that saves everything takes them again. */
  removed(folderId: string, keys: readonly ClipKey[]): Promise<void>;
  copiesIn(folderId: string): Promise<readonly Copy[]>;
  copyOf(key: ClipKey, folderId: string): Promise<Copy | null>;
  /** The app ends: a step that the profile's disk refuses rejects from now on, where it was tried again before. */
  stopTrying(): void;
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
