// Whatever an endpoint answers, a Problem or the documented union comes out: never an exception, never a hang.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BlinkCloud } from '../../../main/blink/index.ts';
import { address, json, newTokens, pair, scripted, signedIn, tierInfo } from './scripted.ts';

const keys = [
  'id',
  'network_id',
  'name',
  'status',
  'status_code',
  'complete',
  'code',
  'message',
  'manifest_id',
  'clips',
  'networks',
  'sync_modules',
  'cameras',
  'owls',
  'account',
  'thumbnail',
  'type',
  'usb_state',
  'usb_storage_used',
  'time_zone',
  'local_storage_status',
  'tier',
  'account_id',
  'access_token',
  'refresh_token',
  'expires_in',
  'error',
  '__proto__',
];
const leaf = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    307,
    700,
    908,
    909,
    51001,
    1e300,
    '',
    '51001',
    'active',
    'Europe/Nowhere',
    'e007',
  ),
  fc.string(),
);
const anyValue = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 6 }),
  ),
})).value;

const body = fc.oneof(
  { weight: 5, arbitrary: anyValue.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.constantFrom('', '{', '<!doctype html><html></html>', 'null', '\u0000', '[[[[') },
  { weight: 1, arbitrary: fc.string() },
);
const answer = fc.record({
  status: fc.constantFrom(200, 200, 200, 200, 201, 204, 301, 400, 401, 403, 404, 406, 409, 418, 426, 429, 500, 503),
  body,
  retryAfter: fc.option(fc.constantFrom('0', '-1', 'soon', '99999999999', 'Mon, 23 Nov 2026 13:05:00 GMT')),
  ending: fc.constantFrom('ends', 'ends', 'ends', 'breaks', 'silence', 'no answer', 'no connection'),
});
type Answer = typeof answer extends fc.Arbitrary<infer One> ? One : never;

function respond({ status, body, retryAfter, ending }: Answer): Response | Promise<Response> {
  if (ending === 'no answer') return new Promise(() => {});
  if (ending === 'no connection') {
    return Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }));
  }
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      if (body) controller.enqueue(new TextEncoder().encode(body));
      if (ending === 'breaks') controller.error(new TypeError('terminated'));
      if (ending === 'ends') controller.close();
    },
  });
  const empty = [204, 301].includes(status);
  return new Response(empty ? null : stream, { status, headers: { ...(retryAfter && { 'Retry-After': retryAfter }) } });
}

/** Asks an endpoint that answers with `answers`, over and over, and hands back what comes out. */
async function asked(answers: readonly Answer[], ask: (cloud: BlinkCloud) => Promise<unknown>): Promise<unknown> {
  let nth = 0;
  const blink = await signedIn(({ route }) => {
    if (route === 'POST /oauth/token' || route.endsWith('/tier_info')) return undefined;
    const answer = answers[nth++ % answers.length];
    return answer && respond(answer);
  });
  return blink.clock.run(ask(blink.cloud).finally(() => blink.close()));
}

const problem = expect.objectContaining({ kind: expect.any(String) });
const isResult = (outcome: unknown) =>
  expect([
    { ok: true, value: expect.anything() },
    { ok: true, value: null },
    { ok: false, problem },
  ]).toContainEqual(outcome);

/** Every kind of answer is tried about 150 times; a failure prints its seed. */
const always = (ask: (cloud: BlinkCloud) => Promise<unknown>, check: (outcome: unknown) => void) =>
  fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 4 }), async (answers) => {
      check(await asked(answers, ask));
    }),
    { numRuns: 150 },
  );

test('homescreen', () => always((cloud) => cloud.homescreen('interactive'), isResult));
test('drive status', () => always((cloud) => cloud.driveStatus(address, 'interactive'), isResult));
test('manifest', () => always((cloud) => cloud.readManifest(address, 'interactive'), isResult));
test('camera picture', () => always((cloud) => cloud.cameraPicture('/picture.jpg'), isResult));

