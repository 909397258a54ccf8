// Signing in by token line, staying signed in, and what the keyring's moods make of it.
import { expect, test } from './app.ts';
import { clipRows, expectProblem, openSettings, requestsOf, signIn, tryToSignIn, words } from './stories.ts';

test('a wrong line and a dead token are told apart, then the right one signs in', async ({ startCloud, launch }) => {
  const dead = await startCloud('--clips', '5', '--seed', '2');
  const cloud = await startCloud('--clips', '5', '--speed', '20');
  const { page } = await launch({ cloud, speed: 20 });
  await tryToSignIn(page, 'hello there');
  await expectProblem(page, { kind: 'token-line-unreadable' });
  await tryToSignIn(page, dead.refreshToken);
  await expectProblem(page, { kind: 'token-line-used' });
  expect(requestsOf(cloud, 'token')).toHaveLength(1); // never by itself again
  await signIn(page, cloud);
});

test('after a restart it is signed in without asking for a token', async ({ startCloud, launch }) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20');
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  expect(await first.quit()).toBe(0);
  const second = await launch({ cloud, speed: 20 });
  await expect(clipRows(second.page)).toHaveCount(5);
  await expect((await openSettings(second.page, 'account')).getByText(words.account.keptIn.keychain)).toBeVisible();
  await expect.poll(() => requestsOf(cloud, 'home').length).toBe(2);
  expect(requestsOf(cloud, 'token')).toHaveLength(1);
});

test('a keyring locked at the start is said, and nothing is lost until it is unlocked', async ({
  startCloud,
  launch,
  desktop,
}) => {
  const cloud = await startCloud('--clips', '5', '--speed', '20');
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  await first.quit();
  await desktop.keyring.close();
  await desktop.keyring.open('locked');
  const { page } = await launch({ cloud, speed: 20 });
  await expectProblem(page, { kind: 'keychain-locked' });
  await expect(clipRows(page)).toHaveCount(5);
  await desktop.keyring.unlock();
  await expect(page.getByRole('alert')).toHaveCount(0, { timeout: 15_000 });
  await expect.poll(() => requestsOf(cloud, 'home').length).toBe(2);
});

test('without a keyring one is signed in until one quits, and is told so', async ({ startCloud, launch, desktop }) => {
  await desktop.keyring.close();
  const cloud = await startCloud('--clips', '5', '--speed', '20');
  const first = await launch({ cloud, speed: 20 });
  await signIn(first.page, cloud);
  await expectProblem(first.page, { kind: 'keychain-missing' });
  await expect((await openSettings(first.page, 'account')).getByText(words.account.keptIn.memory)).toBeVisible();
  await first.quit();
  const second = await launch({ cloud, speed: 20 });
  await expectProblem(second.page, { kind: 'keychain-missing' });
  await expect(clipRows(second.page)).toHaveCount(5);
});
