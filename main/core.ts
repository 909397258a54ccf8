// Builds everything that needs no Electron, for the app and the command line alike.
import type { Worker } from 'node:worker_threads';
import type {
  AppState,
  Belongings,
  ClipFacts,
  ClipKey,
  DayHours,
  JobId,
  ModuleId,
  Pace,
  Problem,
  Result,
  Settings,
  System,
} from '../preload/contract.ts';
import { Account } from './account.ts';
import { type BlinkRoles, connectBlink, type Session } from './blink/index.ts';
import type { Clock } from './clock.ts';
import { markForgotten } from './forget.ts';
import { Home } from './home.ts';
import { noticeIds, SmallState } from './ipc/small-state.ts';
import type { SecretStore } from './keychain/index.ts';
import { belongingsOf, isFuller, type Library, openLibrary } from './library/index.ts';
import type { Log } from './log.ts';
import { answerMedia } from './media/answer.ts';
import { ClipCache } from './media/cache.ts';
import { cameraPictures } from './media/camera-pictures.ts';
import { type ClipFile, clipFiles } from './media/clip-files.ts';
import { type HandOut, openHandedOut } from './media/handed-out.ts';
import { openPosters, type Posters } from './media/posters.ts';
import { problem, succeeded } from './problem.ts';
import { RegularCheck } from './regular-check.ts';
import { AutoSaver, type ChosenFolder, roomIn, ruleAfterCancelling, Saving } from './saving/index.ts';
import type { SettingsFile } from './settings.ts';

export interface CoreRoles {
  readonly profile: string;
  readonly settings: SettingsFile;
  readonly secrets: SecretStore;
  /** Resolves when a keychain that is locked no longer is, or when the signal ends the wait. */
  readonly unlocked?: (signal: AbortSignal) => Promise<void>;
  readonly fetch: BlinkRoles['fetch'];
  readonly clock: Clock;
  readonly random: () => number;
  /** One loopback address that stands for Blink's hosts; null: Blink's own. */
  readonly baseUrl: string | null;
  /** Owns the index: runs its source, or what the build made of it. */
  readonly indexWorker: Worker;
  readonly versions: AppState['versions'];
  /** Where the first run suggests to save; without it nobody is asked. */
  readonly suggestedFolder?: string;
  /** Fills in the sign-in field on a simulated cloud. */
  readonly suggestedLine: string | null;
  /** Saves here instead of into the settings' folder. */
  readonly folder?: ChosenFolder;
  /** Overrides the settings' pace, as the command line can. */
  readonly pace?: Pace;
  /** Overrides the settings' hours for long jobs, as the command line can. */
  readonly savingHours?: DayHours;
  readonly log: Log;
}

export interface Core {
  readonly state: SmallState;
  readonly library: Library;
  readonly saving: Saving;
  readonly session: Session;
  readonly home: Home;
  readonly posters: Posters;
  readonly handOut: HandOut;
  /** Answers clip://. */
  readonly answer: (request: Request) => Promise<Response>;
  fileOf(key: ClipKey): Promise<ClipFile | null>;
  factsOf(key: ClipKey): Promise<ClipFacts>;
  /** Reads the keychain, looks at the account's home, goes on with what was being saved. Needs the profile's ownership. */
  start(): Promise<void>;
  /** The clips folder and what is known of its clips, and nothing of keychain and network. Needs the profile's ownership. */
  startWithoutBlink(): Promise<void>;
  check(): Promise<unknown>;
  belongings(): Promise<Belongings>;
  /** The tokens go, everything else stays; jobs wait. */
  signOut(): Promise<Result<null>>;
  /** Signs out and marks the profile to be deleted by `forgetIfMarked` once this is closed. */
  forgetEverything(): Promise<Result<null>>;
  /** Takes back what waits. Clips that were to be saved by themselves are not wanted again: only those that come later. */
  cancelJob(jobId: JobId): Promise<void>;
  /** Whether a person can see what is shown of the drives. */
  windowShown(isShown: boolean): void;
  /** Somebody is there again, or the network may be. */
  checkSoon(): void;
  takeFolder(folderPath: string): Promise<Result<boolean>>;
  /** It was finished or skipped, once and for all. */
  endFirstRun(): Promise<void>;
  changeSettings(part: Partial<Settings>): Promise<void>;
  close(): Promise<void>;
}

