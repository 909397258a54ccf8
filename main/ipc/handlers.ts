// What main does for each command of the contract.
import path from 'node:path';
import type {
  Belongings,
  ClipKey,
  JobId,
  Link,
  PluggedDrive,
  Result,
  Settings,
  StateSnapshot,
} from '../../preload/contract.ts';
import type { Session, SigningIn } from '../blink/index.ts';
import type { Library } from '../library/index.ts';
import type { ClipFiles } from '../media/clip-files.ts';
import type { HandOut } from '../media/handed-out.ts';
import type { Posters } from '../media/posters.ts';
import { failed, succeeded } from '../problem.ts';
import type { Saving } from '../saving/index.ts';
import type { Handlers } from './serve.ts';
import type { SmallState } from './small-state.ts';

/** What the desktop does for the window. */
export interface DesktopDoor {
  /** The system's dialog; null: closed without choosing. */
  chooseFolder(current: string | null): Promise<string | null>;
  /** The same, for a drive or folder to import from. */
  chooseSource(): Promise<string | null>;
  showInFolder(file: string): void;
  /** False where no program opens it. */
  open(file: string): Promise<boolean>;
  copyText(text: string): void;
  /** Answers whether it is on afterwards. */
  setOpenAtLogin(on: boolean): Promise<boolean>;
  openLink(link: Link): void;
  /** Ends the app and starts it again. */
  startAnew(): void;
  /** Puts a file itself on the clipboard. */
  copyFile(file: string): Promise<void>;
  /** Begins the system's drag; returns at the drop. */
  drag(files: readonly string[], picture: Uint8Array | null): void;
}

export interface HandlerParts extends ClipFiles {
  readonly state: SmallState;
  readonly snapshot: () => StateSnapshot;
  readonly library: Library;
  readonly saving: Saving;
  readonly session: Session;
  readonly signingIn: SigningIn;
  readonly posters: Posters;
  readonly belongings: () => Promise<Belongings>;
  readonly signOut: () => Promise<Result<null>>;
  readonly forgetEverything: () => Promise<Result<null>>;
  readonly handOut: HandOut;
  readonly check: () => Promise<unknown>;
  readonly cancelJob: (jobId: JobId) => Promise<void>;
  readonly takeFolder: (folderPath: string) => ReturnType<Handlers['chooseFolder']>;
  readonly endFirstRun: () => Promise<void>;
  readonly changeSettings: (part: Partial<Settings>) => Promise<void>;
  readonly pluggedDrives: () => Promise<readonly PluggedDrive[]>;
  readonly logFile: string;
  readonly desktop: DesktopDoor;
}

