// What a page gets for clip:// addresses, from real files.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerMedia, type MediaSources } from '../../../main/media/answer.ts';

const clip = new Uint8Array(randomBytes(1_000_000));
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

let folder: string;
let sources: MediaSources;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cliptray-media-'));
  await writeFile(join(folder, '12.mp4'), clip);
  await writeFile(join(folder, '12.jpg'), jpeg);
  sources = {
    clipFile: async (key) => (key === 13 ? null : join(folder, `${key}.mp4`)),
    posterFile: (key) => join(folder, `${key}.jpg`),
    cameraPicture: async (id) => (id === 73003 ? jpeg : null),
  };
});
afterEach(() => rm(folder, { recursive: true }));

const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  answerMedia(new Request(url, { method, headers }), sources);
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** How many files below the folder this process holds open. */
async function openFiles(): Promise<number> {
  const links = (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => ''));
  return (await Promise.all(links)).filter((target) => target.startsWith(folder)).length;
}

describe('a clip', () => {
  test('is given whole, and says that parts can be asked for', async () => {
    const response = await ask('clip://media/12');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'accept-ranges': 'bytes',
      'access-control-allow-origin': 'app://bundle',
      'content-length': '1000000',
      'content-type': 'video/mp4',
      'x-content-type-options': 'nosniff',
    });
    expect(hash(await bytesOf(response))).toBe(hash(clip));
  });

  test('is given in part, as a player seeks', async () => {
    const response = await ask('clip://media/12', { Range: 'bytes=400000-999998' });
    expect(response.status).toBe(206);
    expect(response.headers.get('Content-Range')).toBe('bytes 400000-999998/1000000');
    expect(response.headers.get('Content-Length')).toBe('599999');
    expect(hash(await bytesOf(response))).toBe(hash(clip.subarray(400_000, 999_999)));
  });

  test('gives its end, where players look for the index', async () => {
    const response = await ask('clip://media/12', { Range: 'bytes=-16' });
    expect(response.headers.get('Content-Range')).toBe('bytes 999984-999999/1000000');
    expect(await bytesOf(response)).toEqual(clip.subarray(-16));
  });

  test('has nothing behind its end', async () => {
    const response = await ask('clip://media/12', { Range: 'bytes=1000000-' });
    expect(response.status).toBe(416);
    expect(response.headers.get('Content-Range')).toBe('bytes */1000000');
  });

  test('that is empty is an empty answer', async () => {
    await writeFile(join(folder, '14.mp4'), '');
    const response = await ask('clip://media/14');
    expect(response.status).toBe(200);
    expect(await bytesOf(response)).toHaveLength(0);
  });

  test('is described to HEAD without a body, whatever range it names', async () => {
    const response = await ask('clip://media/12', { Range: 'bytes=0-1' }, 'HEAD');
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Length')).toBe('1000000');
    expect(response.body).toBeNull();
  });

  test('can be read by two players at once', async () => {
    const [one, two] = await Promise.all([ask('clip://media/12'), ask('clip://media/12', { Range: 'bytes=500000-' })]);
    const [whole, half] = await Promise.all([bytesOf(one), bytesOf(two)]);
    expect(hash(whole)).toBe(hash(clip));
    expect(hash(half)).toBe(hash(clip.subarray(500_000)));
  });

  test('that was removed in the meantime is not there', async () => {
    await rm(join(folder, '12.mp4'));
    expect((await ask('clip://media/12')).status).toBe(404);
  });

  test('whose file is replaced while it plays ends with an error, not with bytes of two clips', async () => {
    const reader = (await ask('clip://media/12')).body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await rm(join(folder, '12.mp4'));
    await writeFile(join(folder, '12.mp4'), randomBytes(1_000_000));
    await expect(reader?.read()).rejects.toThrow('replaced');
  });
});

describe.runIf(process.platform === 'linux')('no file stays open', () => {
  test('while a player is paused, and after it was closed', async () => {
    const reader = (await ask('clip://media/12')).body?.getReader();
    await reader?.read();
    expect(await openFiles()).toBe(0);
    await reader?.cancel();
    expect(await openFiles()).toBe(0);
  });

  test('when an answer is never read, or cancelled while it is being read', async () => {
    await ask('clip://media/12');
    const reader = (await ask('clip://media/12')).body?.getReader();
    const reading = reader?.read();
    await reader?.cancel();
    await reading;
    await bytesOf(await ask('clip://media/12', { Range: 'bytes=0-0' }));
    expect(await openFiles()).toBe(0);
  });
});

describe('a picture', () => {
  test('of a clip is its poster', async () => {
    const response = await ask('clip://poster/12');
    expect(response.headers.get('Content-Type')).toBe('image/jpeg');
    expect(await bytesOf(response)).toEqual(jpeg);
    expect((await ask('clip://poster/13')).status).toBe(204); // none yet: no error that a page complains of
  });

  test('of a camera is the one that Blink has', async () => {
    const response = await ask('clip://camera/73003');
    expect(response.headers.get('Content-Length')).toBe('7');
    expect(await bytesOf(response)).toEqual(jpeg);
    expect((await ask('clip://camera/73003', {}, 'HEAD')).body).toBeNull();
    expect((await ask('clip://camera/1')).status).toBe(204);
  });
});

describe('nobody gets', () => {
  test('anything from an address that is no key', async () => {
    const addresses = [
      '',
      '0',
      '-1',
      '1.5',
      '1e3',
      '012',
      '12/',
      '12/x',
      '../../x/12.mp4',
      '%2e%2e%2f12',
      '99999999999999999',
    ];
    const answers = await Promise.all(addresses.map((address) => ask(`clip://media/${address}`)));
    expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 404));
  });

  test('a clip that is on no disk, or something that does not exist', async () => {
    expect((await ask('clip://media/13')).status).toBe(404);
    expect((await ask('clip://files/12')).status).toBe(404);
  });

  test('anything as a foreign page', async () => {
    expect((await ask('clip://media/12', { Origin: 'https://example.org' })).status).toBe(403);
    expect((await ask('clip://media/12', { Origin: 'app://bundle' })).status).toBe(200);
  });

  test('to change anything', async () => {
    const response = await ask('clip://media/12', {}, 'DELETE');
    expect(response.status).toBe(405);
    expect(response.headers.get('Allow')).toBe('GET, HEAD');
  });
});
