// The tray on a real bus: the icon, its menu and what each entry does; and desktops that have none.
import { type Panel, startPanel } from '../desktop/panel.ts';
import { until } from '../desktop/until.ts';
import { test as base, expect } from './app.ts';
import { compareFolder } from './compare-folder.ts';
import { chooseFolder, clipRows, jobBar, openSettings, requestsOf, signIn, truthOf, words } from './stories.ts';

const test = base.extend<{ panel: Panel }>({
  panel: async ({ desktop }, use) => {
    const panel = await startPanel(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '');
    await use(panel);
    panel.stop();
  },
});

const { tray } = words;
const iconIn = (panel: Panel) => until('an icon in the panel', () => panel.icons() === 1);
const noIconIn = (panel: Panel) => until('no icon in the panel', () => panel.icons() === 0);

test('the icon has pixels, a tooltip and a menu that follows what happens', async ({ panel, startCloud, launch }) => {
  await panel.come();
  const cloud = await startCloud('--clips', '7', '--speed', '20');
  const { page } = await launch({ cloud, speed: 20 });
  await iconIn(panel);
  await until('the tooltip', async () => (await panel.look()).tooltip === `${tray.name}: ${tray.signedOut}`);
  expect((await panel.look()).picture).toEqual([32, 32, { bytes: 4096 }]);

  await signIn(page, cloud);
  const menu = await until('five clips in the menu', async () => {
    const entries = await panel.menu();
    return entries.filter((entry) => entry.entries[0]?.label === tray.play).length === 5 && entries;
  });
  expect(menu[2]?.entries.map(({ label, enabled }) => [label, enabled])).toEqual([
    [tray.play, true],
    [tray.showInFolder, false],
    [tray.copy, false],
    [tray.save, false], // no folder is chosen yet
  ]);
  const labels = menu.filter(({ isSeparator, entries }) => !isSeparator && entries.length === 0).map((e) => e.label);
  expect(labels.slice(1)).toEqual([tray.checkNow, tray.openFolder, tray.open, tray.settings, tray.quit]);
});

test('with the window closed the app lives in the tray, saves from there, and comes back where it was', async ({
  panel,
  startCloud,
  desktop,
  launch,
}) => {
  await panel.come();
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await iconIn(panel);
  await signIn(page, cloud);
  await chooseFolder(main, page, `${desktop.folder}/clips`);
  await main.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 90, width: 900, height: 600 });
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await until('no window', () => main.windows().length === 0);

  const newest = await until('a clip to be saved', async () => {
    const clip = (await panel.menu()).find(({ entries }) => entries[0]?.label === tray.play && entries[3]?.enabled);
    return clip?.label;
  });
  await panel.click(newest, tray.save);
  const newestClip = truthOf(cloud).slice(0, 1);
  await until('the clip in the folder', () => compareFolder(`${desktop.folder}/clips`, newestClip).equal === 1);

  const window = main.waitForEvent('window');
  await panel.activate();
  const again = await window;
  await expect(clipRows(again).first()).toBeVisible();
  expect(await main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual({
    x: 120,
    y: 90,
    width: 900,
    height: 600,
  });
});

