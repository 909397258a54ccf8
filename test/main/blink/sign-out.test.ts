// Signing out: out of memory, out of the secret store, and at Blink; and what stays.
import { expect, test } from 'vitest';
import { connected, given } from './connected.ts';
import { type Call, json, newTokens, scripted, signedIn, tierInfo } from './scripted.ts';
import { moodySecrets } from './secrets.ts';

const HOUR = 3_600_000;
const isTokens = ({ route }: Call) => route === 'POST /oauth/token';
const keep = { keepsHardwareId: true };
/** The homescreen of a Blink that does not say which client this is. */
const orHome = ({ route }: Call) =>
  route.endsWith('/homescreen') ? json({ account: { id: 246810 }, networks: [], sync_modules: [] }) : undefined;

test('Blink is told, after the tokens are gone here, and none of them is good any more', async () => {
  const secrets = moodySecrets();
  const { session, cloud, clock, simulated, close } = connected({ clips: 1 }, { secrets });
  const story = async () => {
    given(await session.signInWithTokenLine(simulated.tokenLine));
    given(await cloud.homescreen('bulk'));
    const stored = JSON.parse(secrets.entries.get('refresh') ?? '') as { readonly refreshToken: string };
    given(await session.signOut(keep));
    expect(session.status).toEqual({ kind: 'signed-out', problem: null });
    expect([...secrets.entries.values()].join()).not.toContain('eyJ.');
    expect(await cloud.homescreen('bulk')).toMatchObject({ problem: { kind: 'not-signed-in' } });
    await close();
    expect(simulated.log.at(-1)).toMatchObject({ route: 'logout', status: 200 });
    expect(await session.signInWithTokenLine(stored.refreshToken)).toMatchObject({
      problem: { kind: 'token-line-used' },
    });
  };
  await clock.run(story());
});

test('the next start asks for nothing, and takes it for what it was; the hardware id is the old one', async () => {
  const secrets = moodySecrets();
  const { session, clock, calls } = await signedIn(orHome, { secrets });
  const id = calls[0]?.form.get('hardware_id');
  await clock.run(session.signOut(keep));
  const next = scripted((call) => (isTokens(call) ? newTokens('access-9') : tierInfo()), { secrets });
  const story = async () => {
    await next.session.open();
    expect(next.session.status).toEqual({ kind: 'signed-out', problem: null });
    expect(next.calls).toEqual([]);
    given(await next.session.signInWithTokenLine('refresh-9'));
  };
  await next.clock.run(story());
  expect(next.calls[0]?.form.get('hardware_id')).toBe(id);
});

test('to be forgotten, the hardware id goes too', async () => {
  const secrets = moodySecrets();
  const { session, clock } = await signedIn(orHome, { secrets });
  given(await clock.run(session.signOut({ keepsHardwareId: false })));
  expect([...secrets.entries]).toEqual([]);
});

test('a locked keychain keeps the sign-in: nothing is half gone', async () => {
  const secrets = moodySecrets();
  const { session, clock } = await signedIn(orHome, { secrets });
  const before = [...secrets.entries];
  secrets.mood = 'locked';
  const story = async () => {
    expect(await session.signOut(keep)).toMatchObject({ problem: { kind: 'keychain-locked' } });
    expect(session.status).toMatchObject({ kind: 'signed-in', keepingProblem: null });
    expect([...secrets.entries]).toEqual(before);
    secrets.mood = 'open';
    given(await session.signOut(keep));
  };
  await clock.run(story());
  expect([...secrets.entries.values()].join()).not.toContain('refresh-1');
});

test('a keychain that went away keeps the sign-in; one that never was holds nothing to remove', async () => {
  const secrets = moodySecrets();
  const { session, clock } = await signedIn(orHome, { secrets });
  secrets.mood = 'unavailable';
  expect(await clock.run(session.signOut(keep))).toMatchObject({ problem: { kind: 'keychain-missing' } });
  expect(session.status.kind).toBe('signed-in');

  const inMemory = await signedIn(orHome, { secrets: moodySecrets('unavailable') });
  given(await inMemory.clock.run(inMemory.session.signOut(keep)));
  expect(inMemory.session.status).toEqual({ kind: 'signed-out', problem: null });
});

test('killed between the two entries, the access token goes at the next start', async () => {
  const secrets = moodySecrets();
  const first = await signedIn(orHome, { secrets });
  const access = secrets.entries.get('access') ?? '';
  given(await first.clock.run(first.session.signOut(keep)));
  secrets.entries.set('access', access);
  const next = scripted(() => json({}), { secrets });
  await next.clock.run(next.session.open());
  expect(next.session.status).toEqual({ kind: 'signed-out', problem: null });
  expect(secrets.entries.has('access')).toBe(false);
  expect(next.calls).toEqual([]);
});

test('a Blink that does not answer holds nobody up for longer than ten seconds', async () => {
  const { session, clock, close } = await signedIn((call) =>
    isTokens(call) || call.route.endsWith('/tier_info') ? undefined : new Promise<Response>(() => {}),
  );
  const story = async () => {
    const fromMs = clock.now();
    given(await session.signOut(keep));
    expect(clock.now()).toBe(fromMs);
    await close();
    expect(clock.now() - fromMs).toBe(10_000);
  };
  await clock.run(story());
});

test('a refresh that is under way is waited for, and its token is gone too', async () => {
  const secrets = moodySecrets();
  let answer = () => {};
  let refreshes = 0;
  const { session, cloud, clock } = await signedIn(
    (call) => {
      if (!isTokens(call) || ++refreshes === 1) return orHome(call);
      return new Promise<Response>((resolve) => {
        answer = () => resolve(newTokens('access-2', 'refresh-2'));
      });
    },
    { secrets },
  );
  const story = async () => {
    await clock.sleep(5 * HOUR);
    const looking = cloud.homescreen('bulk');
    await clock.sleep(1_000);
    const leaving = session.signOut(keep);
    answer();
    given(await leaving);
    await looking;
  };
  await clock.run(story());
  expect(session.status).toEqual({ kind: 'signed-out', problem: null });
  expect([...secrets.entries.values()].join()).not.toMatch(/refresh-|access-/);
});
