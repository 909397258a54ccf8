// The one contract between the window and the main process: names and types, nothing that runs.

declare const brand: unique symbol;
type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** A clip's row in the index: an opaque positive integer, never reused, the same for the life of the index. */
export type ClipKey = Brand<number, 'ClipKey'>;
/** A camera as the library knows it (module + reduced name): index into `Clips.cameras`. */
export type CameraIndex = Brand<number, 'CameraIndex'>;
/** Blink's id of a sync module. */
export type ModuleId = Brand<number, 'ModuleId'>;
/** Blink's id of a network, which people know as a system. */
export type NetworkId = Brand<number, 'NetworkId'>;
/** A saving job: an opaque positive integer. */
export type JobId = Brand<number, 'JobId'>;

// ---------------------------------------------------------------- problems

/** Everything that can go wrong and that a person is told about. One message in plain words for each. */
export type ProblemKind =
  | 'signed-out'
  /** By the person's own wish, or never yet. */
  | 'not-signed-in'
  | 'token-line-unreadable'
  | 'token-line-used'
  | 'sign-in-cancelled'
  | 'sign-in-failed'
  | 'sign-in-refused'
  | 'too-many-requests'
  | 'blink-unavailable'
  | 'offline'
  | 'no-module'
  | 'module-offline'
  | 'module-busy'
  | 'clips-elsewhere'
  | 'drive-missing'
  | 'drive-unformatted'
  | 'drive-full'
  | 'drive-incompatible'
  | 'manifest-not-ready'
  | 'clip-gone'
  | 'clip-not-video'
  | 'clip-damaged'
  | 'clip-too-large'
  | 'clip-doubtful'
  | 'folder-missing'
  | 'folder-read-only'
  | 'disk-full'
  | 'name-too-long'
  | 'names-unusable'
  | 'files-missing'
  /** A carried drive, or a folder that clips are imported from. */
  | 'source-unreadable'
  | 'keychain-locked'
  | 'keychain-missing'
  | 'index-damaged'
  | 'index-newer'
  | 'already-running'
  | 'cannot-open'
  | 'update-required'
  | 'unexpected-answer';

/** An expected failure, as a value. `details` is for the log and the expandable part only: no secrets, no raw body. */
export interface Problem {
  readonly kind: ProblemKind;
  /** What it is about, by its own name: a module, a camera, a folder. */
  readonly subject?: string;
  /** When it is tried again by itself; Unix ms. */
  readonly nextTryAtMs?: number;
  /** Technical facts: endpoint, field, HTTP status. */
  readonly details?: string;
}

/** What every command answers with, and every fallible function in main: never an exception for an expected failure. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

// ---------------------------------------------------------------- the small state

export type SessionState =
  /** The keychain is being asked. */
  | { readonly kind: 'opening' }
  /** `suggestedLine` fills in the field on a simulated cloud; it is never taken without the person's click. */
  | { readonly kind: 'signed-out'; readonly problem: Problem | null; readonly suggestedLine: string | null }
  /** `window`, `browser`: Blink's page is waited for there; `blink`: Blink is asked for tokens. */
  | { readonly kind: 'signing-in'; readonly at: 'window' | 'browser' | 'blink' }
  | { readonly kind: 'signed-in'; readonly accountId: number; readonly keptIn: 'keychain' | 'memory' | 'file' };

export type DriveState =
  | 'active'
  | 'memory_full'
  | 'unmounted'
  | 'format_required'
  | 'unavailable'
  | 'incompatible'
  | 'unknown';

export interface Camera {
  readonly id: number;
  /** As the person named it. */
  readonly name: string;
  readonly networkId: NetworkId;
  readonly type: string;
}

export interface SyncModule {
  readonly id: ModuleId;
  readonly networkId: NetworkId;
  readonly name: string;
  readonly online: boolean;
  readonly drive: DriveState;
  /** 0–100; null where the module does not say. */
  readonly driveUsedPercent: number | null;
  /** When it will be full if as much comes as lately; Unix ms; null: there is too little to tell it from. */
  readonly driveFullAtMs: number | null;
  /** False: clips probably go to a subscription's cloud (protocol §3). Null where it is not said. */
  readonly localStorageEnabled: boolean | null;
  /** When its list of clips was last read; Unix ms. */
  readonly listedAtMs: number | null;
  /** What is wrong with it now, if anything. */
  readonly problem: Problem | null;
}

