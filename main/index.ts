// The app's life, in order.
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { app, ipcMain, session } from 'electron';
import { loopbackOrigin, SigningIn } from './blink/index.ts';
import { systemClock } from './clock.ts';
import { openCore } from './core.ts';
import { cloudFetch } from './desktop/cloud-fetch.ts';
import { tellWhyNot } from './desktop/dialogs.ts';
import { desktopDoor } from './desktop/door.ts';
import { hardenBeforeReady, hardenSession } from './desktop/hardening.ts';
import { openInBrowser } from './desktop/links.ts';
import { setMenu } from './desktop/menu.ts';
import { closeBeforeQuit } from './desktop/quit.ts';
import { registerSchemes, serveAppScheme, serveClipScheme } from './desktop/schemes.ts';
import { signInWindow } from './desktop/sign-in-window.ts';
import { applyTheme } from './desktop/theme.ts';
import { MainWindow } from './desktop/window.ts';
import { isPackaged, readEnvironment } from './environment.ts';
import { handlersOf } from './ipc/handlers.ts';
import { publish } from './ipc/publish.ts';
import { serveContract } from './ipc/serve.ts';
import { keychainSecrets } from './keychain/keytar.ts';
import { keychainService } from './keychain/service-name.ts';
import { whenUnlocked } from './keychain/when-unlocked.ts';
import { openLog } from './log.ts';
import { whenOwner } from './owner.ts';
import { chosenProfile, makeProfile, profilePath } from './profile.ts';
import { openSettings } from './settings.ts';

const environment = readEnvironment(process.env, isPackaged);
const clock = systemClock(environment.speed);
const machine = { platform: process.platform, env: process.env, home: homedir(), cwd: process.cwd() };
const profile = profilePath(chosenProfile(process.argv), machine);
app.setPath('userData', profile);
const setPageRules = hardenBeforeReady(app);
registerSchemes();

if (app.requestSingleInstanceLock()) void run();
else app.quit(); // the first one shows its window

async function run(): Promise<void> {
  await makeProfile(profile);
  const log = openLog(profile);
  const settings = await openSettings(profile, log);
  await app.whenReady();
  applyTheme(settings.current().theme);
  setMenu(process.platform);
  hardenSession(session.defaultSession);

  const service = await keychainService(profile, environment.baseUrl);
  const opened = await openCore({
    profile,
    settings,
    secrets: keychainSecrets({ service, clock }),
    unlocked: (signal) => whenUnlocked(clock, signal),
    fetch: cloudFetch(),
    clock,
    random: Math.random,
    baseUrl: environment.baseUrl,
    indexWorker: path.join(__dirname, 'index-worker.cjs'),
    versions: { app: app.getVersion(), electron: process.versions.electron },
    suggestedLine: suggestedLine(),
    log,
  });
  if (!opened.ok) return tellWhyNot(opened.problem, app);
  const core = opened.value;

  const window = new MainWindow({ settings, preload: path.join(__dirname, '../preload/index.cjs'), log });
  const signingIn = new SigningIn({
    session: core.session,
    askInWindow: signInWindow({
      parent: () => window.current,
      setRules: setPageRules,
      loopback: environment.baseUrl && loopbackOrigin(environment.baseUrl),
      language: app.getLocale(),
    }),
    openBrowser: (address) => openInBrowser(address, log),
  });
  const publisher = publish({
    clock,
    state: core.state.store,
    clips: core.library,
    tell: (name, value) => window.tell(name, value),
  });
  serveAppScheme(session.defaultSession, path.join(__dirname, '../renderer'));
  serveClipScheme(session.defaultSession, core.answer);
  serveContract({
    ipc: ipcMain,
    handlers: handlersOf({
      ...core,
      signingIn,
      snapshot: publisher.snapshot,
      desktop: desktopDoor(window, app.getLocale(), log),
    }),
    isOurWindow: (webContentsId) => window.isOurs(webContentsId),
    log,
  });
  core.state.store.subscribe(({ settings: { theme } }) => applyTheme(theme));
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  app.on('window-all-closed', () => app.quit());
  window.show();

  const ownership = whenOwner(profile, clock, (waiting) => core.state.showReadOnly(waiting));
  const close = async () => {
    publisher.close();
    await signingIn.cancel();
    const owned = await ownership.stop();
    await core.close();
    await settings.close();
    owned?.release();
  };
  closeBeforeQuit(app, close, clock, log);
  if (await ownership.taken) await core.start();
}

/** The demo's token line, which fills in the sign-in field: unpackaged only, and never used without a click. */
function suggestedLine(): string | null {
  const file = app.commandLine.getSwitchValue('token-line');
  return isPackaged || !file ? null : readFileSync(file, 'utf8').trim();
}