const cacheBytes = 1_000_000_000;
/** What stays free on the disk, or 5 % of it where that is less. */
const reserveBytes = 200_000_000;

/** How often drives are looked at, and how often while they are shown (protocol §6). */
const drivesMinutes = 5;
const drivesShownMinutes = 0.5;

/** Full, or fuller than the person wants to be told of; percent. */
const isFilling = (systems: readonly System[], moduleId: ModuleId, fullerThan: number): boolean =>
  systems
    .flatMap(({ modules }) => modules)
    .some((module) => module.id === moduleId && (module.drive === 'memory_full' || isFuller(module, fullerThan)));

export async function openCore(roles: CoreRoles): Promise<Result<Core>> {
  const { profile, settings, clock, log, random, versions, suggestedLine } = roles;
  log.info('opening', versions);
  let onTrouble = (_: Problem | null) => {}; // the state that shows it needs the library first
  const opened = await openLibrary({
    profile,
    clock,
    worker: roles.indexWorker,
    log,
    onTrouble: (cause) => onTrouble(cause),
    names: () => settings.current().names,
  });
  if (!opened.ok) return opened;
  const { library, setAside } = opened.value;

  const pace = () => roles.pace ?? settings.current().pace;
  const folder = () => roles.folder ?? settings.current().folder;
  const closing = new AbortController();
  const { signal } = closing;
  const {
    cloud,
    session,
    close: closeBlink,
  } = connectBlink({
    ...roles,
    budgetStore: library.budget,
    pace,
    version: versions.app,
    onAccount: (accountId) => account.show(accountId),
  });
  const cache = await ClipCache.open({ profile, store: library.cache, maxBytes: cacheBytes, clock });
  const files = clipFiles({ library, cache, folder });
  const posters = await openPosters(profile);
  const nameOf = (key: ClipKey) => library.nameOf(key);
  const handOut = await openHandedOut({ profile, fileOf: files.fileOf, nameOf, clock });
  const state = new SmallState({ settings: settings.current(), versions, suggestedLine, folder, library, clock });
  onTrouble = (cause) => state.notice(noticeIds.profileDisk, cause);
  const saving: Saving = new Saving({
    cloud,
    library,
    profile,
    clock,
    random,
    pace,
    savingHours: () => roles.savingHours ?? settings.current().savingHours,
    isDriveFilling: (moduleId) => isFilling(home.systems(), moduleId, settings.current().driveFullerThan),
    reserveBytes,
    log,
    shelf: cache,
    onChange: () => void state.showSaving(saving),
  });
  const regularCheck = new RegularCheck({
    clock,
    random,
    everyMinutes: () => settings.current().checkEveryMinutes,
    async check() {
      saving.reconciling.look();
      return account.isSignedIn && home.check('bulk');
    },
    signal,
  });
  let isShown = false;
  const driveCheck = new RegularCheck({
    clock,
    random,
    // Who saves at a gentle pace has a clip less for each look.
    everyMinutes: () => (isShown && !spendsBudget() ? drivesShownMinutes : drivesMinutes),
    check: async () => account.isSignedIn && driveCheck.checked(await home.lookAtDrives()),
    signal,
  });
  const spendsBudget = () => pace() !== 'full' && saving.lanes().some(({ waiting }) => waiting > 0);
  const home: Home = new Home({
    cloud,
    library,
    saving,
    clock,
    signal,
    onChecked: (outcome) => {
      follow(autoSaver.look());
      driveCheck.checked(outcome);
      return regularCheck.checked(outcome);
    },
    onDriveBack: () => regularCheck.soon(),
    onChange: () => {
      saving.drivesChanged();
      return state.showHome({ systems: home.systems(), checking: home.checking }, home.problem);
    },
  });
  const autoSaver = new AutoSaver({
    library,
    save: (keys, title) => saving.save(keys, title),
    account: () => account.id,
    // What is named for this run alone is for what was asked for in it.
    rule: () => (roles.folder ? null : settings.current().autoSave),
  });
  const pictureOf = cameraPictures({
    profile,
    account: () => account.id,
    pathOf: (cameraId) => home.cameraPicturePath(cameraId),
    fetch: (picturePath) => cloud.cameraPicture(picturePath),
    clock,
    log,
  });

  const account: Account = new Account({
    session,
    library,
    home,
    saving,
    state,
    clock,
    unlocked: roles.unlocked,
    signal,
  });

  async function takeUpFolder(): Promise<void> {
    await library.refresh(); // another process may have been saving until now
    const first = folder();
    const own = settings.current().folder; // where none was chosen, the one named for this run is the app's own
    await saving.useFolder(first, (own?.id ?? first?.id) === first?.id);
    await state.showFolder(saving);
  }

  const following = new Set<Promise<void>>();
  const follow = (work: Promise<void>): void => {
    const followed = work
      .catch((error: unknown) => log.error('the account could not be followed', error))
      .finally(() => following.delete(followed));
    following.add(followed);
  };
  const unsubscribe = session.onChange(() => follow(account.follow()));
  if (setAside) state.notice(noticeIds.index, problem('index-damaged', { details: setAside }));
  const { suggestedFolder } = roles;
  if (suggestedFolder !== undefined && !settings.current().firstRunOver) {
    const room = await roomIn(suggestedFolder);
    state.showFirstRun({ suggestedFolder: { path: suggestedFolder, freeBytes: room?.freeBytes ?? null } });
  }
  await account.show(await library.lastAccount());

  async function changeSettings(part: Partial<Settings>): Promise<void> {
    await clock.busy(settings.change(part));
    state.showSettings(settings.current());
    regularCheck.reconsider();
    if (part.savingHours !== undefined) saving.hoursChanged();
    if (part.driveFullerThan !== undefined) saving.drivesChanged();
    if (part.names !== undefined) await state.showFolder(saving);
    if (part.autoSave && account.isSignedIn) follow(autoSaver.look());
  }

  return succeeded({
    state,
    library,
    saving,
    session,
    home,
    posters,
    handOut,
    ...files,
    answer: (request) =>
      answerMedia(request, {
        clipFile: async (key) => (await files.fileOf(key))?.path ?? null,
        posterFile: (key) => posters.fileOf(key),
        cameraPicture: pictureOf,
      }),
    async start() {
      account.begin();
      await takeUpFolder();
      await session.open();
      await account.follow();
      follow(regularCheck.run());
      follow(driveCheck.run());
    },
    windowShown(shown) {
      isShown = shown;
      driveCheck.reconsider();
      if (shown) driveCheck.soon();
    },
    async startWithoutBlink() {
      await saving.leaveAccount(); // nothing is asked of its modules
      await takeUpFolder();
    },
    checkSoon() {
      regularCheck.soon();
      saving.reconciling.look();
    },
    async check() {
      if (account.isLockedOut) await session.open();
      await session.tryNow();
      await account.shown();
      saving.retryNow(); // who asks does not want to wait for what went wrong before
      return home.check('interactive');
    },
    belongings: () => belongingsOf({ profile, library, folder: folder() }),
    signOut: () => session.signOut({ keepsHardwareId: true }),
    async forgetEverything() {
      const signedOut = await session.signOut({ keepsHardwareId: false });
      if (signedOut.ok) await markForgotten(profile);
      return signedOut;
    },
    async takeFolder(folderPath) {
      const chosen = await saving.chooseFolder(folderPath);
      if (!chosen.ok) return chosen;
      await clock.busy(settings.change({ folder: chosen.value }));
      await saving.useFolder(chosen.value);
      await state.showFolder(saving);
      return succeeded(true);
    },
    async endFirstRun() {
      await clock.busy(settings.change({ firstRunOver: true }));
      state.showFirstRun(null);
    },
    changeSettings,
    async cancelJob(jobId) {
      const title = saving.jobs().find(({ id }) => id === jobId)?.title;
      const autoSave = ruleAfterCancelling(settings.current().autoSave, title, clock.now());
      if (autoSave) await changeSettings({ autoSave });
      await saving.cancel(jobId);
    },
    async close() {
      unsubscribe();
      closing.abort();
      state.close();
      await saving.close();
      await closeBlink();
      await Promise.all(following);
      await library.close();
    },
  });
}