test('saving is paused and resumed from the tray', async ({ panel, startCloud, desktop, launch }) => {
  await panel.come();
  const cloud = await startCloud('--clips', '60', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await iconIn(panel);
  await signIn(page, cloud);
  await chooseFolder(main, page, `${desktop.folder}/clips`);
  await page.getByRole('button', { name: words.library.saveAllName(60) }).click();
  await expect(jobBar(page)).toContainText(/Saving [2-9] of 60/, { timeout: 15_000 });
  await until('a way to pause', async () => (await panel.menu()).some(({ label }) => label === tray.pause));
  await panel.click(tray.pause, words.queue.pauseFor('hour'));
  await expect(jobBar(page)).toContainText(/Paused until \d/);
  const offered = () => panel.menu().then((menu) => menu.map(({ label }) => label));
  await until('a way to resume', async () => (await offered()).includes(tray.resume));
  expect((await panel.look()).tooltip).toMatch(/Paused until/);
  await panel.click(tray.resume);
  await expect(jobBar(page)).toContainText('Saved 60 clips', { timeout: 30_000 });
});

test('Quit in the tray ends the app, and so does SIGTERM with no window open', async ({ panel, launch }) => {
  await panel.come();
  const first = await launch();
  await iconIn(panel);
  await panel.click(tray.quit);
  await first.ended;

  await noIconIn(panel);
  const second = await launch();
  await iconIn(panel);
  const process = second.main.process();
  await second.page.close();
  process.kill('SIGTERM');
  await second.ended;
});

test('without a tray, closing the window quits', async ({ launch }) => {
  const { main, ended } = await launch();
  await main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await ended;
});

test('a panel that comes late gets the icon, and another when it comes back', async ({ panel, launch }) => {
  await launch();
  await panel.come();
  await iconIn(panel);
  await panel.go();
  await panel.come();
  await iconIn(panel);
  panel.setHost(false);
  await noIconIn(panel);
  panel.setHost(true);
  await iconIn(panel);
});

test('when the tray goes away while no window is open, the window opens', async ({ panel, launch }) => {
  await panel.come();
  const { main, page } = await launch({ speed: 20 });
  await iconIn(panel);
  await page.close();
  const window = main.waitForEvent('window');
  await panel.go();
  await window;
});

test('who does not want the tray turns it off in the settings', async ({ panel, startCloud, launch }) => {
  await panel.come();
  const cloud = await startCloud('--clips', '1', '--speed', '20');
  const { main, page, ended } = await launch({ cloud, speed: 20 });
  await iconIn(panel);
  await signIn(page, cloud);
  const dialog = await openSettings(page);
  await dialog.getByRole('switch', { name: words.settings.closeToTray }).press('Space');
  await main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await ended;
});

test('the folder opens from the menu', async ({ panel, startCloud, desktop, launch }) => {
  await panel.come();
  const cloud = await startCloud('--clips', '2', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await iconIn(panel);
  await signIn(page, cloud);
  const folder = `${desktop.folder}/clips`;
  await chooseFolder(main, page, folder);
  await main.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      process.env.OPENED = path;
      return '';
    };
  });
  await until('the folder to be offered', async () =>
    (await panel.menu()).some(({ label, enabled }) => label === tray.openFolder && enabled),
  );
  await panel.click(tray.openFolder);
  await until('the folder opened', () => main.evaluate((_, wanted) => process.env.OPENED === wanted, folder));
});

test('each entry does what it says', async ({ panel, startCloud, desktop, launch }) => {
  await panel.come();
  const cloud = await startCloud('--clips', '2', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await iconIn(panel);
  await signIn(page, cloud);
  await chooseFolder(main, page, `${desktop.folder}/clips`);
  await main.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      process.env.OPENED = path;
      return '';
    };
    shell.showItemInFolder = (path) => {
      process.env.SHOWN = path;
    };
  });
  /** As soon as it is offered. */
  const click = (...labels: readonly string[]) =>
    until(`${labels.join(' → ')} to be offered`, () =>
      panel.click(...labels).then(
        () => true,
        () => false,
      ),
    );
  const newest = await until(
    'a clip',
    async () => (await panel.menu()).find(({ entries }) => entries.length === 4)?.label,
  );

  await click(newest, tray.save);
  await click(newest, tray.showInFolder);
  const shown = await until('its file shown', () => main.evaluate(() => process.env.SHOWN));
  await click(newest, tray.play);
  await until('it played', () => main.evaluate((_, file) => process.env.OPENED === file, shown));
  await click(newest, tray.copy);
  await until('it copied', () =>
    main.evaluate(({ clipboard }) => {
      // Electron 22's way, which the types of a later one do not know.
      const read: unknown = Reflect.get(clipboard, 'readBuffer');
      return typeof read === 'function' && String(read.call(clipboard, 'x-special/gnome-copied-files')) !== '';
    }),
  );

  await click(tray.pause, words.queue.pauseFor('hour'));
  await click(tray.resume);
  await until('it resumed', async () => (await panel.menu()).some(({ label }) => label === tray.pause));

  const before = requestsOf(cloud, 'home').length;
  await click(tray.checkNow);
  await until('another look', () => requestsOf(cloud, 'home').length > before);

  const settings = (window: typeof page) => window.getByRole('dialog', { name: words.settings.title });
  await panel.click(tray.settings);
  await expect(settings(page)).toBeVisible();
  await page.close();
  const opening = main.waitForEvent('window');
  await panel.click(tray.settings);
  await expect(settings(await opening)).toBeVisible();
});
