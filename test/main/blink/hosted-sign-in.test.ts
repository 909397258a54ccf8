// Signing in on Blink's page: what is taken for its answer, and the one exchange that follows.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostedSignIn, isCallback } from '../../../main/blink/hosted-sign-in.ts';
import type { AskPerson } from '../../../main/blink/index.ts';
import { failed } from '../../../main/problem.ts';
import { type Call, json, newTokens, scripted, tierInfo } from './scripted.ts';

const callback = 'https://applinks.blink.com/signin/callback';

function page(nowMs = 0) {
  const clock = { nowMs };
  const asked = hostedSignIn({
    origin: 'https://api.oauth.blink.com',
    hardwareId: '0F8FAD5B-D9CB-469F-A165-70867728950E',
    version: '1.2.3',
    randomBytes,
    now: () => clock.nowMs,
    endsAtMs: 900_000,
  });
  const state = new URL(asked.address).searchParams.get('state') ?? '';
  return { ...asked, state, clock };
}

test('the page is asked for as the protocol has it, and the verifier is not in its address', () => {
  const { address, state, readCallback } = page();
  const url = new URL(address);
  expect(url.origin + url.pathname).toBe('https://api.oauth.blink.com/oauth/v2/authorize');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: 'android',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'client',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
    prompt: 'login',
    hardware_id: '0F8FAD5B-D9CB-469F-A165-70867728950E',
    app_brand: 'blink',
    app_version: '1.2.3',
  });
  expect(state).toMatch(/^[\w-]{43}$/);
  const read = readCallback(`${callback}?code=abc&state=${state}`);
  expect(read).toMatchObject({ ok: true, value: { code: 'abc', verifier: expect.stringMatching(/^[\w-]{86}$/) } });
  expect(read.ok && address.includes(read.value.verifier)).toBe(false);
});

test('the answer is good once, and for fifteen minutes', () => {
  const first = page();
  const answer = `${callback}?code=abc&state=${first.state}`;
  expect(first.readCallback(answer).ok).toBe(true);
  expect(first.readCallback(answer)).toMatchObject({ ok: false, problem: { kind: 'sign-in-failed' } });
  const late = page();
  late.clock.nowMs = 900_000;
  expect(late.readCallback(`${callback}?code=abc&state=${late.state}`).ok).toBe(false);
});

test('a person who said no has cancelled, another error is a failure', () => {
  const no = page();
  expect(no.readCallback(`${callback}?error=access_denied&state=${no.state}`)).toMatchObject({
    problem: { kind: 'sign-in-cancelled' },
  });
  const error = page();
  expect(error.readCallback(`${callback}?error=server_error&state=${error.state}`)).toMatchObject({
    problem: { kind: 'sign-in-failed', details: 'callback: error server_error' },
  });
});

test.each([
  ['http', (state: string) => `http://applinks.blink.com/signin/callback?code=a&state=${state}`],
  ['another host', (state: string) => `https://applinks.blink.com.example.org/signin/callback?code=a&state=${state}`],
  ['another path', (state: string) => `${callback}/?code=a&state=${state}`],
  ['a port', (state: string) => `https://applinks.blink.com:443/signin/callback?code=a&state=${state}`],
  ['a user', (state: string) => `https://me@applinks.blink.com/signin/callback?code=a&state=${state}`],
  ['a fragment', (state: string) => `${callback}?code=a&state=${state}#`],
  ['no state', () => `${callback}?code=a`],
  ['two states', (state: string) => `${callback}?code=a&state=${state}&state=${state}`],
  ['another state', (state: string) => `${callback}?code=a&state=${state.slice(1)}x`],
  ['two codes', (state: string) => `${callback}?code=a&code=a&state=${state}`],
  ['a code and an error', (state: string) => `${callback}?code=a&error=b&state=${state}`],
  ['neither', (state: string) => `${callback}?state=${state}`],
  ['an empty code', (state: string) => `${callback}?code=&state=${state}`],
  ['too long an address', (state: string) => `${callback}?code=${'a'.repeat(2_048)}&state=${state}`],
])('%s is refused, and uses nothing up', (_what, wrong) => {
  const { readCallback, state } = page();
  expect(readCallback(wrong(state))).toMatchObject({ ok: false, problem: { kind: 'sign-in-failed' } });
  expect(readCallback(`${callback}?code=abc&state=${state}`).ok).toBe(true);
});

