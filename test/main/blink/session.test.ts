// Who is signed in, and what becomes of it: rotation, restarts, ends that are ends and those that are not.
import { expect, test } from 'vitest';
import { connected, given } from './connected.ts';
import { type Call, json, newTokens, scripted, signedIn, tierInfo } from './scripted.ts';
import { moodySecrets } from './secrets.ts';

const HOUR = 3_600_000;
const home = () => json({ account: { id: 246810 }, networks: [], sync_modules: [] });
const isHome = ({ route }: Call) => route.endsWith('/homescreen');
const isTokens = ({ route }: Call) => route === 'POST /oauth/token';
const isTier = ({ route }: Call) => route.endsWith('/tier_info');

test('a line is refreshed at once with its client id and our hardware id, then the tier is asked for', async () => {
  const { session, clock, calls } = scripted((call) =>
    isTokens(call) ? newTokens('access-1', 'refresh-2') : tierInfo(),
  );
  const line =
    'BLINK_TOKENS="username=a%40b.c|password=x|refresh_token=refresh%2D1|host=e008.immedia-semi.com|client_id=ios"';
  expect(await clock.run(session.signInWithTokenLine(line))).toEqual({ ok: true, value: null });
  expect(Object.fromEntries(calls[0]?.form ?? [])).toEqual({
    grant_type: 'refresh_token',
    refresh_token: 'refresh-1',
    client_id: 'ios',
    scope: 'client',
    hardware_id: expect.stringMatching(/^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/),
  });
  expect(calls.map(({ route }) => route)).toEqual(['POST /oauth/token', 'GET /api/v1/users/tier_info']);
  expect(session.status).toEqual({ kind: 'signed-in', accountId: 246810, keptIn: 'memory', keepingProblem: null });
});

test('a start with a token that is still good asks for none', async () => {
  const secrets = moodySecrets();
  const first = await signedIn(() => undefined, { secrets });
  await first.clock.run(first.close());
  const { session, cloud, clock, calls } = scripted(home, { secrets });
  await clock.run(session.open());
  expect(session.status).toEqual({ kind: 'signed-in', accountId: 246810, keptIn: 'keychain', keepingProblem: null });
  expect(await clock.run(cloud.homescreen('bulk'))).toMatchObject({ ok: true });
  expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer access-1']);
});

test('a token is replaced a minute before it expires, by one refresh for all who wait', async () => {
  let given = 0;
  const { cloud, clock, calls } = await signedIn((call) => {
    if (isTokens(call)) return newTokens(`access-${++given}`);
    return isHome(call) ? home() : undefined;
  });
  const story = async () => {
    await clock.sleep(4 * HOUR - 61_000);
    await cloud.homescreen('bulk');
    expect(calls.filter(isTokens)).toHaveLength(1);
    await clock.sleep(2_000);
    await Promise.all([cloud.homescreen('bulk'), cloud.homescreen('bulk'), cloud.homescreen('bulk')]);
  };
  await clock.run(story());
  expect(calls.filter(isTokens)).toHaveLength(2);
  expect(calls.filter(isHome).map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer access-1',
    'Bearer access-2',
    'Bearer access-2',
    'Bearer access-2',
  ]);
});

test('a rotated refresh token is on record before the new access token is used', async () => {
  const secrets = moodySecrets();
  const { session, clock } = scripted(
    (call) => {
      if (isTokens(call)) return newTokens('access-1', 'refresh-2');
      expect(secrets.entries.get('refresh')).toContain('refresh-2');
      return tierInfo();
    },
    { secrets },
  );
  given(await clock.run(session.signInWithTokenLine('refresh-1')));
  expect(secrets.writes).toEqual(['set refresh', 'set access']);
});

test('killed between storing the refresh token and the access token: the next start goes on with the new one', async () => {
  const secrets = moodySecrets();
  const first = connected({ rotation: 'strict' }, { secrets });
  given(await first.clock.run(first.session.signInWithTokenLine(first.simulated.tokenLine)));
  const whenKilled = moodySecrets();
  const [onlyRefresh] = secrets.history;
  for (const [name, value] of onlyRefresh ?? []) whenKilled.entries.set(name, value);
  expect([...whenKilled.entries.keys()]).toEqual(['refresh']);

  const second = connected({}, { secrets: whenKilled, fetch: first.simulated.fetch, clock: first.clock });
  await first.clock.run(second.session.open());
  expect(second.session.status).toMatchObject({ kind: 'signed-in', accountId: first.simulated.accountId });
});

test('strict rotation for a month: nobody has to sign in again', async () => {
  const { session, cloud, clock, simulated } = connected({ rotation: 'strict', clips: 1 }, { secrets: moodySecrets() });
  const checkEvery = async (hours: number, until: number): Promise<void> => {
    if (clock.now() >= until) return;
    given(await cloud.homescreen('bulk'));
    await clock.sleep(hours * HOUR);
    return checkEvery(hours, until);
  };
  const story = async () => {
    given(await session.signInWithTokenLine(simulated.tokenLine));
    await checkEvery(3, clock.now() + 30 * 24 * HOUR);
  };
  await clock.run(story());
  expect(session.status.kind).toBe('signed-in');
});

