// Whatever a module or the cloud says of a deletion: it is asked for once, and only a later list tells what came of it.
import { expect, test, vi } from 'vitest';
import type { Deletion } from '../../../../preload/contract.ts';
import { deleting } from './deleting.ts';

const done: Partial<Deletion> = { state: 'done', deleted: 1, kept: [] };
const stillListed: Partial<Deletion> = { state: 'done', deleted: 0, kept: [{ why: 'still-listed', clips: 1 }] };

const badGateway = () => new Response('Bad Gateway', { status: 502, headers: { 'content-type': 'text/html' } });
const notFound = () => Response.json({ message: 'Media not found', code: 700 }, { status: 404 });
const connectionReset = () =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }) });

test('the answer is lost after the clip was deleted', () =>
  deleting(
    async ({ app, first, gone, requests }) => {
      expect(await app.delete([first])).toMatchObject(done);
      expect({ gone: gone().length, requests: requests() }).toEqual({ gone: 1, requests: 1 });
    },
    {},
    {
      async onDelete(send) {
        await send();
        throw connectionReset();
      },
    },
  ));

test('the request is lost: the clip stays, and is not asked for again', () =>
  deleting(
    async ({ app, first, gone, requests }) => {
      expect(await app.delete([first])).toMatchObject(stillListed);
      expect({ gone: gone().length, requests: requests() }).toEqual({ gone: 0, requests: 0 });
    },
    {},
    { onDelete: () => Promise.reject(connectionReset()) },
  ));

test('a gateway answers 502, and behind it the clip was deleted', () =>
  deleting(
    async ({ app, first, requests }) => {
      expect(await app.delete([first])).toMatchObject(done);
      expect(requests()).toBe(1);
    },
    {},
    { onDelete: async (send) => send().then(badGateway) },
  ));

test('a gateway answers 502 and passes nothing on', () =>
  deleting(
    async ({ app, first, gone }) => {
      expect(await app.delete([first])).toMatchObject(stillListed);
      expect(gone()).toEqual([]);
    },
    {},
    { onDelete: async () => badGateway() },
  ));

test('the answer is 404, and the clip was deleted', () =>
  deleting(
    async ({ app, first, requests }) => {
      expect(await app.delete([first])).toMatchObject(done);
      expect(requests()).toBe(1);
    },
    {},
    { onDelete: async (send) => send().then(notFound) },
  ));

test('the answer is 404, and nothing was deleted', () =>
  deleting(
    async ({ app, first }) => expect(await app.delete([first])).toMatchObject(stillListed),
    {},
    { onDelete: async () => notFound() },
  ));

test('the answer is 200 without a command, and the clip was deleted', () =>
  deleting(
    async ({ app, first }) => expect(await app.delete([first])).toMatchObject(done),
    {},
    { onDelete: async (send) => send().then(() => Response.json({ network_id: 51_001 })) },
  ));

test('the answer is 200 with a web page, and nothing was deleted', () =>
  deleting(
    async ({ app, first }) => expect(await app.delete([first])).toMatchObject(stillListed),
    {},
    { onDelete: async () => new Response('<html>Please try again later</html>', { status: 200 }) },
  ));

test('the command ends well, and the clip is still there', () =>
  deleting(
    async ({ app, first, gone }) => {
      expect(await app.delete([first])).toMatchObject(stillListed);
      expect(gone()).toEqual([]);
      const story = await app.library.storyOf(first);
      expect(story.events.slice(-2).map(({ event }) => event.kind)).toEqual(['deletion-asked', 'not-deleted']);
    },
    {},
    // The id of the first list, whose command ended well long ago.
    { onDelete: async () => Response.json({ id: 901_234_567, network_id: 51_001 }) },
  ));

test('nobody knows the command that was answered: after two minutes the lists decide', () =>
  deleting(
    async ({ home, app, first }) => {
      const fromMs = home.clock.now();
      expect(await app.delete([first])).toMatchObject(done);
      expect(home.clock.now() - fromMs).toBeLessThan(240_000);
    },
    {},
    { onDelete: async (send) => send().then(() => Response.json({ id: 1, network_id: 51_001 })) },
  ));

test('the module fails at one clip, which stays, and deletes the others', () =>
  deleting(
    async ({ app, keys, gone, requests }) => {
      expect(await app.delete(keys)).toMatchObject({ deleted: 3, kept: [{ why: 'still-listed', clips: 1 }] });
      expect({ gone: gone().length, requests: requests() }).toEqual({ gone: 3, requests: 4 });
    },
    { faults: 'fail@delete#2' },
  ));

