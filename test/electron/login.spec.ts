// Starting at login: turned on in the settings, and what such a start looks like.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { startPanel } from '../desktop/panel.ts';
import { until } from '../desktop/until.ts';
import { expect, test } from './app.ts';
import { appArguments } from './launch.ts';
import { openSettings, signIn, words } from './stories.ts';

test('starting at login is a switch in the settings', async ({ startCloud, launch, desktop, profile }) => {
  const cloud = await startCloud('--clips', '1', '--speed', '20');
  const { page } = await launch({ cloud, speed: 20 });
  await signIn(page, cloud);
  const file = join(desktop.folder, 'config/autostart/cliptray.desktop');
  const onOff = (await openSettings(page)).getByRole('switch', { name: words.settings.openAtLogin });
  await expect(onOff).not.toBeChecked();
  await onOff.press('Space');
  await expect(onOff).toBeChecked();
  expect(readFileSync(file, 'utf8')).toMatch(
    new RegExp(`^Exec=".*electron" ".*" "--profile" "${profile}" "--hidden"$`, 'm'),
  );
  await onOff.press('Space');
  await expect(onOff).not.toBeChecked();
  expect(existsSync(file)).toBe(false);
});

test('started at login it stands in the tray, and its window opens when it is wanted', async ({
  electron,
  desktop,
  profile,
}) => {
  const panel = await startPanel(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '');
  await panel.come();
  const main = await _electron.launch({
    executablePath: electron.executable,
    args: [...appArguments, '--profile', profile, '--hidden'],
    env: { ...desktop.env, CLIPTRAY_BLINK_URL: 'http://127.0.0.1:9' },
    artifactsDir: desktop.folder,
  });
  try {
    await until('an icon in the panel', () => panel.icons() === 1);
    expect(await main.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
    await panel.activate();
    const page = await main.firstWindow();
    await expect(page.getByRole('main')).toBeVisible();
  } finally {
    await main.close();
    panel.stop();
  }
});