test('an answer without a refresh token leaves the old one in use', async () => {
  const { cloud, clock, calls } = await signedIn((call) => (isHome(call) ? home() : undefined));
  const story = async () => {
    await clock.sleep(4 * HOUR);
    await cloud.homescreen('bulk');
  };
  await clock.run(story());
  expect(calls.filter(isTokens).map(({ form }) => form.get('refresh_token'))).toEqual(['refresh-1', 'refresh-1']);
});

test('invalid_grant ends the session; the hardware id stays for the next sign-in', async () => {
  const secrets = moodySecrets();
  let dead = false;
  const { session, cloud, clock, calls } = await signedIn(
    (call) => (isTokens(call) && dead ? json({ error: 'invalid_grant' }, 400) : undefined),
    { secrets },
  );
  dead = true;
  const later = async () => {
    await clock.sleep(5 * HOUR);
    return cloud.homescreen('bulk');
  };
  expect(await clock.run(later())).toMatchObject({ problem: { kind: 'signed-out' } });
  expect(session.status).toMatchObject({ kind: 'signed-out', problem: { kind: 'signed-out' } });
  expect(secrets.entries.has('access')).toBe(false);
  expect(secrets.entries.get('refresh')).not.toContain('refresh-1');
  const asked = calls.length;
  await clock.run(cloud.homescreen('bulk'));
  expect(calls).toHaveLength(asked);

  const next = scripted((call) => (isTokens(call) ? newTokens('access-9') : tierInfo()), { secrets });
  const signInAgain = async () => {
    await next.session.open();
    expect(next.session.status).toMatchObject({ kind: 'signed-out', problem: { kind: 'signed-out' } });
    given(await next.session.signInWithTokenLine('refresh-9'));
  };
  await next.clock.run(signInAgain());
  expect(next.calls[0]?.form.get('hardware_id')).toBe(calls[0]?.form.get('hardware_id'));
});

test.each([403, 406, 429, 500, 503])(
  'HTTP %i from the token endpoint proves nothing: the session stays',
  async (status) => {
    const secrets = moodySecrets();
    let broken = false;
    const { session, cloud, clock } = await signedIn(
      (call) => (isTokens(call) && broken ? new Response('<html>', { status }) : isHome(call) ? home() : undefined),
      { secrets },
    );
    const story = async () => {
      await clock.sleep(5 * HOUR);
      broken = true;
      expect(await cloud.homescreen('bulk')).toMatchObject({ ok: false });
      expect(session.status.kind).toBe('signed-in');
      expect(secrets.entries.get('refresh')).toContain('refresh-1');
      broken = false;
      await clock.sleep(HOUR);
      expect(await cloud.homescreen('bulk')).toMatchObject({ ok: true });
    };
    await clock.run(story());
  },
);

test('a refresh that fails is not asked for again by every request', async () => {
  let broken = false;
  const { cloud, clock, calls } = await signedIn((call) =>
    isTokens(call) && broken ? new Response(null, { status: 406 }) : undefined,
  );
  broken = true;
  const story = async () => {
    await clock.sleep(5 * HOUR);
    await cloud.homescreen('bulk');
    await cloud.homescreen('bulk');
    return cloud.homescreen('bulk');
  };
  expect(await clock.run(story())).toMatchObject({
    problem: { kind: 'sign-in-refused', nextTryAtMs: expect.any(Number) },
  });
  expect(calls.filter(isTokens)).toHaveLength(2);
});

test('a client that is not let in is tried as the other one, once, and stays it', async () => {
  const { session, cloud, clock, calls } = scripted((call) => {
    if (isHome(call)) return home();
    if (isTier(call)) return tierInfo();
    return call.form.get('client_id') === 'ios' ? newTokens('access-1') : json({ error: 'invalid_client' }, 400);
  });
  const story = async () => {
    given(await session.signInWithTokenLine('refresh-1'));
    await clock.sleep(5 * HOUR);
    given(await cloud.homescreen('bulk'));
  };
  await clock.run(story());
  expect(calls.filter(isTokens).map(({ form }) => form.get('client_id'))).toEqual(['android', 'ios', 'ios']);
});

test('a sign-in that fails leaves the session that is there', async () => {
  const secrets = moodySecrets();
  const { session, cloud, clock } = await signedIn(
    (call) => {
      if (isTokens(call) && call.form.get('refresh_token') === 'expired-1')
        return json({ error: 'invalid_grant' }, 400);
      return isHome(call) ? home() : undefined;
    },
    { secrets },
  );
  const story = async () => {
    expect(await session.signInWithTokenLine('expired-1')).toMatchObject({ problem: { kind: 'token-line-used' } });
    expect(await session.signInWithTokenLine('<!doctype html>')).toMatchObject({
      problem: { kind: 'token-line-unreadable' },
    });
    expect(session.status.kind).toBe('signed-in');
    given(await cloud.homescreen('bulk'));
  };
  await clock.run(story());
  expect(secrets.entries.get('refresh')).toContain('refresh-1');
});