test('for a while nobody says what became of the command', () =>
  deleting(
    async ({ app, first, requests }) => {
      expect(await app.delete([first])).toMatchObject(done);
      expect(requests()).toBe(1);
    },
    {},
    {
      onDelete(send, _nth, cloud) {
        const polls = Array.from({ length: 12 }, (_, index) => `5xx@poll#${index + 1}`);
        cloud.control({ fault: { faults: polls.join(',') } });
        return send();
      },
    },
  ));

test('a busy module has begun nothing: it is asked again by a new list', () =>
  deleting(
    async ({ app, first, gone, requests }) => {
      expect(await app.delete([first])).toMatchObject(done);
      expect({ gone: gone().length, requests: requests() }).toEqual({ gone: 1, requests: 2 });
    },
    { faults: 'busy@delete#1' },
  ));

test('a module that is busy for five minutes is waited for', () =>
  deleting(async ({ home, app, keys }) => {
    home.cloud.control({ busy: { ms: 300_000 } });
    expect(await app.delete(keys.slice(0, 2))).toMatchObject({ state: 'done', deleted: 2 });
  }));

test('an access token that dies meanwhile is renewed, and the clip deleted once', () =>
  deleting(
    async ({ app, first, gone }) => {
      expect(await app.delete([first])).toMatchObject(done);
      expect(gone()).toHaveLength(1);
    },
    { faults: '401@delete#1' },
  ));

test('Blink asks to slow down: nothing is asked for twice, and the clip stays', () =>
  deleting(
    async ({ app, first, requests }) => {
      expect(await app.delete([first])).toMatchObject(stillListed);
      expect(requests()).toBe(1);
    },
    { faults: '429@delete#1' },
  ));

test('the module goes offline while it deletes', () =>
  deleting(
    async ({ app, keys, gone }) => {
      const { deleted, kept } = await app.delete(keys.slice(0, 2));
      expect(deleted).toBe(gone().length);
      expect(kept.reduce((sum, { clips }) => sum + clips, deleted)).toBe(2);
    },
    {},
    {
      async onDelete(send, nth, cloud) {
        const answer = await send();
        if (nth === 1) cloud.control({ offline: { ms: 120_000, module: 62_002 } });
        return answer;
      },
    },
  ));

test('the network goes away right after the request, for a quarter of an hour', () =>
  deleting(
    async ({ app, keys, requests }) => {
      expect(await app.delete(keys.slice(0, 2))).toMatchObject({ state: 'done', deleted: 2 });
      expect(requests()).toBe(2);
    },
    {},
    {
      async onDelete(send, nth, cloud) {
        const answer = await send();
        if (nth === 1) cloud.control({ offline: { ms: 900_000 } });
        return answer;
      },
    },
  ));

test('a request that hangs is given up before its list is too old', () =>
  deleting(
    async ({ home, app, first, requests }) => {
      const fromMs = home.clock.now();
      expect(await app.delete([first])).toMatchObject(stillListed);
      expect(home.clock.now() - fromMs).toBeLessThan(330_000);
      expect(requests()).toBe(0);
    },
    {},
    { onDelete: () => new Promise<never>(() => {}) },
  ));

test('connections that break before, in and after the answer, half of the time', () =>
  deleting(
    async ({ app, keys, gone, requests }) => {
      const { state, deleted } = await app.delete(keys);
      expect({ state, deleted }).toEqual({ state: 'done', deleted: gone().length });
      expect(requests()).toBeLessThanOrEqual(8);
    },
    { clips: 8, faults: 'reset@delete:0.5' },
  ));

test('everything goes wrong at once, and what left the drive was safe and is counted', () =>
  deleting(
    async ({ app, keys, gone, home }) => {
      home.cloud.control({
        fault: {
          faults:
            'busy@delete:0.2,fail@delete:0.2,reset@delete:0.2,5xx@delete:0.2,renumber:0.2,permute:0.2,5xx@poll:0.2',
        },
      });
      const { deleted, kept } = await app.delete(keys);
      expect(deleted).toBe(gone().length);
      expect(kept.reduce((sum, { clips }) => sum + clips, deleted)).toBe(8);
    },
    { clips: 8 },
  ));

test('the index fails while a clip is looked up: it is looked up again, and asked for once', () =>
  deleting(async ({ app, first, requests }) => {
    const broken = vi.spyOn(app.library.deletions, 'whyKept').mockRejectedValueOnce(new Error('disk I/O error'));
    expect(await app.delete([first])).toMatchObject(done);
    expect(broken).toHaveBeenCalledTimes(2);
    expect(requests()).toBe(1);
  }));
