// Builds everything that needs no Electron, for the app and the command line alike, and keeps the small state true.
import fs from 'node:fs/promises';
import path from 'node:path';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type AppState,
  type ClipFacts,
  ClipFlag,
  type ClipKey,
  type Pace,
  type Problem,
  type Result,
} from '../preload/contract.ts';
import { type Blink, type BlinkRoles, connectBlink, type Session } from './blink/index.ts';
import type { Clock } from './clock.ts';
import { Home } from './home.ts';
import { firstState, shownSession, shownSettings, withNotice } from './ipc/app-state.ts';
import type { ClipFile } from './ipc/handlers.ts';
import type { SecretStore } from './keychain/index.ts';
import { type Library, openLibrary, readMp4 } from './library/index.ts';
import type { Log } from './log.ts';
import { answerMedia } from './media/answer.ts';
import { ClipCache } from './media/cache.ts';
import { cameraPictures } from './media/camera-pictures.ts';
import { openPosters, type Posters } from './media/posters.ts';
import { problem, succeeded } from './problem.ts';
import { type ChosenFolder, chooseFolder, roomIn, Saving } from './saving/index.ts';
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
  readonly log: Log;
}

export interface Core {
  readonly state: StoreApi<AppState>;
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
  /** Another process saves with this profile: this one only shows; or does no longer. */
  showReadOnly(readOnly: boolean): void;
  takeFolder(folderPath: string): Promise<Result<boolean>>;
  changeSettings(part: Partial<AppState['settings']>): Promise<void>;
  notice(id: NoticeId, found: Problem | null): void;
  dismissNotice(id: number): void;
  check(): Promise<unknown>;
  close(): Promise<void>;
}

/** One notice for each cause. */
export const noticeIds = { index: 1, keychain: 2, account: 3, running: 4 } as const;
type NoticeId = (typeof noticeIds)[keyof typeof noticeIds];

const cacheBytes = 1_000_000_000;
/** What stays free on the disk, or 5 % of it where that is less. */
const reserveBytes = 200_000_000;
/** Lanes and jobs change with every chunk that arrives; nobody reads faster than this. */
const shownEveryMs = 100;

