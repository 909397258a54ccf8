// Everything the views can see and do: a mirror of main's truth plus the state of the view.
import type {
  AppState,
  Belongings,
  Bridge,
  CameraIndex,
  ClipFacts,
  ClipKey,
  ClipStory,
  DeletionOutlook,
  JobId,
  JobTitle,
  Link,
  NamePreview,
  NameStyle,
  PauseLength,
  PluggedDrive,
  Problem,
  RenamePlan,
  Settings,
} from '../../preload/contract.ts';
import type { ProblemAction } from '../messages/index.ts';
import type { ClipOrder } from './clip-order.ts';
import type { ClipCounts, ClipTable } from './clip-table.ts';
import type { FirstRunStep } from './first-run-model.ts';
import type { Filter, ListView } from './list-view.ts';
import type { LocalTime } from './local-time.ts';
import type { Selection, SelectMode } from './selection.ts';
import type { Deed, Toast } from './toast-actions.ts';

/** What the store is given to work with. */
export interface Effects {
  readonly bridge: Bridge;
  /** The computer's own IANA zone, for systems that do not say theirs. */
  readonly timeZone: string;
}

/** The clips as last published; `revision` changes with every change, the table itself is the same object. */
export interface ClipsMirror {
  readonly revision: number;
  readonly table: ClipTable;
  /** All clips, newest first. */
  readonly order: ClipOrder;
  readonly time: LocalTime;
  readonly counts: ClipCounts;
  /** False until the first snapshot came. */
  readonly known: boolean;
}

/** What the player does with the current clip. */
export type Playback =
  | { readonly kind: 'still'; readonly key: ClipKey | null }
  | { readonly kind: 'fetching'; readonly key: ClipKey; readonly thenPlay: boolean }
  | { readonly kind: 'ready'; readonly key: ClipKey; readonly playing: boolean }
  | { readonly kind: 'unplayable'; readonly key: ClipKey }
  | { readonly kind: 'failed'; readonly key: ClipKey; readonly problem: Problem };

/** A save that waits for a folder. */
export interface PendingSave {
  readonly keys: readonly ClipKey[];
  readonly title: JobTitle;
  /** What the first clip would be called in the folder. */
  readonly exampleName: string | null;
}

/** Clips that a person may want deleted from the drive; `outlook` null: it is being found out. */
export interface PendingDeletion {
  readonly keys: readonly ClipKey[];
  readonly outlook: DeletionOutlook | null;
}

/** What stands in the middle of the window. */
export type Page = 'library' | 'queue';

export type OpenDialog = 'settings' | 'keys' | 'folder' | 'import' | 'sign-out' | 'forget' | 'delete' | 'story' | null;

export type SetModel = (changes: Partial<AppModel>) => void;
export type GetModel = () => AppModel;

export interface AppModel {
  /** Null until the first snapshot came. */
  readonly state: AppState | null;
  readonly clips: ClipsMirror;
  readonly page: Page;
  readonly filter: Filter;
  readonly view: ListView;
  readonly selection: Selection;
  readonly playback: Playback;
  /** When a clip has ended, the next one plays. */
  readonly playsOn: boolean;
  /** File name, picture and codec of the clip in the player, as far as they are known. */
  readonly facts: ClipFacts | null;
  /** In a small window the player lies over the list. */
  readonly playerOpen: boolean;
  readonly dialog: OpenDialog;
  readonly pendingSave: PendingSave | null;
  readonly pendingDeletion: PendingDeletion | null;
  /** What happened to a clip; null until it was asked for. */
  readonly story: { readonly key: ClipKey; readonly told: ClipStory } | null;
  /** What signing out leaves and forgetting deletes; null until it was asked for. */
  readonly belongings: Belongings | null;
  /** The person asked for the sign-in screen while clips are shown. */
  readonly signInAsked: boolean;
  /** What was done last, and how to take it back; null: it was told long enough. */
  readonly shownToast: Toast | null;
  /** Where the person went in the first run; null: nowhere since the window opened. */
  readonly firstRunStep: FirstRunStep | null;
  /** What the newest clip would be called in the folder; null where there is none. */
  readonly newestName: string | null;
  /** What the pattern that is being typed makes of a real clip; null until it was asked for. */
  readonly namePreview: NamePreview | null;
  /** As they were when it was last asked. */
  readonly pluggedDrives: readonly PluggedDrive[];
  /** What renaming saved files would do; null until it was asked for. */
  readonly renamePlan: RenamePlan | null;
  /** The person goes on without signing in. */
  readonly savedOnly: boolean;
  /** What the last command failed with; gone when dismissed or when a command succeeds. */
  readonly commandProblem: Problem | null;

  readonly goTo: (page: Page) => void;
  /** Shows the list, too. */
  readonly setFilter: (filter: Partial<Filter>) => void;
  readonly showCamera: (camera: CameraIndex | null) => void;

  readonly select: (key: ClipKey, mode: SelectMode) => void;
  readonly step: (steps: number, mode: SelectMode) => void;
  /** To the first clip of the day that stands `days` further down. */
  readonly stepDay: (days: number) => void;
  readonly selectAll: () => void;
  /** Chooses these and no others; the clip in the player stays. */
  readonly selectKeys: (keys: readonly ClipKey[]) => void;
  readonly clearSelection: () => void;