export interface System {
  readonly id: NetworkId;
  readonly name: string;
  /** IANA name, such as Europe/Vienna; null where Blink does not say. */
  readonly timeZone: string | null;
  readonly modules: readonly SyncModule[];
  readonly cameras: readonly Camera[];
}

/** What one sync module is doing for us at this moment. */
export type LaneActivity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'listing' }
  | { readonly kind: 'deleting' }
  | { readonly kind: 'uploading'; readonly key: ClipKey }
  /** The module or the cloud asks for patience; `untilMs` is Unix ms. */
  | { readonly kind: 'waiting'; readonly problem: Problem; readonly untilMs: number };

export interface LaneState {
  readonly moduleId: ModuleId;
  readonly activity: LaneActivity;
  /** Measured time the module takes for one clip; null until one was measured. */
  readonly secondsPerClip: number | null;
  /** Clips waiting for this module, all classes. */
  readonly waiting: number;
  /** Clips on their way from the cloud, with the part that has arrived, 0–1, or null where the length is unknown. */
  readonly arriving: readonly { readonly key: ClipKey; readonly part: number | null }[];
}

export type JobState = 'running' | 'paused' | 'finishing' | 'done' | 'cancelled';

/** Saving holds until then; Unix ms; null: until it is resumed. */
export interface Pause {
  readonly untilMs: number | null;
}

/** `tomorrow`: at six in the morning, by this computer's clock. */
export type PauseLength = 'hour' | 'tomorrow' | 'until-resumed';

export interface Job {
  readonly id: JobId;
  readonly title: JobTitle;
  readonly state: JobState;
  readonly total: number;
  readonly saved: number;
  readonly failed: number;
  readonly bytes: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  /** Estimated time until it is done, once it is its turn; ms; null until enough was measured. */
  readonly timeLeftMs: number | null;
  /** When that is over, in the hours that it may run; Unix ms; null until enough was measured. */
  readonly doneAtMs: number | null;
  /** Bytes still to come, by the drive's own estimate. */
  readonly leftBytes: number;
  /** By how much that is more than its folder has room for; estimates both, so nothing is refused; null: it fits. */
  readonly lacksBytes: number | null;
  /** Its own; everything may be paused besides (`AppState.pause`). */
  readonly pause: Pause | null;
  /** A long job's hours have not come; Unix ms of their beginning; null: it may run. */
  readonly hoursFromMs: number | null;
  /** Why its folder takes nothing now. A job keeps to the folder it was started for. */
  readonly problem: Problem | null;
  /** Absolute; null: it is not known where that folder is now. */
  readonly folderPath: string | null;
  /** Clips of it that their modules send, or that arrive. */
  readonly inHand: readonly ClipKey[];
  /** Its next clips in their order, at most three. */
  readonly next: readonly ClipKey[];
}

/** What a job saves, for `messages` to put into words. */
export type JobTitle =
  | { readonly kind: 'one'; readonly camera: string; readonly recordedAtMs: number }
  | { readonly kind: 'selection' }
  /** `camera` null: several. Days as 2026-11-23 in the system's own time, the first and the last. */
  | { readonly kind: 'clips'; readonly camera: string | null; readonly fromDay: string; readonly toDay: string }
  | { readonly kind: 'day'; readonly day: string; readonly camera: string | null }
  | { readonly kind: 'all' }
  /** What is saved by itself. */
  | { readonly kind: 'new' };

export interface FailedClip {
  readonly jobId: JobId;
  readonly key: ClipKey;
  readonly problem: Problem;
  readonly attempts: number;
  /** Unix ms; null: it is not tried again by itself. */
  readonly nextTryAtMs: number | null;
  /** False: it is gone, or too large, and no try will bring it. */
  readonly canRetry: boolean;
}

