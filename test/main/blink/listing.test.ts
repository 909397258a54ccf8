// Reading a module's list: busy, not ready, refused, given up; and never an empty list that is none (§4.2).
import { expect, test } from 'vitest';
import { address, type Call, json, localStorage, signedIn } from './scripted.ts';

const manifest = {
  version: '1.0',
  manifest_id: '5120',
  clips: [{ id: '3050607080', size: '412', camera_name: 'Frontgate', created_at: '2026-02-03T18:06:31+00:00' }],
};
const started = () => json({ id: 901, network_id: 51001 });
const running = () =>
  json({ complete: false, status: 0, status_msg: 'Command succeeded', status_code: 908, commands: [] });
const done = () => json({ complete: true, status: 0, status_msg: 'Command succeeded', status_code: 908, commands: [] });
const busy = () => json({ message: 'System is busy, please wait', code: 307 }, 409);
const inProcess = () => json({ message: 'Manifest command is in process', code: 2113 }, 409);

type Answers = Partial<Record<'start' | 'poll' | 'read', (nth: number, call: Call) => Response>>;

/** Answers as a module does that is ready at once, where the story does not say otherwise. */
async function module({ start = started, poll = done, read = () => json(manifest) }: Answers) {
  const asked = { start: 0, poll: 0, read: 0 };
  const blink = await signedIn((call) => {
    if (call.route === `POST ${localStorage}/manifest/request`) return start(++asked.start, call);
    if (call.route === 'GET /network/51001/command/901') return poll(++asked.poll, call);
    if (call.route === `GET ${localStorage}/manifest/request/901`) return read(++asked.read, call);
    if (call.route === 'POST /network/51001/command/901/done/') return json({});
    return undefined;
  });
  const startMs = blink.clock.now();
  const list = () => blink.clock.run(blink.cloud.readManifest(address, 'bulk'));
  return { ...blink, asked, list, elapsed: () => blink.clock.now() - startMs, startMs };
}

test('the POST has an empty body; the pairs are as old as the POST', async () => {
  const { list, calls, startMs } = await module({});
  const listing = await list();
  expect(listing).toMatchObject({ ok: true, value: { readAtMs: startMs } });
  const post = calls.find(({ route }) => route.startsWith(`POST ${localStorage}`));
  expect(post?.form.size).toBe(0);
});

test('a manifest that takes its time is polled for, not requested again', async () => {
  const { list, asked } = await module({
    poll: (nth) => (nth < 4 ? running() : done()),
    read: (nth) => (nth < 3 ? inProcess() : json(manifest)),
  });
  expect(await list()).toMatchObject({ ok: true });
  expect(asked).toEqual({ start: 1, poll: 4, read: 3 });
});

test('an empty body is not ready', async () => {
  const { list, asked } = await module({ read: (nth) => (nth === 1 ? new Response('') : json(manifest)) });
  expect(await list()).toMatchObject({ ok: true });
  expect(asked.read).toBe(2);
});

test('an object without manifest_id and clips is not ready, and never an empty drive', async () => {
  const { list, elapsed } = await module({ read: () => json({ message: 'Manifest command is in process' }) });
  expect(await list()).toMatchObject({ problem: { kind: 'manifest-not-ready' } });
  expect(elapsed()).toBeGreaterThanOrEqual(60_000);
  expect(elapsed()).toBeLessThan(65_000);
});

test('400: asked for twice more, then with a new token', async () => {
  let renewed = false;
  const { list, calls } = await module({
    read: (_, { headers }) => {
      renewed = headers.get('authorization') === 'Bearer access-2';
      return renewed ? json(manifest) : json({ message: 'Bad request' }, 400);
    },
  });
  expect(await list()).toMatchObject({ ok: true });
  const reads = calls.filter(({ route }) => route.endsWith('/manifest/request/901'));
  expect(reads.map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer access-1',
    'Bearer access-1',
    'Bearer access-1',
    'Bearer access-2',
  ]);
});

