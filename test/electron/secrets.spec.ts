// A full session, and then a search for everything that opens the account: only the keychain has it.
import { join } from 'node:path';
import { keychainService } from '../../main/keychain/service-name.ts';
import { person } from '../blink-cloud/authorizations.ts';
import { startKeychainProcess } from '../main/keychain/keychain-process.ts';
import { type Found, filesBelow, SecretSearch } from '../secret-search.ts';
import { type Cloud, expect, test } from './app.ts';
import type { LaunchedApp } from './launch.ts';
import {
  checkNow,
  chooseFolder,
  clipList,
  clipRows,
  control,
  jobBar,
  openSettings,
  player,
  requestsOf,
  tryToSignIn,
  words,
} from './stories.ts';

test('tokens, codes, verifiers, e-mail and password are in the keychain or nowhere', async ({
  startCloud,
  launch,
  desktop,
  profile,
}) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20');
  const output: string[] = [];
  const app = await launch({ cloud, speed: 20, onOutput: (text) => output.push(text) });
  const { page } = app;

  await test.step('Blink’s page', () => signInOnPage(app));
  await chooseFolder(app.main, page, join(desktop.folder, 'clips'));
  await clipList(page).focus();
  await page.keyboard.press('s');
  await expect(jobBar(page)).toContainText('Saved 1 clip', { timeout: 15_000 });
  await clipRows(page).nth(2).dblclick();
  await expect(player(page).locator('video')).toBeVisible({ timeout: 15_000 });
  await control(cloud, { expire: 'access' });
  await checkNow(page);
  await expect.poll(() => requestsOf(cloud, 'token').length).toBe(2);
  expect(await secretsAround(app, cloud, desktop.folder)).toEqual([]);

  await test.step('the keychain has them', async () => {
    const stored = await keychainEntries(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '', profile, cloud);
    const found = new SecretSearch(await secretsOf(cloud)).in('the keychain', stored.join('\n'));
    expect(found).toHaveLength(2); // the refresh token and the access token in use
  });

  await test.step('signed out, nor has the keychain', async () => {
    await (await openSettings(page, 'account')).getByRole('button', { name: words.account.signOut }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.account.signOutNow }).click();
    await expect(page.getByRole('heading', { name: words.signIn.again })).toBeVisible();
    await expect.poll(() => requestsOf(cloud, 'logout').length).toBe(1);
    const stored = await keychainEntries(desktop.env.DBUS_SESSION_BUS_ADDRESS ?? '', profile, cloud);
    expect(new SecretSearch(await secretsOf(cloud)).in('the keychain', stored.join('\n'))).toEqual([]);
  });

  await test.step('a token line with e-mail and password in it', async () => {
    const { refreshToken } = (await control(cloud, { signInAgain: true })) as { readonly refreshToken: string };
    await tryToSignIn(
      page,
      `BLINK_TOKENS="username=${encodeURIComponent(person.email)}|password=${person.password}|refresh_token=${refreshToken}"`,
    );
    await expect(clipRows(page)).toHaveCount(5, { timeout: 15_000 });
  });
  expect(await secretsAround(app, cloud, desktop.folder)).toEqual([]);

  await app.main.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.forcefullyCrashRenderer();
  });
  await app.quit();
  const search = new SecretSearch(await secretsOf(cloud));
  expect(search.in('what the app printed', output.join(''))).toEqual([]);
  expect(filesBelow(desktop.folder).length).toBeGreaterThan(30);
  expect(search.inFiles(desktop.folder)).toEqual([]);
});

const secretsOf = async (cloud: Cloud): Promise<readonly string[]> =>
  (await control(cloud, { secrets: true })) as readonly string[]; // the cloud's own format

/** In home, profile, logs and temporary files, in the app's processes and on the clipboard. */
async function secretsAround({ main }: LaunchedApp, cloud: Cloud, folder: string): Promise<readonly Found[]> {
  const search = new SecretSearch(await secretsOf(cloud));
  const clipboard = await main.evaluate(async ({ clipboard }) => clipboard.readText());
  return [
    ...search.inFiles(folder),
    ...search.inProcesses(main.process().pid ?? 0),
    ...search.in('the clipboard', clipboard),
  ];
}

async function keychainEntries(bus: string, profile: string, cloud: Cloud): Promise<readonly string[]> {
  const { store, close } = startKeychainProcess(bus, await keychainService(profile, cloud.url));
  try {
    const read = [await store.get('refresh'), await store.get('access')];
    return read.map((one) => (one.kind === 'found' ? one.value : one.kind));
  } finally {
    await close();
  }
}

async function signInOnPage({ main, page }: LaunchedApp): Promise<void> {
  const opened = main.waitForEvent('window');
  await page.getByRole('button', { name: words.signIn.atBlink }).click();
  const blink = await opened;
  for (const [label, value] of [
    ['E-mail', person.email],
    ['Password', person.password],
    ['Code', person.code],
  ] as const) {
    await blink.getByLabel(label).fill(value);
    // The last page leads to an address that is never loaded: nothing is waited for.
    await blink.getByRole('button', { name: 'Continue' }).click({ noWaitAfter: true });
  }
  await expect(clipRows(page)).toHaveCount(5, { timeout: 15_000 });
}