export async function openCore(roles: CoreRoles): Promise<Result<Core>> {
  const { profile, settings, clock, log, random } = roles;
  const opened = await openLibrary({
    profile,
    clock,
    workerFile: roles.indexWorker,
    log,
  });
  if (!opened.ok) return opened;
  const { library, setAside } = opened.value;
  const state = createStore<AppState>(() => firstState(settings.current(), roles.versions));
  const pace = () => roles.pace ?? settings.current().pace;
  const folderNow = () => roles.folder ?? settings.current().folder;
  const closing = new AbortController();
  const blink: Blink = connectBlink({ ...roles, budgetStore: library.budget, pace, version: roles.versions.app });
  const cache = await ClipCache.open({ profile, store: library.cache, maxBytes: cacheBytes, clock });
  const posters = await openPosters(profile);

  const saving = new Saving({
    cloud: blink.cloud,
    library,
    profile,
    clock,
    random,
    pace,
    reserveBytes,
    log,
    onChange: () => showSoon(),
    shelf: cache,
  });
  const home = new Home({
    cloud: blink.cloud,
    library,
    saving,
    clock,
    signal: closing.signal,
    onChange: () => showHome(),
  });
  const pictureOf = cameraPictures({
    profile,
    pathOf: (cameraId) => home.cameraPicturePath(cameraId),
    fetch: (picturePath) => blink.cloud.cameraPicture(picturePath),
    clock,
    log,
  });

  // ---------------------------------------------------------------- the small state

  let showing = false;
  function showSoon(): void {
    if (!showing) void showWork();
    if (state.getState().folder.kind === 'ready' && saving.folderProblem) void showFolder();
    if (state.getState().folder.kind === 'problem' && !saving.folderProblem) void showFolder();
  }

  async function showWork(): Promise<void> {
    showing = true;
    await clock.sleep(clock.span(shownEveryMs), closing.signal).catch(() => undefined);
    showing = false;
    state.setState({ lanes: saving.lanes(), jobs: saving.jobs(), failed: saving.failed() });
  }

  function showHome(): void {
    state.setState({ systems: home.systems(), checking: home.checking });
    const cause = home.problem;
    notice(noticeIds.account, cause && cause.kind !== 'signed-out' ? cause : null);
  }

  async function showFolder(): Promise<void> {
    const folder = folderNow();
    if (!folder) return state.setState({ folder: { kind: 'none' } });
    const cause = saving.folderProblem;
    if (cause) return state.setState({ folder: { kind: 'problem', path: folder.path, problem: cause } });
    const room = await roomIn(folder.path);
    const newest = library.clips().columns.key[0];
    const exampleName = newest === undefined ? null : library.nameOf(newest as ClipKey); // keys are stored as plain numbers
    state.setState({ folder: { kind: 'ready', path: folder.path, freeBytes: room?.freeBytes ?? null, exampleName } });
  }

  function notice(id: number, found: Problem | null): void {
    const notices = withNotice(state.getState().notices, id, found, clock.now());
    if (notices !== state.getState().notices) state.setState({ notices });
  }

  // ---------------------------------------------------------------- the account

  let shownAccount: number | null = null;
  async function showAccount(accountId: number | null): Promise<void> {
    if (accountId === shownAccount) return;
    shownAccount = accountId;
    await clock.busy(library.useAccount(accountId));
    await home.open();
    await saving.changeAccount();
  }

  async function sessionChanged(): Promise<void> {
    const { status } = blink.session;
    const before = state.getState().session.kind;
    state.setState({ session: shownSession(status, roles.suggestedLine) });
    notice(noticeIds.keychain, status.kind === 'signed-in' ? status.keepingProblem : null);
    if (isLockedOut()) void openWhenUnlocked();
    if (status.kind !== 'signed-in' || before === 'signed-in') return;
    await showAccount(status.accountId);
    saving.retryNow();
    await home.check('interactive');
  }

  const isLockedOut = () =>
    blink.session.status.kind === 'signed-out' && blink.session.status.problem?.kind === 'keychain-locked';

  let waitingForKeychain = false;
  async function openWhenUnlocked(): Promise<void> {
    if (waitingForKeychain || !roles.unlocked) return;
    waitingForKeychain = true;
    await roles.unlocked(closing.signal);
    waitingForKeychain = false;
    if (isLockedOut() && !closing.signal.aborted) await blink.session.open();
  }

  async function fileOf(key: ClipKey): Promise<ClipFile | null> {
    const folder = folderNow();
    const flags = library.row(key)?.flags ?? 0;
    const copy = folder && (flags & ClipFlag.saved) !== 0 ? await library.queue.copyOf(key, folder.id) : null;
    const saved = folder && copy ? path.join(folder.path, copy.path) : null;
    if (copy && saved && (await isFile(saved))) return { path: saved, savedAs: copy.path };
    const cached = await cache.find(key);
    return cached ? { path: cached.file, savedAs: null } : null;
  }

  const unsubscribe = blink.session.onChange(() => void sessionChanged());
  if (setAside) notice(noticeIds.index, problem('index-damaged', { details: setAside }));
  await showAccount(await library.lastAccount());

  return succeeded({
    state,
    library,
    saving,
    session: blink.session,
    home,
    posters,
    answer: (request) =>
      answerMedia(request, {
        clipFile: async (key) => (await fileOf(key))?.path ?? null,
        posterFile: (key) => posters.fileOf(key),
        cameraPicture: pictureOf,
      }),
    fileOf,
    async factsOf(key) {
      const file = await fileOf(key);
      const mp4 = file ? await readFacts(file.path) : null;
      const facts = mp4?.ok ? mp4.value : null;
      return {
        key,
        fileName: file?.savedAs ?? library.nameOf(key),
        width: facts?.width ?? null,
        height: facts?.height ?? null,
        codec: facts?.codec ?? null,
        lengthMs: facts?.lengthMs ?? null,
        bytes: file ? (await fs.stat(file.path)).size : null,
      };
    },
    async start() {
      if (shownAccount !== null) await library.useAccount(shownAccount); // another process may have changed the index
      await saving.useFolder(folderNow());
      await showFolder();
      await blink.session.open();
      await sessionChanged();
    },
    showReadOnly(readOnly) {
      state.setState({ readOnly });
      notice(noticeIds.running, readOnly ? problem('already-running') : null);
    },
    async takeFolder(folderPath) {
      const chosen = await chooseFolder(folderPath);
      if (!chosen.ok) return chosen;
      await settings.change({ folder: chosen.value });
      await saving.useFolder(chosen.value);
      await showFolder();
      return succeeded(true);
    },
    async changeSettings(part) {
      await settings.change(part);
      state.setState({ settings: shownSettings(settings.current()) });
    },
    notice,
    dismissNotice(id) {
      state.setState({ notices: state.getState().notices.filter((other) => other.id !== id) });
    },
    async check() {
      if (isLockedOut()) await blink.session.open();
      return home.check('interactive');
    },
    async close() {
      unsubscribe();
      closing.abort();
      await saving.close();
      await blink.close();
      await library.close();
    },
  });
}

async function readFacts(file: string) {
  const handle = await fs.open(file);
  try {
    const read = async (offset: number, size: number) => {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(size), 0, size, offset);
      return buffer.subarray(0, bytesRead);
    };
    return await readMp4(read, (await handle.stat()).size);
  } finally {
    await handle.close();
  }
}

const isFile = (file: string) =>
  fs.stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
