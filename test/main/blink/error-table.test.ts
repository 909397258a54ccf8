// The rows of §7 that hold for every endpoint, and where requests may go.
import { expect, test } from 'vitest';
import type { Problem } from '../../../preload/contract.ts';
import { memoryBudget } from './connected.ts';
import { address, json, localStorage, newTokens, pair, scripted, signedIn, tierInfo } from './scripted.ts';

const homescreen = 'GET /api/v3/accounts/246810/homescreen';
const home = () => json({ account: { id: 246810 }, networks: [], sync_modules: [] });
const unauthorized = () => json({ message: 'Unauthorized Access', error: null, code: 101 }, 401);

test('tokens go to the token host, the bearer token to the tier host, each with the headers of §1', async () => {
  const { cloud, clock, calls } = await signedIn(({ route }) => (route === homescreen ? home() : undefined));
  await clock.run(cloud.homescreen('interactive'));
  expect(calls.map(({ url }) => url.origin)).toEqual([
    'https://api.oauth.blink.com',
    'https://rest-prod.immedia-semi.com',
    'https://rest-e007.immedia-semi.com',
  ]);
  expect(calls[0]?.headers.get('authorization')).toBeNull();
  expect(calls[0]?.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
  expect(Object.fromEntries(calls[2]?.headers ?? [])).toEqual({
    accept: 'application/json',
    authorization: 'Bearer access-1',
    'content-type': 'application/json',
    'user-agent': 'Cliptray/0.0.0',
  });
});

test('a picture path that would lead the bearer token to another host is not followed', async () => {
  const { cloud, clock, calls } = await signedIn(() => undefined);
  const before = calls.length;
  await expect(clock.run(cloud.cameraPicture('.evil.example/picture.jpg'))).resolves.toEqual({ ok: true, value: null });
  expect(calls).toHaveLength(before);
});

test('401: the token is refreshed once and the request repeated once', async () => {
  let asked = 0;
  const { cloud, clock, calls } = await signedIn(({ route }) => {
    if (route !== homescreen) return undefined;
    return asked++ === 0 ? unauthorized() : home();
  });
  expect(await clock.run(cloud.homescreen('interactive'))).toMatchObject({ ok: true });
  expect(calls.slice(2).map(({ route }) => route)).toEqual([homescreen, 'POST /oauth/token', homescreen]);
});

test('401 on a POST: nothing was started, so it is sent again with the new token', async () => {
  let asked = 0;
  const { cloud, clock } = await signedIn(({ route }) => {
    if (!route.startsWith(`POST ${localStorage}`)) return undefined;
    return asked++ === 0 ? unauthorized() : json({ id: 7, network_id: 51001 });
  });
  expect(await clock.run(cloud.requestUpload(address, pair, 'bulk'))).toEqual({ kind: 'started', commandId: 7 });
});

test('401 with new tokens for a quarter of an hour: the person is asked to sign in, and nothing is erased', async () => {
  const { cloud, clock, session } = await signedIn(({ route }) => (route === homescreen ? unauthorized() : undefined));
  const waits: number[] = [];
  const askedAgain = async (): Promise<Problem> => {
    const answer = await cloud.homescreen('interactive');
    if (answer.ok) throw new Error('answered');
    const { kind, nextTryAtMs } = answer.problem;
    if (kind !== 'blink-unavailable' || nextTryAtMs === undefined) return answer.problem;
    waits.push((nextTryAtMs - clock.now()) / 60_000);
    expect(session.status.kind).toBe('signed-in');
    await clock.sleep(nextTryAtMs - clock.now());
    return askedAgain();
  };
  expect(await clock.run(askedAgain())).toMatchObject({ kind: 'signed-out' });
  expect(waits).toEqual([1, 2, 4, 8]);
  expect(session.status).toMatchObject({ kind: 'signed-out', problem: { kind: 'signed-out' } });
  await clock.run(session.open());
  expect(session.status.kind).toBe('signed-in');
});

test('401 with new tokens for some minutes, then they are taken: nobody is asked, and the next refusal is a first one', async () => {
  let isConfused = true;
  const { cloud, clock, session } = await signedIn(({ route }) =>
    route === homescreen ? (isConfused ? unauthorized() : home()) : undefined,
  );
  const ask = () => cloud.homescreen('interactive');
  for (const minutes of [1, 2, 4]) {
    expect(await clock.run(ask())).toMatchObject({ problem: { nextTryAtMs: clock.now() + minutes * 60_000 } });
    await clock.run(clock.sleep(minutes * 60_000));
  }
  isConfused = false;
  expect(await clock.run(ask())).toMatchObject({ ok: true });
  isConfused = true;
  expect(await clock.run(ask())).toMatchObject({ problem: { nextTryAtMs: clock.now() + 60_000 } });
  expect(session.status.kind).toBe('signed-in');
});

test('401 with new tokens to several who ask at once: that is one refusal, and nothing more is asked for a minute', async () => {
  const { cloud, clock, calls, session } = await signedIn(({ route }) =>
    route === homescreen ? unauthorized() : undefined,
  );
  const ask = () => cloud.homescreen('interactive');
  await clock.run(Promise.all([ask(), ask(), ask(), ask()]));
  const asked = calls.length;
  expect(await clock.run(ask())).toMatchObject({ problem: { nextTryAtMs: clock.now() + 60_000 } });
  expect(calls).toHaveLength(asked);
  expect(session.status.kind).toBe('signed-in');
});

test('406: one refresh, then it is said, and nothing is asked for five minutes', async () => {
  const { cloud, clock, calls, session } = await signedIn(({ route }) =>
    route === homescreen ? new Response('<html>', { status: 406 }) : undefined,
  );
  const first = await clock.run(cloud.homescreen('interactive'));
  expect(first).toMatchObject({ problem: { kind: 'sign-in-refused', nextTryAtMs: clock.now() + 300_000 } });
  expect(calls.slice(2).map(({ route }) => route)).toEqual([homescreen, 'POST /oauth/token', homescreen]);
  await clock.run(cloud.homescreen('interactive'));
  expect(calls).toHaveLength(5);
  expect(session.status.kind).toBe('signed-in');
});

test('429: nothing of the account is asked for five minutes, then ten, then fifteen, and nobody is signed out', async () => {
  const { cloud, clock, calls, session } = await signedIn(({ route }) =>
    route === homescreen ? new Response(null, { status: 429 }) : undefined,
  );
  const waits: number[] = [];
  const tooFast = async () => {
    const answer = await cloud.homescreen('interactive');
    if (answer.ok) throw new Error('answered');
    const until = answer.problem.nextTryAtMs ?? 0;
    waits.push((until - clock.now()) / 60_000);
    const before = calls.length;
    await cloud.homescreen('interactive');
    expect(calls).toHaveLength(before);
    await clock.sleep(until - clock.now());
  };
  const story = async () => {
    await tooFast();
    await tooFast();
    await tooFast();
    await tooFast();
  };
  await clock.run(story());
  expect(waits).toEqual([5, 10, 15, 15]);
  expect(session.status.kind).toBe('signed-in');
});

test('403 with Retry-After: it is honoured where it is longer than our own pause', async () => {
  const { cloud, clock } = await signedIn(({ route }) =>
    route === homescreen ? new Response(null, { status: 403, headers: { 'Retry-After': '1200' } }) : undefined,
  );
  const answer = await clock.run(cloud.homescreen('interactive'));
  expect(answer).toMatchObject({ problem: { kind: 'too-many-requests', nextTryAtMs: clock.now() + 1_200_000 } });
});

test('a stop is honoured by the next start', async () => {
  const budgetStore = memoryBudget({ sentAtMs: [], notBeforeMs: Date.UTC(2026, 10, 23, 13, 4) });
  const { session, clock, calls } = scripted(() => tierInfo(), { budgetStore });
  const story = async () => {
    await session.open();
    return session.signInWithTokenLine('refresh-1');
  };
  expect(await clock.run(story())).toMatchObject({ problem: { kind: 'too-many-requests' } });
  expect(calls).toHaveLength(0);
});

test('426: the app is to be updated', async () => {
  const { cloud, clock } = await signedIn(({ route }) =>
    route === homescreen ? json({ message: 'An app update is required' }, 426) : undefined,
  );
  expect(await clock.run(cloud.homescreen('bulk'))).toMatchObject({ problem: { kind: 'update-required' } });
});

test('5xx on a GET: asked again after 1, 2 and 4 s, then shown', async () => {
  const { cloud, clock, calls } = await signedIn(({ route }) =>
    route === homescreen ? new Response('Bad gateway', { status: 502 }) : undefined,
  );
  expect(await clock.run(cloud.homescreen('bulk'))).toMatchObject({ problem: { kind: 'blink-unavailable' } });
  const times = calls.slice(2).map(({ atMs }) => atMs);
  expect(times.map((at) => at - (times[0] ?? 0))).toEqual([0, 1_000, 3_000, 7_000]);
});

test('5xx on a POST: it may have started, and is not repeated', async () => {
  const { cloud, clock, calls } = await signedIn(({ route }) =>
    route.startsWith('POST /api') ? new Response(null, { status: 500 }) : undefined,
  );
  expect(await clock.run(cloud.requestUpload(address, pair, 'bulk'))).toMatchObject({ kind: 'lost' });
  expect(calls).toHaveLength(3);
});

test('5xx on a deletion: it may have been done, and is not repeated', async () => {
  const { cloud, clock, calls } = await signedIn(({ route }) =>
    route.startsWith('POST /api') ? new Response(null, { status: 502 }) : undefined,
  );
  expect(await clock.run(cloud.requestDeletion(address, pair, 'bulk'))).toMatchObject({ kind: 'lost' });
  expect(calls.slice(2).map(({ route }) => route)).toEqual([
    `POST ${localStorage}/manifest/${pair.manifestId}/clip/delete/${pair.clipId}`,
  ]);
});

test('a redirect is not followed, and said', async () => {
  const { cloud, clock, calls } = await signedIn(({ route }) =>
    route === homescreen
      ? new Response(null, { status: 302, headers: { Location: 'https://evil.example/' } })
      : undefined,
  );
  expect(await clock.run(cloud.homescreen('bulk'))).toMatchObject({ problem: { kind: 'unexpected-answer' } });
  expect(calls).toHaveLength(3);
});

test('no first byte for 15 s: given up, asked again, then shown', async () => {
  const { cloud, clock, calls } = await signedIn(({ route }) =>
    route === homescreen ? new Promise(() => {}) : undefined,
  );
  const startMs = clock.now();
  expect(await clock.run(cloud.homescreen('bulk'))).toMatchObject({ problem: { kind: 'blink-unavailable' } });
  expect(calls).toHaveLength(6);
  expect(clock.now() - startMs).toBe(4 * 15_000 + 7_000);
});

test('an answer that goes on without end is cut at its limit', async () => {
  const endless = () =>
    new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536).fill(32)) }));
  const { cloud, clock } = await signedIn(({ route }) => (route === homescreen ? endless() : undefined));
  expect(await clock.run(cloud.homescreen('bulk'))).toMatchObject({ problem: { kind: 'unexpected-answer' } });
});

