// What comes instead of a clip, and what may happen to one on its way (§4.3, §4.4, §5).
import { expect, test } from 'vitest';
import { BodyBroken } from '../../../main/blink/index.ts';
import { address, json, localStorage, pair, signedIn } from './scripted.ts';

const route = `${localStorage}/manifest/5120/clip/request/3050607080`;
const ftyp = new Uint8Array([0, 0, 0, 24, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d, 1, 2, 3, 4]);

/** A body that comes in these parts, and then ends, stays silent or breaks. */
function bodyOf(
  parts: readonly Uint8Array[],
  then: 'ends' | 'silence' | 'breaks' = 'ends',
): ReadableStream<Uint8Array> {
  const left = [...parts];
  return new ReadableStream({
    pull(stream) {
      const part = left.shift();
      if (part) stream.enqueue(part);
      else if (then === 'ends') stream.close();
      else if (then === 'breaks')
        stream.error(
          new TypeError('terminated', {
            cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }),
          }),
        );
      else return new Promise(() => {});
      return undefined;
    },
  });
}

async function fetched(answer: () => Response) {
  const blink = await signedIn((call) => (call.route === `GET ${route}` ? answer() : undefined));
  return { ...blink, clip: await blink.clock.run(blink.cloud.fetchClip(address, pair, 'interactive')) };
}

async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(body).arrayBuffer());
}

test('a clip comes whole, however small the parts it arrives in', async () => {
  const parts = [ftyp.subarray(0, 3), ftyp.subarray(3, 7), ftyp.subarray(7)];
  const { clip, clock } = await fetched(() => new Response(bodyOf(parts), { headers: { 'Content-Length': '16' } }));
  if (clip.kind !== 'clip') throw new Error(clip.kind);
  expect(clip.length).toBe(16);
  expect(await clock.run(bytesOf(clip.body))).toEqual(ftyp);
});

test('without an announced length, the length is unknown', async () => {
  const { clip } = await fetched(() => new Response(bodyOf([ftyp])));
  expect(clip).toMatchObject({ kind: 'clip', length: null });
});

test('code 700 is "not there", as 404 and as 200', async () => {
  const as404 = await fetched(() => json({ message: 'Media not found', code: 700 }, 404));
  expect(as404.clip).toEqual({ kind: 'not-there' });
  const as200 = await fetched(() => json({ message: 'Media not found', code: 700 }));
  expect(as200.clip).toEqual({ kind: 'not-there' });
});

test('an empty body, a few bytes and a web page are no video', async () => {
  const empty = await fetched(() => new Response(''));
  expect(empty.clip).toMatchObject({ kind: 'not-video' });
  const tiny = await fetched(() => new Response(new Uint8Array(20)));
  expect(tiny.clip).toMatchObject({ kind: 'not-video' });
  const page = await fetched(() => new Response('<html>Hello</html>', { headers: { 'Content-Type': 'text/html' } }));
  expect(page.clip).toEqual({ kind: 'not-video', details: 'clip: 18 bytes of text/html' });
});

test('something endless that is no video is not read to its end', async () => {
  const { clip } = await fetched(
    () => new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536)) })),
  );
  expect(clip).toMatchObject({ kind: 'not-video' });
});

test('over 512 MB by its announced length: too large, and not read', async () => {
  const { clip } = await fetched(() => new Response(bodyOf([ftyp]), { headers: { 'Content-Length': '600000000' } }));
  expect(clip).toEqual({ kind: 'too-large' });
});

test('a body that falls silent for 20 s breaks off, one that moves slowly does not', async () => {
  const { clip, clock } = await fetched(() => new Response(bodyOf([ftyp, ftyp], 'silence')));
  if (clip.kind !== 'clip') throw new Error(clip.kind);
  const reader = clip.body.getReader();
  const story = async () => {
    await reader.read();
    await clock.sleep(600_000); // whoever reads slowly is not the silence of the other side
    await reader.read();
    const silentSince = clock.now();
    await expect(reader.read()).rejects.toMatchObject({ problem: { kind: 'blink-unavailable' } });
    expect(clock.now() - silentSince).toBe(20_000);
  };
  await clock.run(story());
});

