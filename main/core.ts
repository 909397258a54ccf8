// Builds everything that needs no Electron, for the app and the command line alike.
import type {
  AppState,
  ClipFacts,
  ClipKey,
  Pace,
  Problem,
  Result,
  SavingHours,
  Settings,
} from '../preload/contract.ts';
import { type BlinkRoles, connectBlink, type Session } from './blink/index.ts';
import { checkRegularly, type RegularCheck } from './check-regularly.ts';
import type { Clock } from './clock.ts';
import { Home } from './home.ts';
import { noticeIds, SmallState } from './ipc/small-state.ts';
import type { SecretStore } from './keychain/index.ts';
import { type Library, openLibrary } from './library/index.ts';
import type { Log } from './log.ts';
import { answerMedia } from './media/answer.ts';
import { ClipCache } from './media/cache.ts';
import { cameraPictures } from './media/camera-pictures.ts';
import { type ClipFile, clipFiles } from './media/clip-files.ts';
import { openPosters, type Posters } from './media/posters.ts';
import { problem, succeeded } from './problem.ts';
import { type ChosenFolder, chooseFolder, Saving } from './saving/index.ts';
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
  /** The worker that owns the index: its source, or what the build made of it. */
  readonly indexWorker: URL | string;
  readonly versions: AppState['versions'];
  /** Fills in the sign-in field on a simulated cloud. */
  readonly suggestedLine: string | null;
  /** Saves here instead of into the settings' folder. */
  readonly folder?: ChosenFolder;
  /** Overrides the settings' pace, as the command line can. */
  readonly pace?: Pace;
  /** Overrides the settings' hours for long jobs, as the command line can. */
  readonly savingHours?: SavingHours;
  readonly log: Log;
}

export interface Core {
  readonly state: SmallState;
  readonly library: Library;
  readonly saving: Saving;
  readonly session: Session;
  readonly home: Home;
  readonly posters: Posters;
  /** Answers clip://. */
  readonly answer: (request: Request) => Promise<Response>;
  fileOf(key: ClipKey): Promise<ClipFile | null>;
  factsOf(key: ClipKey): Promise<ClipFacts>;
  /** Reads the keychain, looks at the account's home, goes on with what was being saved. Needs the profile's ownership. */
  start(): Promise<void>;
  check(): Promise<unknown>;
  /** Somebody is there again, or the network may be: a look now, where the last one is a while ago. */
  checkSoon(): void;
  takeFolder(folderPath: string): Promise<Result<boolean>>;
  changeSettings(part: Partial<Settings>): Promise<void>;
  close(): Promise<void>;
}

const cacheBytes = 1_000_000_000;
/** What stays free on the disk, or 5 % of it where that is less. */
const reserveBytes = 200_000_000;

export async function openCore(roles: CoreRoles): Promise<Result<Core>> {
  const { profile, settings, clock, log, random, versions, suggestedLine } = roles;
  log.info('opening', versions);
  let onTrouble = (_: Problem | null) => {}; // the state that shows it needs the library first
  const opened = await openLibrary({
    profile,
    clock,
    workerFile: roles.indexWorker,
    log,
    onTrouble: (cause) => onTrouble(cause),
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
  } = connectBlink({ ...roles, budgetStore: library.budget, pace, version: versions.app });
  const cache = await ClipCache.open({ profile, store: library.cache, maxBytes: cacheBytes, clock });
  const files = clipFiles({ library, cache, folder });
  const posters = await openPosters(profile);
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
    reserveBytes,
    log,
    shelf: cache,
    onChange: () => void state.showSaving(saving),
  });
  const home: Home = new Home({
    cloud,
    library,
    saving,
    clock,
    signal,
    onChange: () => state.showHome({ systems: home.systems(), checking: home.checking }, home.problem),
  });
  const pictureOf = cameraPictures({
    profile,
    pathOf: (cameraId) => home.cameraPicturePath(cameraId),
    fetch: (picturePath) => cloud.cameraPicture(picturePath),
    clock,
    log,
  });

  // ---------------------------------------------------------------- the account

  let shownAccount: number | null = null;
  async function showAccount(accountId: number | null): Promise<void> {
    if (accountId === shownAccount) return;
    shownAccount = accountId;
    await saving.leaveAccount();
    await clock.busy(library.useAccount(accountId));
    await home.open();
    await saving.changeAccount();
  }

  let signedIn = false;
  async function sessionChanged(): Promise<void> {
    const { status } = session;
    const justSignedIn = status.kind === 'signed-in' && !signedIn;
    signedIn = status.kind === 'signed-in';
    state.showSession(status);
    if (isLockedOut()) await openWhenUnlocked();
    if (status.kind !== 'signed-in' || !justSignedIn) return;
    await showAccount(status.accountId);
    saving.retryNow();
    await home.check('interactive');
  }

  const isLockedOut = () => session.status.kind === 'signed-out' && session.status.problem?.kind === 'keychain-locked';

  let regularCheck: RegularCheck | null = null;
  let waitingForKeychain = false;
  async function openWhenUnlocked(): Promise<void> {
    if (waitingForKeychain || !roles.unlocked) return;
    waitingForKeychain = true;
    await roles.unlocked(signal);
    waitingForKeychain = false;
    if (isLockedOut() && !signal.aborted) await session.open();
  }

  const following = new Set<Promise<void>>();
  const follow = (work: Promise<void>): void => {
    const followed = work
      .catch((error: unknown) => log.error('the account could not be followed', error))
      .finally(() => following.delete(followed));
    following.add(followed);
  };
  const unsubscribe = session.onChange(() => follow(sessionChanged()));
  if (setAside) state.notice(noticeIds.index, problem('index-damaged', { details: setAside }));
  await showAccount(await library.lastAccount());

  return succeeded({
    state,
    library,
    saving,
    session,
    home,
    posters,
    ...files,
    answer: (request) =>
      answerMedia(request, {
        clipFile: async (key) => (await files.fileOf(key))?.path ?? null,
        posterFile: (key) => posters.fileOf(key),
        cameraPicture: pictureOf,
      }),
    async start() {
      if (shownAccount !== null) await library.useAccount(shownAccount); // another process may have changed the index
      const first = folder();
      const own = settings.current().folder; // where none was chosen, the one named for this run is the app's own
      await saving.useFolder(first, (own?.id ?? first?.id) === first?.id);
      await state.showFolder(saving);
      await session.open();
      await sessionChanged();
      regularCheck = checkRegularly({ clock, random, signal, check: () => (signedIn ? home.check('bulk') : null) });
      follow(regularCheck.ended);
    },
    checkSoon: () => regularCheck?.soon(),
    async check() {
      if (isLockedOut()) await session.open();
      return home.check('interactive');
    },
    async takeFolder(folderPath) {
      const chosen = await chooseFolder(folderPath);
      if (!chosen.ok) return chosen;
      await settings.change({ folder: chosen.value });
      await saving.useFolder(chosen.value);
      await state.showFolder(saving);
      return succeeded(true);
    },
    async changeSettings(part) {
      await settings.change(part);
      state.showSettings(settings.current());
      if (part.savingHours !== undefined) saving.hoursChanged();
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