test('an answer that is too long by its own words is not read', async () => {
  let pieces = 0;
  const body = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(++pieces)) }, { highWaterMark: 0 });
  const long = () => new Response(body, { headers: { 'Content-Length': String(300 * 1024 * 1024) } });
  const { cloud, clock } = await signedIn(({ route }) => (route === homescreen ? long() : undefined));
  expect(await clock.run(cloud.homescreen('bulk'))).toMatchObject({
    problem: { kind: 'unexpected-answer', details: expect.stringContaining('314572800 bytes') },
  });
  expect(pieces).toBe(0);
});

test('no connection: offline at once, without asking again', async () => {
  const offline = () =>
    Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }));
  const { cloud, clock, calls } = await signedIn(({ route }) => (route === homescreen ? offline() : undefined));
  expect(await clock.run(cloud.homescreen('bulk'))).toMatchObject({ problem: { kind: 'offline' } });
  expect(calls).toHaveLength(3);
});

test('whoever gives up is answered at once, and the others get their answer', async () => {
  const { cloud, clock } = await signedIn(async ({ route }) => {
    if (route === homescreen) await clock.sleep(5_000);
    return route === homescreen ? home() : route === 'POST /oauth/token' ? newTokens('access-1') : tierInfo();
  });
  const giveUp = new AbortController();
  const story = async () => {
    const mine = cloud.homescreen('bulk', giveUp.signal);
    const others = cloud.homescreen('bulk');
    await clock.sleep(1_000);
    giveUp.abort(new Error('changed my mind'));
    const gaveUpAtMs = clock.now();
    expect(await mine).toMatchObject({ problem: { kind: 'offline', details: 'given up' } });
    expect(clock.now()).toBe(gaveUpAtMs);
    return others;
  };
  expect(await clock.run(story())).toMatchObject({ ok: true });
});