export type FolderState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'ready';
      readonly path: string;
      readonly freeBytes: number | null;
      readonly exampleName: string | null;
    }
  | { readonly kind: 'problem'; readonly path: string; readonly problem: Problem };

/** What a person is asked once, when the app is new. */
export interface FirstRun {
  /** Where clips could go: below the person's own videos. Not made before it is taken. */
  readonly suggestedFolder: { readonly path: string; readonly freeBytes: number | null };
}

export type Theme = 'system' | 'light' | 'dark';
/** How many requests a minute bulk work may send: gentle 30, brisk 60, full without a limit (protocol §6). */
export type Pace = 'gentle' | 'brisk' | 'full';

/** Hours of each day, in minutes since midnight by this computer's clock; from the later one over midnight. */
export interface DayHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** What is told on the desktop. Problems that only the person can solve always are, outside quiet hours. */
export interface NotificationSettings {
  readonly newClips: boolean;
  readonly jobs: boolean;
  readonly quiet: DayHours | null;
  /** Names of cameras whose new clips are not told. */
  readonly muted: readonly string[];
}

/** Which clips are saved by themselves as they come to a drive. */
export interface AutoSave {
  /** Names of cameras that are left out; one that is new is not. */
  readonly ignored: readonly string[];
  /** Those that were listed later than this; Unix ms; null: everything on the drives. */
  readonly sinceMs: number | null;
}

/** What stands for something else in a template for names, in braces. */
export const nameTokens = [
  'camera',
  'date',
  'time',
  'year',
  'month',
  'day',
  'hour',
  'minute',
  'second',
  'weekday',
  'system',
  'module',
  'length',
  'utc',
  'n',
] as const;
export type NameToken = (typeof nameTokens)[number];

/** Whose clocks names show: those at the cameras, of this computer, or UTC. */
export type NameTimes = 'system' | 'computer' | 'utc';

export interface NameStyle {
  /** Of a path below the folder, with `/`; `.mp4` is added. */
  readonly template: string;
  readonly times: NameTimes;
}

export const usualNames: NameStyle = { template: '{camera}/{date}/{date} {time} {camera}', times: 'system' };

/** Why a template cannot be used. */
export type NameFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly longest: number }
  /** Two strokes with nothing between them, or one at an end. */
  | { readonly kind: 'empty-folder' }
  /** `..`, or another folder of nothing but dots. */
  | { readonly kind: 'leaves-folder' }
  /** One without its other. */
  | { readonly kind: 'brace' }
  | { readonly kind: 'unknown-token'; readonly token: string }
  /** All clips would bear one name. */
  | { readonly kind: 'no-token' };

/** What a template makes of a real clip; null where no clip is known, or clocks are never put back. */
export type NamePreview =
  | { readonly kind: 'fault'; readonly fault: NameFault }
  | {
      readonly kind: 'names';
      readonly newest: string | null;
      /** Of another clip that would bear the same name. */
      readonly twin: string | null;
      /** In an hour that clocks went through twice. */
      readonly doubledHour: string | null;
    };

export interface Settings {
  readonly theme: Theme;
  readonly pace: Pace;
  readonly volume: number;
  readonly clipsAs: 'list' | 'grid';
  /** CSS pixels; null: as the window's size suggests. */
  readonly playerWidth: number | null;
  /** Where the desktop has a tray, closing the window leaves the app in it. */
  readonly closeToTray: boolean;
  /** Starts in the tray when the person logs in; false where that could not be set up. */
  readonly openAtLogin: boolean;
  /** How often new clips are looked for; minutes, at least 1. */
  readonly checkEveryMinutes: number;
  readonly notifications: NotificationSettings;
  /** The computer does not fall asleep by itself while clips are saved. */
  readonly keepAwake: boolean;
  /** Null: at any time. What is picked by hand is saved at any time, too. */
  readonly savingHours: DayHours | null;
  /** Null: only what a person asks for. */
  readonly autoSave: AutoSave | null;
  /** Names of cameras that *Save all* leaves out; what is picked of them is saved. */
  readonly leftOutCameras: readonly string[];
  /** A drive that is fuller is told, once; percent; 100: none is. */
  readonly driveFullerThan: number;
  /** Clips that are safely saved may be deleted from the drive; nothing is ever deleted by itself. */
  readonly deleteFromDrive: boolean;
  /** How files are named that are saved from now on. */
  readonly names: NameStyle;
}

