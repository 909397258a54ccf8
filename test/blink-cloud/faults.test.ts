// Everything that can be made to go wrong, and that it goes wrong exactly so.
import { describe, expect, test } from 'vitest';
import { virtualClock } from '../virtual-clock.ts';
import { parseFaults } from './faults.ts';
import { type CloudOptions, createBlinkCloud, seededRandom } from './index.ts';
import { bodyOf, visit } from './small-client.ts';

/** A clip that lies in the cloud, ready to be fetched. */
async function ready(at: ReturnType<typeof visit>): Promise<string> {
  const manifest = await at.list();
  return at.uploaded(manifest, manifest.clips[0]);
}

describe('the syntax', () => {
  test.each([
    ['stall:1', '"stall" is not a fault'],
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

describe('the module', () => {
  test('busy: somebody else has it for 3 to 15 seconds', async () => {
    const { client, run, wait } = visit({ faults: 'busy#1' });
    await run(async () => {
      expect((await client.requestManifest()).status).toBe(409);
      await wait(2999);
      expect((await client.requestManifest()).status).toBe(409);
      await wait(12_001);
      expect((await client.requestManifest()).status).toBe(200);
    });
  });

  test('fail: the command ends badly and nothing is uploaded', async () => {
    const { client, run, wait, list } = visit({ faults: 'fail@post#1' });
    await run(async () => {
      const manifest = await list();
      const path = client.clipPath(manifest, manifest.clips[0]);
      const { id } = await bodyOf<{ id: number }>(await client.send('POST', path));
      expect((await client.send('POST', path)).status).toBe(409);
      await wait(4000);
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: true, status: 1, status_code: 909 });
      expect((await client.send('GET', path)).status).toBe(404);
    });
  });

  test('renumber: the next list has other ids under another manifest id', async () => {
    const { run, list } = visit({ faults: 'renumber#2' });
    await run(async () => {
      const before = await list();
      const after = await list();
      expect(after.manifest_id).not.toBe(before.manifest_id);
      const facts = ({ clips }: typeof after) =>
        clips.map(({ camera_name, created_at, size }) => `${camera_name} ${created_at} ${size}`);
      expect(facts(after)).toEqual(facts(before));
    });
  });

  test('permute: the next list has the same ids under the same manifest id, for other clips', async () => {
    const { run, list } = visit({ faults: 'permute#2' });
    await run(async () => {
      const before = await list();
      const after = await list();
      expect(after.manifest_id).toBe(before.manifest_id);
      expect(after.clips.map(({ id }) => id).sort()).toEqual(before.clips.map(({ id }) => id).sort());
      expect(after.clips).not.toEqual(before.clips);
    });
  });
});

describe('a clip to be deleted', () => {
  const asked = async (at: ReturnType<typeof visit>) => {
    const manifest = await at.list();
    const path = at.client.clipPath(manifest, manifest.clips[0]).replace('/request/', '/delete/');
    const answer = await at.client.send('POST', path);
    await at.wait(2000);
    return answer;
  };
  const left = ({ cloud }: ReturnType<typeof visit>) => cloud.truth().filter((row) => row.gone_at !== undefined).length;

  test('busy: the module has begun nothing', async () => {
    const at = visit({ faults: 'busy@delete#1' });
    await at.run(async () => {
      expect((await asked(at)).status).toBe(409);
      expect(left(at)).toBe(0);
    });
  });

  test('fail: the command ends badly, and the clip stays', async () => {
    const at = visit({ faults: 'fail@delete#1' });
    await at.run(async () => {
      const { id } = await bodyOf<{ id: number }>(await asked(at));
      expect(await bodyOf(await at.client.command(id))).toMatchObject({ complete: true, status_code: 909 });
      expect(left(at)).toBe(0);
    });
  });

  test('notfound: refused as if it were not there, and deleted all the same', async () => {
    const at = visit({ faults: 'notfound@delete#1' });
    await at.run(async () => {
      expect((await asked(at)).status).toBe(404);
      expect(left(at)).toBe(1);
    });
  });
});

describe('the connection and the gate', () => {
  test('reset strikes before, after or within the answer, and what was asked for may have happened', async () => {
    const { client, run, cloud } = visit({ faults: 'reset:1' });
    const ends = new Set<string>();
    await run(async () => {
      const ask = () =>
        client.homescreen().then(
          (answer) =>
            answer.text().then(
              () => 'whole',
              () => 'within',
            ),
          (error: TypeError) => error.message,
        );
      for (let round = 0; round < 20; round++) ends.add(await ask());
    });
    expect([...ends].sort()).toEqual(['fetch failed', 'within']);
    expect(cloud.log.every(({ fault }) => fault === 'reset')).toBe(true);
  });

  test('401, 429 and 5xx are answered once each, and the token endpoint is spared', async () => {
    const { client, run, cloud } = visit({ faults: '401#1,429#2,5xx#3' });
    await run(async () => {
      expect((await client.homescreen()).status).toBe(401);
      expect((await client.refresh(cloud.tokens.refreshToken)).status).toBe(200);
      expect((await client.homescreen()).status).toBe(429);
      expect((await client.homescreen()).status).toBeGreaterThanOrEqual(500);
      expect((await client.homescreen()).status).toBe(200);
    });
  });

  test('half of the 429s say when to come again', async () => {
    const { client, run } = visit({ faults: '429:1' });
    const said: (string | null)[] = [];
    await run(async () => {
      for (let round = 0; round < 20; round++) said.push((await client.homescreen()).headers.get('retry-after'));
    });
    expect(said.filter((after) => after === null).length).toBeGreaterThan(3);
    expect(said.filter((after) => Number(after) >= 60).length).toBeGreaterThan(3);
  });

  test('expire ends the access token until it is refreshed', async () => {
    const { client, run, cloud } = visit({ faults: 'expire#1' });
    await run(async () => {
      expect((await client.homescreen()).status).toBe(401);
      expect((await client.homescreen()).status).toBe(401);
      client.useToken(
        (await bodyOf<{ access_token: string }>(await client.refresh(cloud.tokens.refreshToken))).access_token,
      );
      expect((await client.homescreen()).status).toBe(200);
    });
  });

  test('a stale app build is told to update', async () => {
    const { client, run } = visit();
    await run(async () => {
      const path = '/api/v1/users/tier_info';
      expect((await client.send('GET', path, { headers: { 'app-build': 'ANDROID_28373244' } })).status).toBe(426);
    });
  });
});
