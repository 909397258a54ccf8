// What main and the index's worker say to each other.
import type {
  ClipCamera,
  ClipColumns,
  ClipKey,
  ClipStory,
  JobId,
  JobTitle,
  KeptWhy,
  ModuleId,
  Pause,
  Problem,
  Result,
} from '../../../preload/contract.ts';
import type { Listing, Pair, StoredBudget } from '../../blink/index.ts';
import type { CameraPlace, Systems } from '../identity/camera-names.ts';
import type {
  CachedClip,
  Copy,
  DeletionAnswer,
  DeletionIntent,
  FoundFile,
  KnownFolder,
  LeftOut,
  MergeReport,
  NewCopy,
  PairAnswer,
  PlannedName,
  Rename,
  Reopened,
  SavedFile,
  StoredJob,
  StoredQueue,
  Totals,
  WantedName,
} from '../index.ts';
import type { SqliteTrouble } from './sqlite-error.ts';

/** Everything the worker does for main; each call is done, and on disk, when it is answered. */
export interface IndexCalls {
  /** Answers where a damaged index was set aside; null where it was sound. */
  open(file: string, nowMs: number): Result<string | null>;
  close(): void;

  useAccount(accountId: number | null, nowMs: number): void;
  refresh(): void;
  lastAccount(): number | null;
  putSystems(systems: Systems): void;
  systems(): Systems & { readonly listedAtMs: ReadonlyMap<ModuleId, number> };

  merge(moduleId: ModuleId, listing: Listing, believe: boolean): Result<MergeReport>;
  forgetPairs(moduleId: ModuleId, nowMs: number): void;
  pairOf(key: ClipKey): PairAnswer;

  markSeen(keys: readonly ClipKey[], atMs: number | null): void;
  markStarred(keys: readonly ClipKey[], atMs: number | null): void;
  markExcluded(keys: readonly ClipKey[], excluded: boolean, atMs: number): void;
  markPoster(key: ClipKey, atMs: number): void;
  storyOf(key: ClipKey): ClipStory;

  whyKept(keys: readonly ClipKey[]): readonly (KeptWhy | null)[];
  safeCopies(key: ClipKey): readonly Copy[];
  intend(intent: DeletionIntent, atMs: number): number | null;
  deletionAnswered(deletion: number, answer: DeletionAnswer, keptFromMs: number): void;
  unsettledDeletions(moduleId: ModuleId): readonly ClipKey[];

  listedSince(atMs: number): readonly ClipKey[];

  loadQueue(): StoredQueue;
  addJob(
    title: JobTitle,
    keys: readonly ClipKey[],
    folderId: string,
    atMs: number,
  ): { readonly job: StoredJob | null; readonly added: readonly ClipKey[]; readonly leftOut: LeftOut };
  reopenJob(
    jobId: JobId,
    keys: readonly ClipKey[],
    atMs: number,
  ): { readonly job: StoredJob; readonly added: readonly ClipKey[] };
  extendJob(
    jobId: JobId,
    keys: readonly ClipKey[],
    atMs: number,
  ): { readonly job: StoredJob; readonly added: readonly ClipKey[] };
  requested(key: ClipKey, folderId: string, pair: Pair, atMs: number): void;
  attempted(key: ClipKey, folderId: string, attempts: number, shown: boolean, atMs: number): void;
  seal(copy: NewCopy): { readonly path: string };
  saved(key: ClipKey, folderId: string, atMs: number): void;
  unseal(key: ClipKey, folderId: string): void;
  doubted(key: ClipKey, atMs: number, folderId: string): Reopened;
  givenUp(key: ClipKey, folderId: string, problem: Problem, atMs: number): void;
  endJob(jobId: JobId, state: 'done' | 'cancelled', atMs: number): void;
  forgetFailures(jobId: JobId): void;
  moveJob(jobId: JobId, before: JobId | null): void;
  jobOrder(): readonly JobId[];
  pause(jobId: JobId | null, pause: Pause | null): void;
  unconfirmedModules(jobId: JobId): readonly ModuleId[];
  putFolder(folder: KnownFolder): void;
  filesOf(key: ClipKey): readonly SavedFile[];
  foundFiles(folderId: string, files: readonly FoundFile[], atMs: number): void;
  removedFiles(folderId: string, keys: readonly ClipKey[], atMs: number): void;
  copiesIn(folderId: string): readonly Copy[];
  copyOf(key: ClipKey, folderId: string): Copy | null;

  previewRenames(folderId: string, wanted: readonly WantedName[]): readonly PlannedName[];
  planRenames(folderId: string, wanted: readonly WantedName[]): number;
  openRenames(): readonly Rename[];
  oneRename(key: ClipKey, folderId: string): Rename | null;
  standingAt(folderId: string, path: string): ClipKey | null;
  renameMoved(key: ClipKey, folderId: string, path: string, atMs: number): void;
  renameLeft(key: ClipKey, folderId: string): void;
  avoidNames(key: ClipKey, folderId: string, taken: readonly string[]): void;
  dropRename(key: ClipKey, folderId: string): void;
  stopRenames(folderId: string): void;

  loadCache(): readonly CachedClip[];
  putCached(clip: CachedClip): void;
  removeCached(key: ClipKey): void;

  totals(folderId: string | null): Totals;

  loadBudget(): StoredBudget;
  saveBudget(budget: StoredBudget): void;
}

export type CallName = keyof IndexCalls;

export interface Call<Name extends CallName = CallName> {
  readonly id: number;
  readonly name: Name;
  readonly args: Parameters<IndexCalls[Name]>;
}

/** What a call did to the visible clips. */
export interface Change {
  /** Another account: `rows` and `cameras` are all there is. */
  readonly reset: boolean;
  /** New and changed rows, sorted by key. */
  readonly rows: ClipColumns;
  readonly cameras: Cameras | null;
}

export interface Cameras {
  /** By CameraIndex. */
  readonly shown: readonly ClipCamera[];
  /** By CameraIndex. */
  readonly places: readonly CameraPlace[];
}

export interface Answer {
  readonly id: number;
  readonly outcome: { readonly value: unknown } | { readonly error: string; readonly cause: SqliteTrouble };
  readonly change: Change | null;
  /** Lines for the log. */
  readonly remarks: readonly string[];
}