/** Saved files get the names of today. `done`: bear them; `kept`: could not be moved, and keep the names they had. */
export type Renaming =
  /** `problem`: why their folder takes nothing now; it goes on by itself. */
  | { readonly kind: 'running'; readonly done: number; readonly total: number; readonly problem: Problem | null }
  | { readonly kind: 'ended'; readonly done: number; readonly kept: number; readonly stopped: boolean };

/** What renaming would do in the chosen folder. */
export interface RenamePlan {
  /** How many files do not bear the names of today. */
  readonly files: number;
  /** Some of them, at most three. */
  readonly examples: readonly { readonly from: string; readonly to: string }[];
}

/** A file that was left where it is, and why; its path is below the drive or folder. */
export interface LeftFile {
  readonly path: string;
  /**
   * `no-clip`: no clip of its time and camera is listed; `misfit`: one is, but not of its size or length; `several`: more
   * than one fits; `same-clip`: another file fits the same clip as well; `not-video`: it is not a whole video;
   * `on-its-way`: its module sends the clip already; `removed`: its file was removed from the folder before; `unreadable`: the drive could not read it.
   */
  readonly reason:
    | 'no-clip'
    | 'misfit'
    | 'several'
    | 'same-clip'
    | 'not-video'
    | 'on-its-way'
    | 'removed'
    | 'unreadable';
}

export interface ImportReport {
  readonly imported: number;
  /** Of these, how many were matched without their camera and second in the path: by size, length and time alone. */
  readonly guessed: number;
  /** Clips that were saved already. */
  readonly had: number;
  readonly left: number;
  /** At most 500 of them. */
  readonly leftFiles: readonly LeftFile[];
  /** What guessed clips are called in the folder, at most 500. */
  readonly guessedFiles: readonly string[];
}

/** Clips are taken from a drive or folder; `source`: its path. */
export type Import =
  | { readonly kind: 'looking'; readonly source: string; readonly looked: number; readonly files: number }
  | {
      readonly kind: 'copying';
      readonly source: string;
      readonly done: number;
      readonly total: number;
      readonly bytes: number;
      readonly totalBytes: number;
    }
  | {
      readonly kind: 'ended';
      readonly source: string;
      readonly stopped: boolean;
      /** Why it could not go on; what was imported by then is saved. */
      readonly problem: Problem | null;
      readonly report: ImportReport;
    };

/** A drive that is plugged into this computer. */
export interface PluggedDrive {
  readonly path: string;
  readonly name: string;
  /** It has a folder as sync modules make them. */
  readonly looksLikeBlink: boolean;
}

/** Something the person should know; stays until it is over or dismissed. */
export interface Notice {
  readonly id: number;
  readonly problem: Problem;
  readonly atMs: number;
}

/** What was told on the desktop, or would have been. */
export interface Told {
  readonly id: number;
  readonly atMs: number;
  readonly of: 'clips' | 'job' | 'problem';
  readonly title: string;
  readonly text: string;
}

/** The small state that main owns and every window mirrors. */
export interface AppState {
  readonly session: SessionState;
  readonly systems: readonly System[];
  readonly lanes: readonly LaneState[];
  /** Open ones first, in the order in which they are worked through; those that ended, the last one first. */
  readonly jobs: readonly Job[];
  /** Of everything that is saved. Clips are still listed and played. */
  readonly pause: Pause | null;
  /** Null: nothing was deleted since the start, or the person has seen it. */
  readonly deletion: Deletion | null;
  /** Clips that arrived badly three times or were given up, newest first, at most 500. */
  readonly failed: readonly FailedClip[];
  readonly folder: FolderState;
  /** Null: nothing was renamed since the start. */
  readonly renaming: Renaming | null;
  /** Null: nothing was imported since the start. */
  readonly import: Import | null;
  /** Null: it was finished or skipped, and is never shown again. */
  readonly firstRun: FirstRun | null;
  readonly settings: Settings;
  readonly notices: readonly Notice[];
  /** Since the app started, newest first, at most 100. */
  readonly told: readonly Told[];
  /** A list of clips is being read right now. */
  readonly checking: boolean;
  /** Another process saves with this profile: this one only shows. */
  readonly readOnly: boolean;
  /** Versions shown in About. */
  readonly versions: { readonly app: string; readonly electron: string };
}