test('400 also with a new token: given up', async () => {
  const { list, asked, session } = await module({ read: () => json({}, 400) });
  expect(await list()).toMatchObject({ problem: { kind: 'manifest-not-ready' } });
  expect(asked.read).toBe(4);
  expect(session.status.kind).toBe('signed-in');
});

test('a busy module is asked again after about 3, 6, 12 and 24 s, and then said to be busy', async () => {
  const { list, asked, calls } = await module({ start: busy });
  expect(await list()).toMatchObject({ problem: { kind: 'module-busy' } });
  expect(asked.start).toBe(5);
  const times = calls.slice(2).map(({ atMs }) => atMs);
  const [a, b, c, d] = times.slice(1).map((at, index) => (at - (times[index] ?? 0)) / 1_000);
  expect(a).toBeGreaterThan(2.3);
  expect(a).toBeLessThan(3.7);
  expect(b).toBeGreaterThan(4.7);
  expect(b).toBeLessThan(7.3);
  expect(c).toBeGreaterThan(9.5);
  expect(c).toBeLessThan(14.5);
  expect(d).toBeGreaterThan(19);
  expect(d).toBeLessThan(29);
});

test('a lost starting POST is not sent again', async () => {
  const { list, asked } = await module({ start: () => new Response(null, { status: 502 }) });
  expect(await list()).toMatchObject({ problem: { kind: 'blink-unavailable' } });
  expect(asked.start).toBe(1);
});

test('a command that never ends: the module did not answer, and it is let go of', async () => {
  const { list, calls, elapsed } = await module({ poll: running });
  expect(await list()).toMatchObject({ problem: { kind: 'module-offline' } });
  expect(calls.at(-1)?.route).toBe('POST /network/51001/command/901/done/');
  expect(elapsed()).toBeLessThan(65_000);
});

test('a command that fails is a list that could not be made', async () => {
  const { list } = await module({ poll: () => json({ complete: true, status: 1, status_code: 909 }) });
  expect(await list()).toMatchObject({ problem: { kind: 'manifest-not-ready', details: 'status 1, status_code 909' } });
});

test('an answer about the command that makes no sense does not keep us from the manifest', async () => {
  const { list } = await module({ poll: () => json({ done: 'perhaps' }) });
  expect(await list()).toMatchObject({ ok: true });
});

test('a manifest without its id, or clips that are no list: named, and no list', async () => {
  const withoutId = await module({ read: () => json({ clips: [] }) });
  expect(await withoutId.list()).toMatchObject({
    problem: { kind: 'unexpected-answer', details: 'manifest: manifest_id is missing or wrong' },
  });
  const withoutClips = await module({ read: () => json({ manifest_id: '1', clips: 'none' }) });
  expect(await withoutClips.list()).toMatchObject({
    problem: { kind: 'unexpected-answer', details: 'manifest: clips is missing or wrong' },
  });
});

test('the bytes of a long list can be handed to a worker', async () => {
  const clips = Array(20_000).fill(manifest.clips[0]);
  const { list } = await module({ read: () => json({ ...manifest, clips }) });
  const listing = await list();
  if (!listing.ok) throw new Error(listing.problem.kind);
  const length = listing.value.bytes.length;
  const moved = structuredClone(listing.value.bytes, { transfer: [listing.value.bytes.buffer as ArrayBuffer] });
  expect(moved).toHaveLength(length);
});

test('whoever gives up is let go at once', async () => {
  const { cloud, clock } = await module({ poll: running });
  const giveUp = new AbortController();
  const story = async () => {
    const listing = cloud.readManifest(address, 'bulk', giveUp.signal);
    await clock.sleep(10_000);
    giveUp.abort(new Error('enough'));
    expect(await listing).toMatchObject({ ok: false, problem: { details: 'given up' } });
  };
  await clock.run(story());
});