test('a tier that is none fails a second sign-in and keeps the first; pasting the line again goes on with the rotated token', async () => {
  const secrets = moodySecrets();
  let tier = 'nonsense/..';
  const { session, clock, calls } = await signedIn(
    (call) => {
      if (isTokens(call) && call.form.get('refresh_token') === 'other-token-1')
        return newTokens('access-o1', 'other-token-2');
      if (isTokens(call) && call.form.get('refresh_token') === 'other-token-2')
        return newTokens('access-o2', 'other-token-3');
      const isOther = call.headers.get('authorization')?.startsWith('Bearer access-o');
      return isOther ? json({ tier, account_id: 13579 }) : undefined;
    },
    { secrets },
  );
  const story = async () => {
    const failing = await session.signInWithTokenLine('refresh_token=other-token-1');
    expect(failing).toMatchObject({ problem: { kind: 'unexpected-answer', details: expect.stringContaining('tier') } });
    expect(session.status).toMatchObject({ kind: 'signed-in', accountId: 246810 });
    expect(secrets.entries.get('refresh')).toContain('refresh-1');
    tier = 'u011';
    given(await session.signInWithTokenLine('refresh_token=other-token-1'));
    expect(session.status).toMatchObject({ kind: 'signed-in', accountId: 13579 });
    expect(secrets.entries.get('refresh')).toContain('other-token-3');
  };
  await clock.run(story());
  expect(calls.filter(isTokens).map(({ form }) => form.get('refresh_token'))).toEqual([
    'refresh-1',
    'other-token-1',
    'other-token-2',
  ]);
});

test('killed while a new sign-in replaces an old one: the old access token is never used beside the new refresh token', async () => {
  const secrets = moodySecrets();
  const first = await signedIn(() => undefined, { secrets });
  await first.clock.run(first.close());
  const oldAccess = secrets.entries.get('access') ?? '';
  const second = scripted(
    (call) => (isTokens(call) ? newTokens('access-b') : json({ tier: 'u011', account_id: 13579 })),
    { secrets },
  );
  given(await second.clock.run(second.session.signInWithTokenLine('other-token-1')));
  secrets.entries.set('access', oldAccess);
  const third = scripted(
    (call) => (isTokens(call) ? newTokens('access-c') : json({ tier: 'u011', account_id: 13579 })),
    { secrets },
  );
  await third.clock.run(third.session.open());
  expect(third.session.status).toMatchObject({ kind: 'signed-in', accountId: 13579 });
  expect(third.calls[0]?.form.get('refresh_token')).toBe('other-token-1');
});

test('an access token too long for the keychain stays in memory; account and tier are still known at the next start', async () => {
  const secrets = moodySecrets();
  const long = 'x'.repeat(3_000);
  const first = await signedIn((call) => (isTokens(call) ? newTokens(long) : undefined), { secrets });
  expect(first.session.status).toMatchObject({ kind: 'signed-in', keptIn: 'keychain' });
  expect(secrets.entries.get('access')?.length).toBeLessThan(2_500);
  const { session, cloud, clock, calls } = scripted((call) => (isTokens(call) ? newTokens(long) : home()), { secrets });
  await clock.run(session.open());
  expect(session.status).toMatchObject({ kind: 'signed-in', accountId: 246810 });
  expect(calls).toHaveLength(0);
  given(await clock.run(cloud.homescreen('bulk')));
});

test('whoever cancels a sign-in is signed out as before', async () => {
  const { session, clock } = scripted(() => new Promise(() => {}));
  const cancel = new AbortController();
  const story = async () => {
    await session.open();
    const signingIn = session.signInWithTokenLine('refresh-1', cancel.signal);
    expect(session.status.kind).toBe('signing-in');
    cancel.abort();
    return signingIn;
  };
  expect(await clock.run(story())).toMatchObject({ problem: { kind: 'sign-in-cancelled' } });
  expect(session.status.kind).toBe('signed-out');
});

test('each change is told until one stops listening', async () => {
  const { session, clock } = scripted((call) => (isTokens(call) ? newTokens('access-1') : tierInfo()));
  const seen: string[] = [];
  const stop = session.onChange(() => seen.push(session.status.kind));
  const story = async () => {
    await session.open();
    given(await session.signInWithTokenLine('refresh-1'));
    stop();
    await session.signInWithTokenLine('refresh-1');
  };
  await clock.run(story());
  expect(seen).toEqual(['opening', 'signed-out', 'signing-in', 'signed-in']);
});