export interface StateSnapshot {
  readonly seq: number;
  readonly state: AppState;
}
/** `seq` is one more than that of the snapshot or patch before it; a gap means: ask for a snapshot. */
export interface StatePatch {
  readonly seq: number;
  readonly changes: Partial<AppState>;
}

// ---------------------------------------------------------------- the clips

/** Bits of `ClipColumns.flags`. A clip's place and marks are derived from these by `placeOf`. */
export const ClipFlag = {
  onDrive: 1,
  /** A verified file of ours stands in the folder (provisional or confirmed). */
  saved: 2,
  /** The copy's identity is confirmed by a later manifest. */
  confirmed: 4,
  /** A played copy lies in the cache. */
  cached: 8,
  removedByYou: 16,
  starred: 32,
  seen: 64,
  /** Asked to be saved and not yet there. */
  queued: 128,
  /** Given up, or failing for now. */
  failed: 256,
  /** A poster of its own is stored. */
  poster: 512,
  /** Not saved by what saves many clips, only when it is asked for by itself. */
  excluded: 1024,
} as const;

/** One row per clip in all arrays, in no promised order; about 20 bytes a row. */
export interface ClipColumns {
  readonly key: Uint32Array;
  /** CameraIndex. */
  readonly camera: Uint16Array;
  /** Start of the recording, Unix seconds, UTC. */
  readonly recordedAtS: Uint32Array;
  /** Blink's estimate; KiB. Where a copy is on disk, its real size rounded up. */
  readonly sizeKiB: Uint32Array;
  /** 0 = unknown. */
  readonly lengthMs: Uint32Array;
  /** ClipFlag bits. */
  readonly flags: Uint16Array;
}

export interface ClipCamera {
  /** Full name from Blink where it is known without doubt, else the manifest's. */
  readonly name: string;
  readonly moduleId: ModuleId;
  /** Blink's camera; null: unknown, removed, renamed or colliding (protocol §4.6). */
  readonly cameraId: number | null;
}

/** The whole list, for one account. */
export interface Clips {
  readonly revision: number;
  readonly columns: ClipColumns;
  /** By CameraIndex. */
  readonly cameras: readonly ClipCamera[];
}

/** New and changed rows; `revision` is one more than before, a gap means: ask for all. `cameras` only when it changed. */
export interface ClipsPatch {
  readonly revision: number;
  readonly rows: ClipColumns;
  readonly cameras: readonly ClipCamera[] | null;
}

// ---------------------------------------------------------------- deleting from the drive

/** Why a clip stays on the drive. */
export type KeptWhy =
  | 'not-on-drive'
  /** It waits to be saved. */
  | 'waits'
  | 'not-saved'
  /** No list of its module has confirmed yet that the saved file is this clip. */
  | 'unconfirmed'
  /** Its file was matched by name and time only. */
  | 'looks-only'
  | 'folder-away'
  | 'file-missing'
  /** Other bytes than when it was saved. */
  | 'file-changed'
  /** The module's list could not tell which clip is which. */
  | 'unlisted'
  /** The module was asked, and lists it all the same. */
  | 'still-listed'
  /** It was not its turn before deleting stopped. */
  | 'not-asked';

export interface Kept {
  readonly why: KeptWhy;
  readonly clips: number;
}

/** What would become of clips that a person wants deleted, as far as the index knows: files are read again right before. */
export interface DeletionOutlook {
  readonly deletable: readonly ClipKey[];
  readonly kept: readonly Kept[];
}