export function handlersOf(parts: HandlerParts): Handlers {
  const { library, saving, session, signingIn, posters, desktop, state } = parts;
  const done = async (work?: Promise<unknown> | undefined) => {
    await work;
    return succeeded(null);
  };
  const folderPath = () => {
    const { folder } = state.store.getState();
    return folder.kind === 'none' ? null : folder.path;
  };
  const withFile = async (key: ClipKey, act: (file: string) => Promise<boolean> | boolean) => {
    const file = await parts.fileOf(key);
    if (!file) return failed('clip-gone', { details: 'not on this computer' });
    return (await act(file.path)) ? succeeded(null) : failed('cannot-open', { subject: path.basename(file.path) });
  };

  /** What asks Blink, or writes where another process may be saving. */
  const asOwner =
    <Input, Value>(act: (input: Input) => Promise<Result<Value>>) =>
    async (input: Input): Promise<Result<Value>> =>
      state.store.getState().readOnly ? failed('already-running') : act(input);
  const fetchClip = asOwner((key: ClipKey) => saving.fetch(key));

  let offered: readonly string[] = [];

  return {
    getState: async () => succeeded(parts.snapshot()),
    getClips: async () => succeeded(library.clips()),
    getClipFacts: async ({ key }) => succeeded(await parts.factsOf(key)),
    prepareClip: async ({ key }) => ((await parts.fileOf(key)) ? succeeded(null) : fetchClip(key)),
    releaseClip: async ({ key }) => {
      saving.release(key);
      return succeeded(null);
    },
    showClipInFolder: ({ key }) =>
      withFile(key, (file) => {
        desktop.showInFolder(file);
        return true;
      }),
    openClipInSystemPlayer: ({ key }) => withFile(key, (file) => desktop.open(file)),
    copyClip: async ({ key }) => {
      const file = await parts.handOut(key);
      if (file === null) return failed('clip-gone', { details: 'not on this computer' });
      return done(desktop.copyFile(file));
    },
    offerClips: async ({ keys }) => {
      const files = await Promise.all(keys.map((key) => parts.handOut(key)));
      offered = files.filter((file) => file !== null);
      return succeeded({ missing: keys.filter((_key, index) => files[index] === null) });
    },
    // Nothing is awaited before the drag: the button is still pressed now.
    dragClips: async ({ picture }) => {
      desktop.drag(offered, picture);
      return succeeded(null);
    },
    markSeen: ({ keys, seen }) => done(library.markSeen(keys, seen)),
    markStarred: ({ keys, starred }) => done(library.markStarred(keys, starred)),
    markExcluded: ({ keys, excluded }) => done(library.markExcluded(keys, excluded)),
    explainClip: async ({ key }) => succeeded(await library.storyOf(key)),
    storePoster: async ({ key, jpeg }) => {
      if (!library.row(key)) return failed('clip-gone');
      const stored = await posters.store(key, jpeg);
      if (stored.ok) await library.markPoster(key);
      return stored;
    },
    signInWithTokenLine: asOwner(({ line }) => session.signInWithTokenLine(line)),
    signInAtBlink: asOwner(() => signingIn.inWindow()),
    bringSignInToFront: async () => {
      signingIn.bringToFront();
      return succeeded(null);
    },
    openSignInInBrowser: asOwner(() => signingIn.inBrowser()),
    signInWithCallbackAddress: async ({ address }) => signingIn.paste(address),
    cancelSignIn: () => done(signingIn.cancel()),
    signOut: asOwner(parts.signOut),
    getBelongings: async () => succeeded(await parts.belongings()),
    forgetEverything: asOwner(async () => {
      const forgotten = await parts.forgetEverything();
      if (!forgotten.ok) return forgotten;
      await desktop.setOpenAtLogin(false);
      desktop.startAnew();
      return forgotten;
    }),
    checkForClips: asOwner(() => done(parts.check())),
    saveClips: asOwner(({ keys, title }) => saving.save(keys, title)),
    saveClipsElsewhere: asOwner(async ({ keys, title }) => {
      const chosen = await desktop.chooseFolder(folderPath());
      if (chosen === null) return succeeded(null);
      const folder = await saving.chooseFolder(chosen);
      return folder.ok ? saving.save(keys, title, folder.value) : folder;
    }),
    cancelJob: asOwner(({ jobId }) => done(parts.cancelJob(jobId))),
    dismissJob: asOwner(({ jobId }) => saving.dismiss(jobId)),
    undoCancelJob: asOwner(({ jobId }) => saving.undoCancel(jobId)),
    pauseSaving: asOwner(({ jobId, length }) => saving.pause(jobId, length)),
    resumeSaving: asOwner(({ jobId }) => saving.resume(jobId)),
    moveJob: asOwner(({ jobId, before }) => saving.move(jobId, before)),
    retryFailed: asOwner(({ jobId }) => saving.retryFailed(jobId)),
    lookAtDeletion: ({ keys }) => saving.deletions.look(keys),
    deleteFromDrive: asOwner(async ({ keys }) => {
      // The window offers it only where it is switched on.
      if (!state.store.getState().settings.deleteFromDrive) throw new Error('deleting is switched off');
      saving.deletions.start(keys);
      return succeeded(null);
    }),
    stopDeleting: async () => {
      saving.deletions.stop('person');
      return succeeded(null);
    },
    dismissDeletion: async () => {
      saving.deletions.dismiss();
      return succeeded(null);
    },
    chooseFolder: asOwner(async () => {
      const chosen = await desktop.chooseFolder(folderPath());
      return chosen === null ? succeeded(false) : parts.takeFolder(chosen);
    }),
    takeSuggestedFolder: asOwner(async () => {
      const { firstRun } = state.store.getState();
      if (!firstRun) return failed('folder-missing');
      const taken = await parts.takeFolder(firstRun.suggestedFolder.path);
      return taken.ok ? succeeded(null) : taken;
    }),
    showFolder: async () => {
      const folder = folderPath();
      if (folder === null) return failed('folder-missing');
      if (saving.folderProblem?.kind === 'folder-missing') return { ok: false, problem: saving.folderProblem };
      return (await desktop.open(folder)) ? succeeded(null) : failed('cannot-open', { subject: folder });
    },
    showLog: async () => {
      desktop.showInFolder(parts.logFile);
      return succeeded(null);
    },
    endFirstRun: () => done(parts.endFirstRun()),
    confirmRemoved: asOwner(() => done(saving.reconciling.confirmRemoved())),
    getPluggedDrives: async () => succeeded(await parts.pluggedDrives()),
    importClips: asOwner(async ({ drive }) => {
      const drives = await parts.pluggedDrives();
      const source = drive === null ? await desktop.chooseSource() : drives.find(({ path: at }) => at === drive)?.path;
      if (source === null) return succeeded(false);
      if (source === undefined) return failed('source-unreadable', { subject: drive ?? '' }); // pulled out meanwhile
      const begun = await saving.importing.begin(source);
      return begun.ok ? succeeded(true) : begun;
    }),
    stopImport: asOwner(() => done(saving.importing.stop())),
    getRenamePlan: () => saving.renaming.preview(),
    renameSaved: asOwner(() => saving.renaming.begin()),
    stopRenaming: asOwner(() => done(saving.renaming.stop())),
    previewNames: async (style) => succeeded(library.previewNames(style)),
    changeSettings: async ({ openAtLogin: wanted, ...part }) => {
      const preview = part.names && library.previewNames(part.names);
      if (preview?.kind === 'fault') return failed('names-unusable', { details: preview.fault.kind });
      const openAtLogin = wanted === undefined ? {} : { openAtLogin: await desktop.setOpenAtLogin(wanted) };
      return done(parts.changeSettings({ ...part, ...openAtLogin }));
    },
    dismissNotice: async ({ id }) => {
      state.dismissNotice(id);
      return succeeded(null);
    },
    clearTold: async () => {
      state.clearTold();
      return succeeded(null);
    },
    copyText: async ({ text }) => {
      desktop.copyText(text);
      return succeeded(null);
    },
    openLink: async ({ link }) => {
      desktop.openLink(link);
      return succeeded(null);
    },
  };
}