const isCommandRequest = (outcome: unknown) =>
  expect([
    { kind: 'started', commandId: expect.any(Number) },
    { kind: 'busy' },
    { kind: 'lost', problem },
    { kind: 'refused', problem },
  ]).toContainEqual(outcome);

test('upload request', () => always((cloud) => cloud.requestUpload(address, pair, 'interactive'), isCommandRequest));

test('deletion request', () =>
  always((cloud) => cloud.requestDeletion(address, pair, 'interactive'), isCommandRequest));

test('command', () =>
  always(
    (cloud) => cloud.commandState(address, 7, 'interactive'),
    (outcome) =>
      expect([
        { kind: 'running' },
        { kind: 'done' },
        { kind: 'failed', details: expect.any(String) },
        { kind: 'unknown', problem },
      ]).toContainEqual(outcome),
  ));

test('clip', () =>
  always(
    (cloud) => cloud.fetchClip(address, pair, 'interactive'),
    (outcome) =>
      expect([
        { kind: 'clip', body: expect.anything(), length: null },
        { kind: 'not-there' },
        { kind: 'not-video', details: expect.any(String) },
        { kind: 'problem', problem },
      ]).toContainEqual(outcome),
  ));

test('tokens and tier', () =>
  fc.assert(
    fc.asyncProperty(answer, fc.constantFrom('/oauth/token', '/api/v1/users/tier_info'), async (odd, where) => {
      const blink = scripted(({ url }) => {
        if (url.pathname === where) return respond(odd);
        return url.pathname === '/oauth/token' ? newTokens('access-1') : tierInfo();
      });
      isResult(await blink.clock.run(blink.session.signInWithTokenLine('refresh-1').finally(() => blink.close())));
      expect(['signed-in', 'signed-out']).toContain(blink.session.status.kind);
    }),
    { numRuns: 150 },
  ));

test('a homescreen with some odd rows: the good ones are there, the others are counted', async () => {
  const blink = await signedIn(({ route }) =>
    route.endsWith('/homescreen')
      ? json({
          account: 'odd',
          networks: [{ id: 51001, name: 'Cabin', time_zone: 7 }, { id: null }, 'nonsense'],
          sync_modules: [
            { id: '62002', network_id: 51001, local_storage_status: 'on fire', local_storage_enabled: 'yes' },
            {},
          ],
          cameras: [
            { id: 1, network_id: 51001, name: 'Front gate', thumbnail: 1770142000, type: 'owl' },
            { id: 2, network_id: 51001 },
          ],
          owls: 'none',
          brand_new: {},
        })
      : undefined,
  );
  const home = await blink.clock.run(blink.cloud.homescreen('interactive'));
  expect(home).toEqual({
    ok: true,
    value: {
      accountId: 246810,
      networks: [{ id: 51001, name: 'Cabin', timeZone: null }],
      modules: [
        {
          id: 62002,
          networkId: 51001,
          name: '62002',
          online: true,
          drive: 'unknown',
          localStorageEnabled: null,
          localStorageCompatible: null,
        },
      ],
      cameras: [
        {
          id: 1,
          networkId: 51001,
          name: 'Front gate',
          type: 'owl',
          picturePath: '/api/v3/media/accounts/246810/networks/51001/owl/1/thumbnail/thumbnail.jpg?ts=1770142000&ext=',
        },
      ],
      skipped: 4,
    },
  });
});

test('a homescreen without its modules is not read as a home without any', async () => {
  const blink = await signedIn(({ route }) => (route.endsWith('/homescreen') ? json({ networks: [] }) : undefined));
  const home = await blink.clock.run(blink.cloud.homescreen('interactive'));
  expect(home).toMatchObject({
    problem: { kind: 'unexpected-answer', details: 'homescreen: sync_modules is missing or wrong' },
  });
});
