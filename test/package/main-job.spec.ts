// The main job, done by the app as it is packed: out of its archive, with its own keychain binary and worker.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../desktop/until.ts';
import { compareFolder } from '../electron/compare-folder.ts';
import {
  chooseFolder,
  clipRows,
  jobBar,
  openSettings,
  player,
  requestsOf,
  signIn,
  truthOf,
  words,
} from '../electron/stories.ts';
import { expect, test } from './package.ts';

test('the test package signs in, plays, saves, starts at login, and is still signed in when it starts again', async ({
  packages,
  profile,
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '12', '--speed', '20');
  const folder = join(desktop.folder, 'clips');
  const first = await launch({ cloud, speed: 20 });
  expect(await first.main.evaluate(({ app }) => app.getAppPath())).toMatch(/app\.asar$/);
  await signIn(first.page, cloud);
  await clipRows(first.page).first().dblclick();
  await expect(player(first.page).locator('video')).toBeVisible({ timeout: 15_000 });
  await chooseFolder(first.main, first.page, folder);
  await first.page.getByRole('button', { name: words.library.saveAllName(12) }).click();
  await expect(jobBar(first.page)).toContainText('Saved 12 clips', { timeout: 30_000 });
  expect(compareFolder(folder, truthOf(cloud))).toEqual({ equal: 12, differences: [] });

  await (await openSettings(first.page)).getByRole('switch', { name: words.settings.openAtLogin }).press('Space');
  const login = join(desktop.folder, 'config/autostart/cliptray.desktop');
  const command = `"${packages.test.executable}" "--profile" "${profile}" "--hidden"`;
  await until('the package to be started at login', () => existsSync(login));
  expect(readFileSync(login, 'utf8')).toContain(`Exec=${command}\n`);
  expect(await first.quit()).toBe(0);

  const asked = requestsOf(cloud, 'home').length;
  await launch({ cloud, speed: 20 });
  await until('a look at the home with the token from the keychain', () => requestsOf(cloud, 'home').length > asked);
});
