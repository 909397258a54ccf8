// The app's life, in order.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { app, ipcMain, powerMonitor, session } from 'electron';
import { loopbackOrigin, SigningIn } from './blink/index.ts';
import { systemClock } from './clock.ts';
import { type Core, openCore } from './core.ts';
import { Background } from './desktop/background.ts';
import { cloudFetch } from './desktop/cloud-fetch.ts';
import { tellWhyNot } from './desktop/dialogs.ts';
import { desktopDoor } from './desktop/door.ts';
import { hardenBeforeReady, hardenSession, refuseDebuggers } from './desktop/hardening.ts';
import { openInBrowser } from './desktop/links.ts';
import { hiddenSwitch, loginItem, startCommand } from './desktop/login-item.ts';
import { startPresence } from './desktop/presence.ts';
import { closeBeforeQuit } from './desktop/quit.ts';
import { registerSchemes, serveAppScheme, serveClipScheme } from './desktop/schemes.ts';
import { SignInWindow } from './desktop/sign-in-window.ts';
import { applyTheme } from './desktop/theme.ts';
import { isWorking } from './desktop/tray-model.ts';
import { MainWindow } from './desktop/window.ts';
import { wordsFor } from './desktop/words.ts';
import { isRelease, readEnvironment } from './environment.ts';
import { forgetIfMarked } from './forget.ts';
import { handlersOf } from './ipc/handlers.ts';
import { publish } from './ipc/publish.ts';
import { type Handlers, serveContract } from './ipc/serve.ts';
import { keychainSecrets } from './keychain/keytar.ts';
import { keychainService } from './keychain/service-name.ts';
import { whenUnlocked } from './keychain/when-unlocked.ts';
import { logFileOf, openLog } from './log.ts';
import { whenOwner } from './owner.ts';
import { chosenProfile, makeProfile, profilePath } from './profile.ts';
import { pluggedDrives } from './saving/index.ts';
import { openSettings } from './settings.ts';

const environment = readEnvironment(process.env);
const clock = systemClock(environment.speed);
const machine = { platform: process.platform, env: process.env, home: homedir(), cwd: process.cwd() };
const chosen = chosenProfile(process.argv);
const profile = profilePath(chosen, machine);
app.setPath('userData', profile);
// As electron-builder.yml calls it in the start menu: Windows shows no notification of an app that it does not find.
if (process.platform === 'win32') app.setAppUserModelId('app.cliptray');
if (isRelease) refuseDebuggers(app);
const setPageRules = hardenBeforeReady(app);
registerSchemes();

if (app.requestSingleInstanceLock()) void run();
else app.quit(); // the first one shows its window

/** What the window shows, once it is open. */
interface Behind {
  readonly core: Core;
  readonly background: Background;
  readonly handlers: Handlers;
}

async function run(): Promise<void> {
  const indexWorker = new Worker(path.join(__dirname, 'index-worker.cjs')); // it starts while Electron does
  await makeProfile(profile);
  await forgetIfMarked(profile);
  const log = openLog(profile);
  const settings = await openSettings(profile, log);
  await app.whenReady();
  applyTheme(settings.current().theme);
  hardenSession(session.defaultSession);

  // The window first: its page starts while the library is opened, and waits for its answers.
  let behind: Behind | null = null;
  let isOpen = (_: Behind): void => undefined;
  const opened = new Promise<Behind>((resolve) => {
    isOpen = resolve;
  });
  const window = new MainWindow({
    settings,
    preload: path.join(__dirname, '../preload/index.cjs'),
    minimisesOnClose: () => behind?.background.minimisesOnClose() ?? false,
    onShown: (isShown) => behind?.core.windowShown(isShown),
    log,
  });
  serveAppScheme(session.defaultSession, path.join(__dirname, '../renderer'));
  // Before the page: a document never learns of a scheme that is served only after it was opened.
  serveClipScheme(session.defaultSession, async (request) => (await opened).core.answer(request));
  serveContract({
    ipc: ipcMain,
    handlers: opened.then(({ handlers }) => handlers),
    isOurWindow: (webContentsId) => window.isOurs(webContentsId),
    log,
  });
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  if (!app.commandLine.hasSwitch(hiddenSwitch)) window.show();

  const login = loginItem({
    machine,
    app,
    command: startCommand(process.env, process.execPath, app.isPackaged ? null : app.getAppPath(), chosen && profile),
    log,
  });
  const openAtLogin = await login.isOn();
  if (openAtLogin) await login.set(true); // the app may have moved
  if (settings.current().openAtLogin !== openAtLogin) await settings.change({ openAtLogin });

  const service = await keychainService(profile, environment.baseUrl);
  const found = await openCore({
    profile,
    settings,
    secrets: keychainSecrets({ service, clock }),
    unlocked: (signal) => whenUnlocked(clock, signal),
    fetch: cloudFetch(),
    clock,
    random: Math.random,
    baseUrl: environment.baseUrl,
    indexWorker,
    versions: { app: app.getVersion(), electron: process.versions.electron },
    suggestedFolder: path.join(app.getPath('videos'), 'Blink'),
    suggestedLine: isRelease ? null : suggestedLine(),
    log,
  });
  if (!found.ok) return tellWhyNot(found.problem, app);
  const core = found.value;

  const { store } = core.state;
  const words = wordsFor(app.getLocale());
  const ending = new AbortController();
  const background = new Background({
    settings,
    isWorking: () => isWorking(store.getState()),
    words: words.tray,
    clock,
    signal: ending.signal,
  });
  const signInPage = new SignInWindow({
    parent: () => window.current,
    setRules: setPageRules,
    loopback: environment.baseUrl && loopbackOrigin(environment.baseUrl),
    language: app.getLocale(),
  });
  const signingIn = new SigningIn({
    session: core.session,
    askInWindow: signInPage.ask,
    showWindow: signInPage.show,
    openBrowser: (address) => openInBrowser(address, log),
  });
  const resources = path.join(__dirname, '../../resources');
  const publisher = publish({
    clock,
    state: store,
    clips: core.library,
    tell: (name, value) => window.tell(name, value),
  });
  const handlers = handlersOf({
    ...core,
    signingIn,
    snapshot: publisher.snapshot,
    pluggedDrives: () => pluggedDrives({ platform: process.platform, user: process.env.USER ?? '' }),
    logFile: logFileOf(profile),
    desktop: desktopDoor(window, login, words, path.join(resources, 'app.png'), log),
  });
  behind = { core, background, handlers };
  isOpen(behind);
  core.windowShown(window.current !== null);
  store.subscribe(({ settings: { theme } }) => applyTheme(theme));
  startPresence({
    app,
    store,
    list: (note) => core.state.tell(note),
    library: core.library,
    window,
    background,
    handlers,
    words,
    settings,
    resources,
    clock,
    signal: ending.signal,
    log,
  });

  const ownership = whenOwner(profile, clock, (waiting) => core.state.showReadOnly(waiting));
  const close = async () => {
    ending.abort();
    publisher.close();
    await signingIn.cancel();
    const owned = await ownership.stop();
    await core.close();
    await settings.close();
    owned?.release();
  };
  closeBeforeQuit(app, close, clock, log);
  if (!(await ownership.taken)) return;
  await core.start();
  app.on('browser-window-focus', () => core.checkSoon());
  powerMonitor.on('resume', () => {
    core.saving.retryNow();
    core.checkSoon();
  });
}

/** The demo's token line, which fills in the sign-in field: in no release, and never used without a click. */
function suggestedLine(): string | null {
  const file = app.commandLine.getSwitchValue('token-line');
  return file ? readFileSync(file, 'utf8').trim() : null;
}