/** What is being deleted, or was last. */
export interface Deletion {
  readonly state: 'running' | 'done' | 'stopped';
  /** Who stopped it: the person, or a clip that left the drive though it was not to be deleted. */
  readonly stoppedBy: 'person' | 'stranger' | null;
  readonly total: number;
  /** As a later list of the module has confirmed. */
  readonly deleted: number;
  /** The module was asked; its next lists will tell. */
  readonly unsettled: number;
  readonly kept: readonly Kept[];
  /** What it waits for; null: nothing. */
  readonly problem: Problem | null;
}

// ---------------------------------------------------------------- a clip's story

/** What happened to a clip, for `messages` to put into words. */
export type ClipEvent =
  | { readonly kind: 'listed' }
  | { readonly kind: 'queued'; readonly job: JobTitle }
  | { readonly kind: 'asked-for' }
  | { readonly kind: 'arrived-badly'; readonly attempts: number }
  | { readonly kind: 'saved'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'doubted' }
  | { readonly kind: 'given-up'; readonly problem: Problem }
  | { readonly kind: 'cancelled' }
  /** By the person, in the folder. */
  | { readonly kind: 'moved'; readonly path: string }
  | { readonly kind: 'removed' }
  /** By us, as the template for names says. */
  | { readonly kind: 'renamed'; readonly path: string }
  | { readonly kind: 'left-drive' }
  | { readonly kind: 'back-on-drive' }
  | { readonly kind: 'excluded' }
  | { readonly kind: 'included' }
  | { readonly kind: 'deletion-asked' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'not-deleted' };

export interface ClipStory {
  /** Oldest first. */
  readonly events: readonly { readonly atMs: number; readonly event: ClipEvent }[];
}

// ---------------------------------------------------------------- commands and events

export interface ClipFacts {
  readonly key: ClipKey;
  /** Path below the chosen folder, or the one it would be saved as. */
  readonly fileName: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly codec: string | null;
  readonly lengthMs: number | null;
  readonly bytes: number | null;
  /** Its file came from a carried drive, and was matched by time, size and length alone. */
  readonly isGuess: boolean;
}

/** What the app keeps of all accounts that used it. */
export interface Belongings {
  /** How many accounts have a list here. */
  readonly accounts: number;
  readonly list: { readonly clips: number; readonly bytes: number };
  /** Clips asked for and not saved. */
  readonly waiting: number;
  readonly played: FilesHeld;
  /** Of clips and of cameras. */
  readonly pictures: FilesHeld;
  /** Doubtful files, kept until they are explained. */
  readonly setAside: FilesHeld;
  readonly settingsBytes: number;
  readonly logBytes: number;
  /** Stay whatever is deleted. `folder`: null where none is chosen. */
  readonly saved: { readonly folder: string | null; readonly clips: number };
}

export interface FilesHeld {
  readonly files: number;
  readonly bytes: number;
}

