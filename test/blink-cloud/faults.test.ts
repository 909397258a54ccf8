// How faults are written, and what they make of a clip on its way: exactly so.
import { describe, expect, test } from 'vitest';
import { virtualClock } from '../virtual-clock.ts';
import { parseFaults } from './faults.ts';
import { type CloudOptions, createBlinkCloud, seededRandom } from './index.ts';
import { visit } from './small-client.ts';

/** A clip that lies in the cloud, ready to be fetched. */
async function ready(at: ReturnType<typeof visit>): Promise<string> {
  const manifest = await at.list();
  return at.uploaded(manifest, manifest.clips[0]);
}

describe('the syntax', () => {
  test.each([
    ['stal:1', '"stal" is not a fault'],
    ['truncate', '"truncate" says no probability'],
    ['truncate:2', 'a probability is from 0 to 1'],
    ['truncate@nowhere:1', '"nowhere" is no place'],
    ['fail@get:1', '"fail" strikes only manifest post delete'],
    ['truncate 1', 'is not KIND[@where][#NTH]:P'],
  ])('%s is refused in words', (text, words) => {
    expect(parseFaults(text)).toContain(words);
  });

  test('a cloud is not made with faults that cannot be read', () => {
    expect(() => createBlinkCloud({ clock: virtualClock(), random: seededRandom(1), faults: 'nonsense:1' })).toThrow(
      'nonsense',
    );
  });

  test('several faults, places and numbers stand side by side', () => {
    expect(parseFaults('busy:0.1,truncate#3,reset@token#1:0.5')).toHaveLength(3);
  });
});

describe('a clip on its way', () => {
  const fetched = async (options: Partial<CloudOptions>) => {
    const at = visit(options);
    const path = await at.clock.run(ready(at));
    return { ...at, path };
  };

  test('truncate: the whole length is announced, half comes, once', async () => {
    const { client, path, run, cloud } = await fetched({ faults: 'truncate:1' });
    await run(async () => {
      const half = await client.send('GET', path);
      expect(Number(half.headers.get('content-length'))).toBeGreaterThan(300 * 1024);
      await expect(half.arrayBuffer()).rejects.toThrow('terminated');
      expect(cloud.log.at(-1)).toMatchObject({ status: 200, fault: 'truncate' });
      const whole = await client.send('GET', path);
      expect((await whole.arrayBuffer()).byteLength).toBe(Number(whole.headers.get('content-length')));
    });
  });

  test('cut: no length, and half of it looks like the end', async () => {
    const { client, path, run } = await fetched({ faults: 'cut:1' });
    await run(async () => {
      const half = await client.send('GET', path);
      const whole = await client.send('GET', path);
      expect(half.headers.get('content-length')).toBeNull();
      expect((await half.arrayBuffer()).byteLength).toBe(Math.floor((await whole.arrayBuffer()).byteLength / 2));
    });
  });

  test('tiny, empty and html come as success, one after the other', async () => {
    const { client, path, run } = await fetched({ faults: 'tiny:1,empty:1,html:1' });
    await run(async () => {
      const tiny = await client.send('GET', path);
      expect([tiny.status, (await tiny.arrayBuffer()).byteLength]).toEqual([200, 20]);
      const empty = await client.send('GET', path);
      expect([empty.status, (await empty.arrayBuffer()).byteLength]).toEqual([200, 0]);
      const page = await client.send('GET', path);
      expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html']);
      expect((await client.send('GET', path)).headers.get('content-type')).toBe('video/mp4');
    });
  });

  test('notfound and notfound200 deny a clip that is there', async () => {
    const { client, path, run } = await fetched({ faults: 'notfound:1,notfound200:1' });
    await run(async () => {
      const first = await client.send('GET', path);
      expect([first.status, await first.json()]).toEqual([404, { message: 'Media not found', code: 700 }]);
      const second = await client.send('GET', path);
      expect([second.status, await second.json()]).toEqual([200, { message: 'Media not found', code: 700 }]);
      expect((await client.send('GET', path)).status).toBe(200);
    });
  });

  test('slow: it comes whole, a little every second, and takes 12 to 30 of them', async () => {
    const { client, clock, path, run } = await fetched({ faults: 'slow:1', clipKib: { from: 6, to: 6 } });
    await run(async () => {
      const startedAtMs = clock.now();
      const arrivedAtMs: number[] = [];
      const slow = await client.send('GET', path);
      for await (const _ of slow.body ?? []) arrivedAtMs.push(clock.now());
      expect(clock.now() - startedAtMs).toBeGreaterThanOrEqual(12_000);
      expect(clock.now() - startedAtMs).toBeLessThanOrEqual(30_000);
      const silences = arrivedAtMs.map((atMs, at) => atMs - (arrivedAtMs[at - 1] ?? startedAtMs));
      expect(Math.max(...silences)).toBeLessThan(1010);
      const usualAtMs = clock.now();
      await (await client.send('GET', path)).arrayBuffer();
      expect(clock.now() - usualAtMs).toBeLessThan(100);
    });
  });

  test('slow is divided by the speed as every duration is', async () => {
    const { clock, client, run } = visit({ faults: 'slow@home#1' }, 10);
    await run(async () => {
      const startedAtMs = clock.now();
      await (await client.homescreen()).arrayBuffer();
      expect(clock.now() - startedAtMs).toBeGreaterThanOrEqual(1200);
      expect(clock.now() - startedAtMs).toBeLessThanOrEqual(3000);
    });
  });

  test('stall: half comes, then nothing, and the connection stays open until the client leaves', async () => {
    const { client, path, run, cloud, wait } = await fetched({ faults: 'stall:1', mbps: Number.POSITIVE_INFINITY });
    await run(async () => {
      const leaving = new AbortController();
      const stalled = await client.send('GET', path, { signal: leaving.signal });
      let came = 0;
      const body = (async () => {
        for await (const piece of stalled.body ?? []) came += piece.length;
      })();
      const broken = expect(body).rejects.toThrow('enough');
      await wait(200_000);
      const half = Math.floor(Number(stalled.headers.get('content-length')) / 2);
      expect(came).toBe(half);
      leaving.abort(new Error('enough'));
      await broken;
      expect(cloud.log.at(-1)).toMatchObject({ status: 200, fault: 'stall', bytes: half, ms: 200_000 });
      expect((await (await client.send('GET', path)).arrayBuffer()).byteLength).toBeGreaterThan(half);
    });
  });

  test('a fault that repeats spoils the same clip again and again', async () => {
    const { client, path, run, cloud } = await fetched({});
    cloud.control({ fault: { faults: 'empty:1', repeats: true } });
    await run(async () => {
      expect((await (await client.send('GET', path)).arrayBuffer()).byteLength).toBe(0);
      expect((await (await client.send('GET', path)).arrayBuffer()).byteLength).toBe(0);
    });
  });

  test('#NTH strikes that one only, and a page may come instead of the homescreen too', async () => {
    const { client, path, run } = await fetched({ faults: 'html@home#2' });
    await run(async () => {
      expect((await client.send('GET', path)).headers.get('content-type')).toBe('video/mp4');
      expect((await client.homescreen()).headers.get('content-type')).toBe('application/json');
      expect((await client.homescreen()).headers.get('content-type')).toBe('text/html');
      expect((await client.homescreen()).headers.get('content-type')).toBe('application/json');
    });
  });
});
