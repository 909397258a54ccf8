// The durable part of saving: what it promises, and the jobs, items and copies that it keeps.
import type { ClipKey, JobId, JobTitle, ModuleId, Pause, Problem } from '../../preload/contract.ts';
import type { Pair } from '../blink/index.ts';

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
  /** It lay in the cloud under its pair already, and may be from before that meant this clip; left out: it does not. */
  readonly mayBeOld?: boolean;
  /** Left out: it was fetched. */
  readonly proof?: CopyProof;
}

/** A file of ours that was found under another name. */
export interface FoundFile {
  readonly key: ClipKey;
  /** Relative to the folder, with `/`. */
  readonly path: string;
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