/** What the window asks and what main answers; every answer arrives as a `Result`. */
export interface Commands {
  getState: () => StateSnapshot;
  getClips: () => Clips;
  getClipFacts: (input: { readonly key: ClipKey }) => ClipFacts;
  /** Puts the clip where clip://media/<key> can serve it: at once when on disk, else through its lane first. */
  prepareClip: (input: { readonly key: ClipKey }) => null;
  /** Nobody waits for this clip any more (`prepareClip` not yet answered). */
  releaseClip: (input: { readonly key: ClipKey }) => null;
  showClipInFolder: (input: { readonly key: ClipKey }) => null;
  openClipInSystemPlayer: (input: { readonly key: ClipKey }) => null;
  /** Puts the file itself on the clipboard; it has to be on disk (`prepareClip`). */
  copyClip: (input: { readonly key: ClipKey }) => null;
  /** Finds the files for a drag that is about to begin; `missing` are those that have to be prepared first. */
  offerClips: (input: { readonly keys: readonly ClipKey[] }) => { readonly missing: readonly ClipKey[] };
  /** Begins the system's drag with the files offered last; answers at the drop. `picture`: a PNG, at most 200 kB. */
  dragClips: (input: { readonly picture: Uint8Array | null }) => null;
  markSeen: (input: { readonly keys: readonly ClipKey[]; readonly seen: boolean }) => null;
  markStarred: (input: { readonly keys: readonly ClipKey[]; readonly starred: boolean }) => null;
  markExcluded: (input: { readonly keys: readonly ClipKey[]; readonly excluded: boolean }) => null;
  /** Everything that is known to have happened to it. */
  explainClip: (input: { readonly key: ClipKey }) => ClipStory;
  /** A JPEG of the first good frame, drawn by the window; at most 200 kB. Served as clip://poster/<key>. */
  storePoster: (input: { readonly key: ClipKey; readonly jpeg: Uint8Array }) => null;
  signInWithTokenLine: (input: { readonly line: string }) => null;
  /** Opens Blink's sign-in page in a window of its own; answers when it has ended. */
  signInAtBlink: () => null;
  /** Shows the window with Blink's page, wherever it went. */
  bringSignInToFront: () => null;
  /** The same in the system's browser, which cannot lead back here: the person pastes where it ended. */
  openSignInInBrowser: () => null;
  /** The address where the browser ended; one that is not Blink's answer is refused, and the right one may follow. */
  signInWithCallbackAddress: (input: { readonly address: string }) => null;
  cancelSignIn: () => null;
  /** Takes the tokens out of memory and keychain; clips, list and queue stay. */
  signOut: () => null;
  /** What *forget everything* would delete, and what not. */
  getBelongings: () => Belongings;
  /** Signs out, and has everything deleted that is in the profile; the app starts anew. Saved clips stay. */
  forgetEverything: () => null;
  /** Reads the lists of all modules now. */
  checkForClips: () => null;
  /** Those already saved or queued are left out; answers how many were added. Fails where no folder is chosen. */
  saveClips: (input: { readonly keys: readonly ClipKey[]; readonly title: JobTitle }) => {
    readonly jobId: JobId | null;
    readonly added: number;
  };
  /** The same, into a folder that is asked for now and stays no setting; null: the person closed the dialog. */
  saveClipsElsewhere: (input: { readonly keys: readonly ClipKey[]; readonly title: JobTitle }) => {
    readonly jobId: JobId | null;
    readonly added: number;
  } | null;
  cancelJob: (input: { readonly jobId: JobId }) => null;
  /** Takes a cancellation back: what was not saved waits again. */
  undoCancelJob: (input: { readonly jobId: JobId }) => null;
  /** Takes an ended job off the screen. */
  dismissJob: (input: { readonly jobId: JobId }) => null;
  /** `jobId` null: everything. What a module already sends is still saved. */
  pauseSaving: (input: { readonly jobId: JobId | null; readonly length: PauseLength }) => null;
  resumeSaving: (input: { readonly jobId: JobId | null }) => null;
  /** Puts an open job in front of another one; `before` null: behind all. */
  moveJob: (input: { readonly jobId: JobId; readonly before: JobId | null }) => null;
  /** Tries the failed clips of this job, or of all (null), again at once. */
  retryFailed: (input: { readonly jobId: JobId | null }) => null;
  lookAtDeletion: (input: { readonly keys: readonly ClipKey[] }) => DeletionOutlook;
  /** For good: each once its saved file was read again. Only where it is switched on. */
  deleteFromDrive: (input: { readonly keys: readonly ClipKey[] }) => null;
  /** What the module was asked already is still done. */
  stopDeleting: () => null;
  /** Takes an ended deletion off the screen. */
  dismissDeletion: () => null;
  /** Opens the system's dialog; `false`: the person closed it without choosing. */
  chooseFolder: () => boolean;
  /** Takes the folder that the first run suggests. */
  takeSuggestedFolder: () => null;
  showFolder: () => null;
  /** The log, in the system's file manager. */
  showLog: () => null;
  /** Finished or skipped: once and for all. */
  endFirstRun: () => null;
  changeSettings: (input: Partial<Settings>) => null;
  /** Files that are missing were removed on purpose: their clips are not saved again by themselves. */
  confirmRemoved: () => null;
  getPluggedDrives: () => readonly PluggedDrive[];
  /**
   * Takes clips from one of the plugged-in drives, or from a folder that the system's dialog asks for (null); answers when
   * it has begun. `false`: the person closed the dialog.
   */
  importClips: (input: { readonly drive: string | null }) => boolean;
  stopImport: () => null;
  getRenamePlan: () => RenamePlan;
  /** Gives saved files the names of today, one after the other; answers when it has begun. */
  renameSaved: () => null;
  /** Those that were not begun with keep their names. */
  stopRenaming: () => null;
  /** What clips would be called, before it is chosen. */
  previewNames: (input: NameStyle) => NamePreview;
  dismissNotice: (input: { readonly id: number }) => null;
  clearTold: () => null;
  /** Puts a problem's details on the clipboard, which the page itself may not touch. */
  copyText: (input: { readonly text: string }) => null;
  /** Opens one of our own links in the browser. */
  openLink: (input: { readonly link: Link }) => null;
}

