// What becomes of a session when clock, network and Blink's token endpoint misbehave: nothing that a person notices.
import { expect, test } from 'vitest';
import { connected, given } from './connected.ts';
import { type Call, json, newTokens, scripted, signedIn, tierInfo } from './scripted.ts';
import { moodySecrets } from './secrets.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const home = () => json({ account: { id: 246810 }, networks: [], sync_modules: [] });
const isHome = ({ route }: Call) => route.endsWith('/homescreen');
const isTokens = ({ route }: Call) => route === 'POST /oauth/token';

/** A cloud with the right time, and an app whose computer is wrong by `wrong.byMs`. */
async function onWrongClock() {
  const { simulated, clock } = connected({ clips: 1, rotation: 'strict' });
  const wrong = { byMs: 0 };
  const own = { ...clock, now: () => clock.now() + wrong.byMs };
  const { session, cloud } = connected({}, { clock: own, fetch: simulated.fetch, secrets: moodySecrets() });
  given(await clock.run(session.signInWithTokenLine(simulated.tokenLine)));
  const tokens = () => simulated.log.filter(({ route }) => route === 'token').length;
  return { simulated, clock, wrong, session, cloud, tokens };
}

test('a clock that is a day ahead costs one refresh, and one when it is right again', async () => {
  const { clock, wrong, session, cloud, tokens } = await onWrongClock();
  const story = async () => {
    wrong.byMs = DAY;
    given(await cloud.homescreen('bulk'));
    expect(tokens()).toBe(2);
    given(await cloud.homescreen('bulk'));
    wrong.byMs = 0;
    given(await cloud.homescreen('bulk'));
  };
  await clock.run(story());
  expect(tokens()).toBe(2); // the last one is still good
  expect(session.status.kind).toBe('signed-in');
});

test('a clock that is a day behind believes a token that is over; Blink refuses it, and it is renewed', async () => {
  const { clock, wrong, session, cloud, tokens } = await onWrongClock();
  const story = async () => {
    wrong.byMs = -DAY;
    await clock.sleep(5 * HOUR);
    given(await cloud.homescreen('bulk'));
    expect(tokens()).toBe(2);
    wrong.byMs = 0;
    given(await cloud.homescreen('bulk'));
  };
  await clock.run(story());
  expect(tokens()).toBe(3);
  expect(session.status.kind).toBe('signed-in');
});

test('a clock set back by a day while a refresh is put off does not put it off for a day', async () => {
  let state: 'usual' | 'broken' | 'mended' = 'usual';
  const set = { byMs: 0 };
  const { clock } = connected();
  const { cloud, session } = scripted(
    (call) => {
      const isOver = state !== 'usual' && call.headers.get('authorization') === 'Bearer access-1';
      if (isHome(call)) return isOver ? new Response(null, { status: 401 }) : home();
      if (!isTokens(call)) return tierInfo();
      if (state === 'broken') return new Response(null, { status: 500 });
      return newTokens(state === 'usual' ? 'access-1' : 'access-2');
    },
    {},
    { ...clock, now: () => clock.now() + set.byMs },
  );
  const story = async () => {
    given(await session.signInWithTokenLine('refresh-1'));
    state = 'broken';
    expect(await cloud.homescreen('bulk')).toMatchObject({ problem: { kind: 'blink-unavailable' } });
    set.byMs = -DAY;
    state = 'mended';
    given(await cloud.homescreen('bulk'));
  };
  await clock.run(story());
});

test('a clock set back by a day while Blink wants patience leaves the patience as long as it was', async () => {
  const set = { byMs: 0 };
  const { clock } = connected();
  let busy = true;
  const { cloud, session } = scripted(
    (call) => {
      if (isTokens(call)) return newTokens('access-1');
      if (!isHome(call)) return tierInfo();
      return busy ? new Response(null, { status: 429 }) : home();
    },
    {},
    { ...clock, now: () => clock.now() + set.byMs },
  );
  const story = async () => {
    given(await session.signInWithTokenLine('refresh-1'));
    expect(await cloud.homescreen('bulk')).toMatchObject({ problem: { kind: 'too-many-requests' } });
    busy = false;
    set.byMs = -DAY;
    await clock.sleep(3 * MINUTE);
    expect(await cloud.homescreen('bulk')).toMatchObject({ problem: { kind: 'too-many-requests' } });
    await clock.sleep(6 * MINUTE);
    given(await cloud.homescreen('bulk'));
  };
  await clock.run(story());
});

test('a computer that slept over the expiry, and has no network yet, asks again as soon as it has', async () => {
  const { simulated, clock, session, cloud } = connected({ clips: 1 }, { secrets: moodySecrets() });
  const story = async () => {
    given(await session.signInWithTokenLine(simulated.tokenLine));
    await clock.sleep(9 * HOUR);
    simulated.control({ offline: { ms: 20_000 } });
    expect(await cloud.homescreen('interactive')).toMatchObject({ problem: { kind: 'offline' } });
    expect(session.status.kind).toBe('signed-in');
    await clock.sleep(20_000);
    given(await cloud.homescreen('interactive'));
  };
  await clock.run(story());
  expect(simulated.log.filter(({ route, status }) => route === 'token' && status === 200)).toHaveLength(2);
});

test('a token endpoint that is down for six hours is asked 30 times, nothing is erased, and then it goes on', async () => {
  const secrets = moodySecrets();
  let broken = false;
  const { session, cloud, clock, calls } = await signedIn(
    (call) => {
      if (isTokens(call) && broken) return new Response('<html>', { status: 503 });
      return isHome(call) ? home() : undefined;
    },
    { secrets },
  );
  const lookEveryMinute = async (untilMs: number): Promise<void> => {
    if (clock.now() >= untilMs) return;
    await cloud.homescreen('bulk');
    await clock.sleep(MINUTE);
    return lookEveryMinute(untilMs);
  };
  const story = async () => {
    await clock.sleep(5 * HOUR);
    broken = true;
    const before = calls.filter(isTokens).length;
    await lookEveryMinute(clock.now() + 6 * HOUR);
    expect(calls.filter(isTokens).length - before).toBe(30);
    expect(session.status.kind).toBe('signed-in');
    expect(secrets.entries.get('refresh')).toContain('refresh-1');
    broken = false;
    await session.tryNow(); // a person presses "Try now"
    given(await cloud.homescreen('interactive'));
  };
  await clock.run(story());
});

test('a client that is no longer let in under either name is no reason to sign in: the session stays, and waits', async () => {
  let refused = false;
  const { session, cloud, clock, calls } = await signedIn((call) => {
    if (isTokens(call) && refused) return json({ error: 'invalid_client' }, 401);
    return isHome(call) ? home() : undefined;
  });
  const story = async () => {
    await clock.sleep(5 * HOUR);
    refused = true;
    expect(await cloud.homescreen('bulk')).toMatchObject({ problem: { kind: 'sign-in-failed' } });
    expect(calls.filter(isTokens).map(({ form }) => form.get('client_id'))).toEqual(['android', 'android', 'ios']);
    expect(session.status.kind).toBe('signed-in');
    refused = false;
    await clock.sleep(MINUTE);
    given(await cloud.homescreen('bulk'));
  };
  await clock.run(story());
});
