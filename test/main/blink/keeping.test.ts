// Where tokens are kept when the secret store has its moods.
import { expect, test } from 'vitest';
import { given } from './connected.ts';
import { type Call, json, newTokens, scripted, signedIn, tierInfo } from './scripted.ts';
import { moodySecrets } from './secrets.ts';

const MINUTE = 60_000;
const isTokens = ({ route }: Call) => route === 'POST /oauth/token';
const answers = (call: Call) => (isTokens(call) ? newTokens('access-2', 'refresh-2') : tierInfo());

test('a keychain that is locked at start is no reason to sign in again: it is asked once more, and nothing is erased', async () => {
  const secrets = moodySecrets();
  const first = await signedIn(() => undefined, { secrets });
  await first.clock.run(first.close());
  const before = [...secrets.entries];

  const { session, cloud, clock, calls } = scripted(() => json({}), { secrets });
  secrets.mood = 'locked';
  const story = async () => {
    await session.open();
    expect(session.status).toEqual({ kind: 'signed-out', problem: { kind: 'keychain-locked' } });
    expect(await cloud.homescreen('bulk')).toMatchObject({ problem: { kind: 'keychain-locked' } });
    expect([...secrets.entries]).toEqual(before);
    secrets.mood = 'open';
    await session.open();
    expect(session.status).toMatchObject({ kind: 'signed-in', keptIn: 'keychain' });
  };
  await clock.run(story());
  expect(calls).toHaveLength(0);
});

test('a computer without a keychain: signed in for this session, and it is said', async () => {
  const { session, clock } = scripted(answers, { secrets: moodySecrets('unavailable') });
  const story = async () => {
    await session.open();
    expect(session.status).toMatchObject({ kind: 'signed-out', problem: { kind: 'keychain-missing' } });
    given(await session.signInWithTokenLine('refresh-1'));
  };
  await clock.run(story());
  expect(session.status).toMatchObject({
    kind: 'signed-in',
    keptIn: 'memory',
    keepingProblem: { kind: 'keychain-missing' },
  });
});

test('a keychain that swallows what it is given is not trusted', async () => {
  const { session, clock } = scripted(answers, { secrets: moodySecrets('swallowing') });
  given(await clock.run(session.signInWithTokenLine('refresh-1')));
  expect(session.status).toMatchObject({ keptIn: 'memory', keepingProblem: { kind: 'keychain-missing' } });
});

test('a keyring locked overnight: work goes on in memory, storing is tried every minute, in order', async () => {
  const secrets = moodySecrets();
  const home = json({ account: { id: 246810 }, networks: [], sync_modules: [] });
  let rotation = 1;
  const { session, cloud, clock } = await signedIn(
    (call) =>
      isTokens(call)
        ? newTokens(`access-${rotation}`, `refresh-${++rotation}`)
        : call.route.endsWith('/homescreen')
          ? home
          : undefined,
    { secrets },
  );
  const story = async () => {
    secrets.mood = 'locked';
    await clock.sleep(5 * 60 * MINUTE);
    given(await cloud.homescreen('bulk'));
    expect(session.status).toMatchObject({
      kind: 'signed-in',
      keptIn: 'memory',
      keepingProblem: { kind: 'keychain-locked' },
    });
    expect(secrets.entries.get('refresh')).toContain('refresh-2');
    secrets.mood = 'open';
    await clock.sleep(MINUTE + 1);
  };
  await clock.run(story());
  expect(session.status).toMatchObject({ keptIn: 'keychain', keepingProblem: null });
  expect(secrets.entries.get('refresh')).toContain('refresh-3');
  expect(secrets.writes.slice(-2)).toEqual(['set refresh', 'set access']);
});

test('what could not be stored is tried once more when the app quits', async () => {
  const secrets = moodySecrets('locked');
  const { session, clock, close } = scripted(answers, { secrets });
  given(await clock.run(session.signInWithTokenLine('refresh-1')));
  secrets.mood = 'open';
  await clock.run(close());
  expect(secrets.entries.get('refresh')).toContain('refresh-2');
});

test('a refresh token too long for the keychain is kept in memory, and it is said', async () => {
  const secrets = moodySecrets();
  const long = 'r'.repeat(3_000);
  const { session, clock } = scripted((call) => (isTokens(call) ? newTokens('access-1', long) : tierInfo()), {
    secrets,
  });
  given(await clock.run(session.signInWithTokenLine('refresh-1')));
  expect(session.status).toMatchObject({ keptIn: 'memory', keepingProblem: { kind: 'keychain-missing' } });
  expect([...secrets.entries.values()].map((entry) => entry.length <= 2_500)).toEqual([true, true]);
});

test('an entry that is not ours is no sign-in', async () => {
  const secrets = moodySecrets();
  secrets.entries.set('refresh', '{"refreshToken":1}').set('access', 'nonsense');
  const { session, clock } = scripted(answers, { secrets });
  await clock.run(session.open());
  expect(session.status).toEqual({ kind: 'signed-out', problem: null });
});