export type Link = 'help' | 'format-drive' | 'subscription' | 'token-line';

export type CommandName = keyof Commands;
export type CommandInput<Name extends CommandName> = Parameters<Commands[Name]>[0];
export type CommandValue<Name extends CommandName> = ReturnType<Commands[Name]>;

/** Main tells the window. */
export interface Events {
  statePatch: StatePatch;
  clipsPatch: ClipsPatch;
  /** Another account, a rebuilt index: ask for all clips again. */
  clipsReset: null;
  /** The person asked for them in the tray. */
  openSettings: null;
}
export type EventName = keyof Events;

/** `window.cliptray`: one verb per command, and subscriptions that return their way out. */
export type Bridge = {
  readonly [Name in CommandName]: (...input: Parameters<Commands[Name]>) => Promise<Result<CommandValue<Name>>>;
} & {
  readonly on: <Name extends EventName>(name: Name, listener: (value: Events[Name]) => void) => () => void;
};

/** The names at run time, for the bridge and for whoever serves it; a missing or foreign one does not compile. */
export const commandNames = Object.keys({
  getState: 0,
  getClips: 0,
  getClipFacts: 0,
  prepareClip: 0,
  releaseClip: 0,
  showClipInFolder: 0,
  openClipInSystemPlayer: 0,
  copyClip: 0,
  offerClips: 0,
  dragClips: 0,
  markSeen: 0,
  markStarred: 0,
  markExcluded: 0,
  explainClip: 0,
  storePoster: 0,
  signInWithTokenLine: 0,
  signInAtBlink: 0,
  bringSignInToFront: 0,
  openSignInInBrowser: 0,
  signInWithCallbackAddress: 0,
  cancelSignIn: 0,
  signOut: 0,
  getBelongings: 0,
  forgetEverything: 0,
  checkForClips: 0,
  saveClips: 0,
  saveClipsElsewhere: 0,
  cancelJob: 0,
  undoCancelJob: 0,
  dismissJob: 0,
  pauseSaving: 0,
  resumeSaving: 0,
  moveJob: 0,
  retryFailed: 0,
  lookAtDeletion: 0,
  deleteFromDrive: 0,
  stopDeleting: 0,
  dismissDeletion: 0,
  chooseFolder: 0,
  takeSuggestedFolder: 0,
  showFolder: 0,
  showLog: 0,
  endFirstRun: 0,
  changeSettings: 0,
  previewNames: 0,
  confirmRemoved: 0,
  getPluggedDrives: 0,
  importClips: 0,
  stopImport: 0,
  getRenamePlan: 0,
  renameSaved: 0,
  stopRenaming: 0,
  dismissNotice: 0,
  clearTold: 0,
  copyText: 0,
  openLink: 0,
} satisfies Record<CommandName, 0>) as readonly CommandName[]; // Object.keys forgets the names' type

/** Where a clip is, for people; the order decides when several hold. */
export type Place = 'saved' | 'only-here' | 'cached' | 'removed-by-you' | 'on-drive' | 'gone';