test('property: no text but the exact answer is taken, and a code comes out as it went in', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 300, unit: 'binary-ascii' }), (code) => {
      const { readCallback, state } = page();
      expect(readCallback(code).ok).toBe(false);
      expect(readCallback(`${callback}?${new URLSearchParams({ code, state: code })}`).ok).toBe(false);
      expect(readCallback(`${callback}?${new URLSearchParams({ code, state })}`)).toMatchObject({ value: { code } });
    }),
  );
});

test('property: whatever is taken for an answer is also kept from being loaded', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const { readCallback } = page();
      expect(readCallback(address).ok && !isCallback(address)).toBe(false);
    }),
  );
  expect(isCallback(`${callback}?code=a&state=b#c`)).toBe(true);
  expect(isCallback('https://applinks.blink.com.example.org/signin/callback')).toBe(false);
});

// ---------------------------------------------------------------- the session

const isTokens = ({ route }: Call) => route === 'POST /oauth/token';
const isTier = ({ route }: Call) => route.endsWith('/tier_info');
const answering: AskPerson = async ({ address, readCallback }) =>
  readCallback(`${callback}?code=the-code&state=${new URL(address).searchParams.get('state')}`);

test('the code is exchanged with exactly the fields of the protocol, then the account is known', async () => {
  const { session, clock, calls } = scripted((call) =>
    isTokens(call) ? newTokens('access-1', 'refresh-1') : tierInfo(),
  );
  expect(await clock.run(session.signInAtBlink('window', answering))).toEqual({ ok: true, value: null });
  expect(Object.fromEntries(calls[0]?.form ?? [])).toEqual({
    grant_type: 'authorization_code',
    redirect_uri: callback,
    code: 'the-code',
    code_verifier: expect.stringMatching(/^[\w-]{86}$/),
    client_id: 'android',
  });
  expect(session.status).toMatchObject({ kind: 'signed-in', accountId: 246810 });
});

test.each([
  ['invalid_grant', () => json({ error: 'invalid_grant' }, 400), 'sign-in-failed'],
  ['406', () => json({}, 406), 'sign-in-refused'],
  ['429', () => json({}, 429), 'too-many-requests'],
  ['an outage', () => json({}, 503), 'blink-unavailable'],
])('a code refused with %s is never sent again', async (_what, refusal, kind) => {
  const { session, clock, calls } = scripted(refusal);
  expect(await clock.run(session.signInAtBlink('window', answering))).toMatchObject({ problem: { kind } });
  expect(calls.filter(isTokens)).toHaveLength(1);
  expect(session.status.kind).toBe('signed-out');
});

test('where the tier is not answered, the next try goes on from there and asks no page', async () => {
  let tierWorks = false;
  const { session, clock, calls } = scripted((call) => {
    if (isTokens(call)) return newTokens('access-1', 'refresh-1');
    return tierWorks ? tierInfo() : json({}, 500);
  });
  expect((await clock.run(session.signInAtBlink('window', answering))).ok).toBe(false);
  tierWorks = true;
  const neverAsked: AskPerson = async () => failed('sign-in-failed', { details: 'asked again' });
  expect((await clock.run(session.signInAtBlink('window', neverAsked))).ok).toBe(true);
  expect(calls.filter(isTokens).map(({ form }) => form?.get('grant_type'))).toEqual([
    'authorization_code',
    'refresh_token',
  ]);
  expect(calls.some(isTier)).toBe(true);
});

test('a page left alone for fifteen minutes ends the sign-in, and Blink is asked for nothing', async () => {
  const { session, clock, calls } = scripted(() => tierInfo());
  const silent: AskPerson = (_page, signal) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(failed('sign-in-cancelled'))));
  const startedAtMs = clock.now();
  expect(await clock.run(session.signInAtBlink('window', silent))).toMatchObject({
    problem: { kind: 'sign-in-failed' },
  });
  expect(clock.now() - startedAtMs).toBe(900_000);
  expect(calls).toEqual([]);
});