  /** Shows the clip in the player and plays it, fetching it first where it is not on disk. */
  readonly play: (key: ClipKey) => void;
  readonly setPlaying: (playing: boolean) => void;
  readonly setPlaysOn: (playsOn: boolean) => void;
  /** A clip has played to its end: where one plays on, the next one down the list follows. */
  readonly playNext: () => void;
  /** Asks for `facts` of the current clip again, because something about it changed. */
  readonly refreshFacts: () => void;
  readonly cancelFetching: () => void;
  readonly cannotPlay: () => void;
  readonly closePlayer: () => void;
  readonly storePoster: (key: ClipKey, jpeg: Uint8Array) => void;
  /** Whether its file can be read now: a saved clip's folder may be away, or be another one. */
  readonly isHere: (key: ClipKey) => Promise<boolean>;

  /**
   * Finds the files of clips that are held, and fetches those that are on no disk of this computer, whose number it
   * tells. `true`: the drag can begin.
   */
  readonly readyToDrag: (keys: readonly ClipKey[], onMissing: (missing: number) => void) => Promise<boolean>;
  /** Begins the system's drag with the clips that are ready; `picture` is a PNG. */
  readonly drag: (picture: Uint8Array | null) => void;
  /** Puts the clip's file on the clipboard, fetching it first where it is not on disk. */
  readonly copyFile: (key: ClipKey) => void;

  /** Stars all of these; where all are starred, takes their stars off. */
  readonly toggleStar: (keys: readonly ClipKey[]) => void;
  /** Marks all of these as seen; where all are, as new. */
  readonly toggleSeen: (keys: readonly ClipKey[]) => void;
  /** Leaves all of these out of what saves many; where all are, takes that back. */
  readonly toggleExcluded: (keys: readonly ClipKey[]) => void;

  readonly toast: (deed: Deed, undo?: (() => void) | null) => void;
  /** Takes back what the toast tells, while it is shown. */
  readonly undo: () => void;
  readonly dismissToast: () => void;

  /** Opens the dialog that says what would be deleted from the drive, and what not. */
  readonly askToDelete: (keys: readonly ClipKey[]) => void;
  readonly deleteFromDrive: () => void;
  readonly stopDeleting: () => void;
  readonly dismissDeletion: () => void;
  /** Opens the dialog that tells what happened to a clip. */
  readonly explain: (key: ClipKey) => void;

  readonly save: (keys: readonly ClipKey[], title: JobTitle) => void;
  /** Asks for a folder for these alone. */
  readonly saveElsewhere: (keys: readonly ClipKey[], title: JobTitle) => void;
  /** Asks for the folder; a save that waited for it goes on. */
  readonly chooseFolder: () => void;
  /** Of this job, or of all (null). */
  readonly retryFailed: (jobId: JobId | null) => void;
  /** `jobId` null: everything. */
  readonly pauseSaving: (jobId: JobId | null, length: PauseLength) => void;
  readonly resumeSaving: (jobId: JobId | null) => void;
  /** In front of another open job; null: behind all. */
  readonly moveJob: (jobId: JobId, before: JobId | null) => void;
  readonly undoCancelJob: (jobId: JobId) => void;

  readonly signIn: (line: string) => void;
  readonly signInAtBlink: (where: 'window' | 'browser') => void;
  readonly pasteCallbackAddress: (address: string) => void;
  readonly cancelSignIn: () => void;
  /** Opens the dialog that says what stays and what goes. */
  readonly askToLeave: (dialog: 'sign-out' | 'forget') => void;
  readonly signOut: () => void;
  readonly forgetEverything: () => void;
  readonly bringSignInToFront: () => void;
  readonly goToStep: (step: FirstRunStep) => void;
  /** Asks for `newestName`. */
  readonly nameNewest: () => void;
  /** `withFolder`: takes the suggested folder where none was chosen, and stays where that fails. */
  readonly finishFirstRun: (withFolder: boolean) => void;
  readonly openSavedOnly: () => void;
  readonly askToSignIn: (asked: boolean) => void;
  readonly open: (dialog: OpenDialog) => void;
  readonly changeSettings: (changes: Partial<Settings>) => void;
  /** Asks for `namePreview`. */
  readonly previewNames: (style: NameStyle) => void;
  /** Asks for `pluggedDrives`. */
  readonly lookForDrives: () => void;
  /** From a plugged-in drive, or a folder that is asked for (null). */
  readonly importClips: (drive: string | null) => void;
  readonly stopImport: () => void;
  /** Files that are missing were removed on purpose. */
  readonly confirmRemoved: () => void;
  /** Asks for `renamePlan`. */
  readonly planRenames: () => void;
  readonly renameSaved: () => void;
  readonly stopRenaming: () => void;
  readonly checkForClips: () => void;
  readonly cancelJob: (jobId: JobId) => void;
  readonly dismissJob: (jobId: JobId) => void;
  readonly clearTold: () => void;
  readonly dismissNotice: (id: number) => void;
  readonly dismissCommandProblem: () => void;
  readonly showFolder: () => void;
  readonly showLog: () => void;
  readonly showClipInFolder: (key: ClipKey) => void;
  readonly openClipInSystemPlayer: (key: ClipKey) => void;
  /** Puts it on the clipboard. */
  readonly copyText: (text: string) => void;
  readonly openLink: (link: Link) => void;
  readonly act: (action: ProblemAction) => void;
}