test('a body cut on its way says so', async () => {
  const { clip, clock } = await fetched(() => new Response(bodyOf([ftyp], 'breaks')));
  if (clip.kind !== 'clip') throw new Error(clip.kind);
  await expect(clock.run(bytesOf(clip.body))).rejects.toBeInstanceOf(BodyBroken);
});

test('whoever gives up gets the reason from the body too', async () => {
  const { cloud, clock } = await signedIn((call) =>
    call.route === `GET ${route}` ? new Response(bodyOf([ftyp], 'silence')) : undefined,
  );
  const giveUp = new AbortController();
  const story = async () => {
    const clip = await cloud.fetchClip(address, pair, 'bulk', giveUp.signal);
    if (clip.kind !== 'clip') throw new Error(clip.kind);
    const reading = bytesOf(clip.body);
    giveUp.abort(new Error('cancelled'));
    await expect(reading).rejects.toThrow('cancelled');
  };
  await clock.run(story());
});

test('letting go of a clip lets go of the connection', async () => {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(ftyp),
    cancel: () => {
      cancelled = true;
    },
  });
  const { clip, clock } = await fetched(() => new Response(body));
  if (clip.kind !== 'clip') throw new Error(clip.kind);
  await clock.run(clip.body.cancel());
  expect(cancelled).toBe(true);
});

async function posted(answer: () => Response | Promise<Response>) {
  const blink = await signedIn((call) => (call.route === `POST ${route}` ? answer() : undefined));
  return blink.clock.run(blink.cloud.requestUpload(address, pair, 'bulk'));
}
const broken = (code: string) =>
  Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));

test('asking for an upload: started, in its short form and as a full record', async () => {
  expect(await posted(() => json({ id: 901234567, network_id: 51001 }))).toEqual({
    kind: 'started',
    commandId: 901234567,
  });
  const record = {
    complete: false,
    status: 0,
    status_code: 908,
    id: '77',
    network_id: 51001,
    commands: [],
    message: null,
  };
  expect(await posted(() => json(record))).toEqual({ kind: 'started', commandId: 77 });
});

test('busy is judged by the body', async () => {
  expect(await posted(() => json({ message: 'System is busy, please wait', code: 307 }, 409))).toEqual({
    kind: 'busy',
  });
  expect(await posted(() => json({ message: 'System is busy, please wait' }))).toEqual({ kind: 'busy' });
});

test('no connection: it has surely not started; a lost answer: it may have', async () => {
  expect(await posted(() => broken('ECONNREFUSED'))).toMatchObject({ kind: 'refused', problem: { kind: 'offline' } });
  expect(await posted(() => broken('ECONNRESET'))).toMatchObject({ kind: 'lost' });
  expect(await posted(() => new Promise(() => {}))).toMatchObject({ kind: 'lost' });
  expect(await posted(() => new Response('<html>'))).toMatchObject({
    kind: 'lost',
    problem: { kind: 'unexpected-answer' },
  });
});

test('a pair that is not known any more is refused', async () => {
  expect(await posted(() => json({ message: 'Not found' }, 404))).toMatchObject({
    kind: 'refused',
    problem: { kind: 'clip-gone' },
  });
});

async function polled(body: unknown) {
  const blink = await signedIn((call) => (call.route === 'GET /network/51001/command/7' ? json(body) : undefined));
  return blink.clock.run(blink.cloud.commandState(address, 7, 'bulk'));
}

test('a command is done when complete, and well unless it says otherwise', async () => {
  expect(await polled({ complete: false, status: 0, status_code: 908 })).toEqual({ kind: 'running' });
  expect(await polled({ complete: true, status: 0, status_code: 908 })).toEqual({ kind: 'done' });
  expect(await polled({ complete: true })).toEqual({ kind: 'done' });
  expect(await polled({ complete: true, status: null, status_code: 'fine' })).toEqual({ kind: 'done' });
  expect(await polled({ complete: true, status: 1 })).toMatchObject({ kind: 'failed' });
  expect(await polled({ complete: true, status: 0, status_code: 909 })).toMatchObject({ kind: 'failed' });
  expect(await polled({ complete: 'yes' })).toMatchObject({
    kind: 'unknown',
    problem: { details: 'command: complete is missing or wrong' },
  });
});
