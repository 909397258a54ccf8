// Notifications on a real bus: what is told, what a click does, and desktops that show none.
import type { Page } from '@playwright/test';
import { type NotificationServer, startNotificationServer } from '../desktop/notification-server.ts';
import { type Panel, startPanel } from '../desktop/panel.ts';
import { until } from '../desktop/until.ts';
import { test as base, expect } from './app.ts';
import { chooseFolder, control, signIn, words } from './stories.ts';

const test = base.extend<{ panel: Panel; server: NotificationServer }>({
  panel: async ({ desktop }, use) => {
    const panel = await startPanel(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '');
    await panel.come();
    await use(panel);
    panel.stop();
  },
  server: async ({ desktop }, use) => {
    const server = await startNotificationServer(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '');
    await use(server);
    server.stop();
  },
});

const { tray, notifications } = words;
const told = (server: NotificationServer, title: string | RegExp) =>
  until(`a notification “${title}”`, () => server.shown.find(({ summary }) => summary.match(title) !== null), 20_000);

async function closeToTray(page: Page, panel: Panel): Promise<void> {
  await until('an icon', () => panel.icons() === 1);
  await page.close();
}

async function checkNow(panel: Panel): Promise<void> {
  await until('a check', async () => (await panel.menu()).some((e) => e.label === tray.checkNow && e.enabled));
  await panel.click(tray.checkNow);
}

test('in the tray, 200 new clips are one notification, and a click opens the window', async ({
  panel,
  server,
  startCloud,
  launch,
}) => {
  await server.come();
  const cloud = await startCloud('--clips', '3', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await closeToTray(page, panel);
  await told(server, tray.stays.title);
  const recorded = Array.from({ length: 200 }, () => control(cloud, { record: { listedAfterMs: 0 } }));
  await Promise.all(recorded);
  await checkNow(panel);
  const note = await told(server, /^200 new clips/);
  expect(server.shown.filter(({ summary }) => /new clip/.test(summary))).toEqual([note]);

  const window = main.waitForEvent('window');
  server.click(note);
  await window;
});

test('the end of a job is told, and a click shows the folder', async ({
  panel,
  server,
  startCloud,
  desktop,
  launch,
}) => {
  await server.come();
  const cloud = await startCloud('--clips', '1', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  const folder = `${desktop.folder}/clips`;
  await chooseFolder(main, page, folder);
  await main.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      process.env.OPENED = path;
      return '';
    };
  });
  await closeToTray(page, panel);
  const clip = await until('a clip to be saved', async () => {
    return (await panel.menu()).find(({ entries }) => entries[3]?.enabled)?.label;
  });
  await panel.click(clip, tray.save);
  server.click(await told(server, notifications.jobSaved(1)));
  await until('the folder opened', () => main.evaluate((_, wanted) => process.env.OPENED === wanted, folder));
});

test('a full drive is told until it is not full, or until the person has closed what tells it', async ({
  panel,
  server,
  startCloud,
  launch,
}) => {
  await server.come();
  const cloud = await startCloud('--clips', '1', '--speed', '20');
  const { page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await closeToTray(page, panel);
  const { title } = words.problems.text({ kind: 'drive-full' });
  const told = () => server.shown.filter(({ summary }) => summary === title);
  const problemLine = async () => (await panel.menu()).some(({ label }) => label === title);
  const turn = async (state: 'memory_full' | 'active') => {
    await control(cloud, { drive: { state } });
    await checkNow(panel);
    await until(`a drive that is ${state}`, async () => (await problemLine()) === (state === 'memory_full'));
  };

  await turn('memory_full');
  const first = await until('it is told', () => told()[0]);
  expect(first.timeoutMs).toBe(0);
  await turn('active');
  await until('it is taken back', () => server.closed.includes(first.id));

  await turn('memory_full');
  const second = await until('it is told again', () => told()[1]);
  server.dismiss(second);
  await turn('active');
  expect(server.closed).not.toContain(second.id);
});

test('without a server for notifications nothing breaks', async ({ panel, startCloud, launch }) => {
  const cloud = await startCloud('--clips', '1', '--speed', '20');
  const { main, page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  await closeToTray(page, panel);
  const window = main.waitForEvent('window');
  await panel.activate();
  await window;
});
