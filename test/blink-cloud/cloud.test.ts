// The cloud as an honest client meets it: sign-in, list, upload, download, and what stands in between.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bodyOf, type Manifest, visit } from './small-client.ts';

const sha256 = (bytes: ArrayBuffer) => createHash('sha256').update(new Uint8Array(bytes)).digest('hex');

describe('the four steps', () => {
  test('a clip that was asked for arrives byte for byte, at the speed of the line', async () => {
    const { clock, cloud, client, run, list, uploaded } = visit({ mbps: 8 });
    await run(async () => {
      const manifest = await list();
      expect(manifest.clips).toHaveLength(12);
      const path = await uploaded(manifest, manifest.clips[0]);
      const askedAtMs = clock.now();
      const answer = await client.send('GET', path);
      expect(answer.headers.get('content-type')).toBe('video/mp4');
      const bytes = await answer.arrayBuffer();

      const row = cloud.truth().find((row) => row.sha256 === sha256(bytes));
      expect(row).toMatchObject({
        camera_name: manifest.clips[0]?.camera_name,
        created_at: manifest.clips[0]?.created_at,
        size: Number(manifest.clips[0]?.size),
        bytes: bytes.byteLength,
      });
      expect(answer.headers.get('content-length')).toBe(String(bytes.byteLength));
      const lineMs = bytes.byteLength / 1000;
      expect(clock.now() - askedAtMs).toBeGreaterThan(lineMs - 2);
      expect(clock.now() - askedAtMs).toBeLessThan(lineMs + 2);
    });
  });

  test('a list that is not ready says so and is never empty', async () => {
    const { client, wait, run } = visit();
    await run(async () => {
      const { id } = await bodyOf<{ id: number }>(await client.requestManifest());
      const early = await client.readManifest(id);
      expect(early.status).toBe(409);
      expect(await early.json()).toEqual({ message: 'Manifest command is in process', code: 2113 });
      await wait(2999);
      expect((await client.readManifest(id)).status).toBe(409);
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: false, status_code: 908 });
      await wait(1);
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: true, status_code: 908 });
      expect((await client.readManifest(id)).status).toBe(200);
    });
  });

  test('a module does one thing at a time', async () => {
    const { client, wait, run, list } = visit();
    await run(async () => {
      const manifest = await list();
      const first = await client.send('POST', client.clipPath(manifest, manifest.clips[0]));
      const second = await client.send('POST', client.clipPath(manifest, manifest.clips[1]));
      expect(first.status).toBe(200);
      expect(second.status).toBe(409);
      expect(await second.json()).toEqual({ message: 'System is busy, please wait', code: 307 });
      expect((await client.requestManifest()).status).toBe(409);
      await wait(4000);
      expect((await client.send('POST', client.clipPath(manifest, manifest.clips[1]))).status).toBe(200);
    });
  });

  test('two modules work side by side', async () => {
    const { cloud, client, run } = visit({ modules: 2 });
    await run(async () => {
      const [one, other] = cloud.networks[0]?.modules ?? [];
      expect((await client.requestManifest(one)).status).toBe(200);
      expect((await client.requestManifest(other)).status).toBe(200);
    });
  });

  test('a clip is not found before it is uploaded, and not any more when its copy has expired', async () => {
    const { client, wait, run, list } = visit({ copyLifeMs: 60_000 });
    await run(async () => {
      const manifest = await list();
      const path = client.clipPath(manifest, manifest.clips[0]);
      const never = await client.send('GET', path);
      expect([never.status, await never.json()]).toEqual([404, { message: 'Media not found', code: 700 }]);
      await client.send('POST', path);
      expect((await client.send('GET', path)).status).toBe(404);
      await wait(4000);
      const there = await client.send('GET', path);
      expect(there.status).toBe(200);
      await there.body?.cancel();
      await wait(60_000);
      expect((await client.send('GET', path)).status).toBe(404);
    });
  });

  test('the log says how long the module takes for an upload, and that is when its clip is there', async () => {
    const { cloud, client, wait, run, list } = visit({ uploadJitter: 0.5 });
    await run(async () => {
      const manifest = await list();
      const path = client.clipPath(manifest, manifest.clips[0]);
      await client.send('POST', path);
      const takesMs = cloud.log.at(-1)?.takesMs ?? 0;
      expect(takesMs).toBeGreaterThanOrEqual(2000);
      expect(takesMs).toBeLessThanOrEqual(6000);
      await wait(takesMs - 1);
      expect((await client.send('GET', path)).status).toBe(404);
      await wait(2); // as the log rounds it
      const there = await client.send('GET', path);
      expect(there.status).toBe(200);
      await there.body?.cancel();
    });
  });

  test('nothing but an accepted upload says how long it takes, as the clock counts it', async () => {
    const { cloud, client, wait, run, list } = visit({}, 10);
    await run(async () => {
      const manifest = await list();
      const path = client.clipPath(manifest, manifest.clips[0]);
      await client.send('POST', path);
      await client.send('POST', path);
      await wait(400);
      await client.send('POST', path.replace('/request/', '/delete/'));
      expect(cloud.log.map(({ route, status, takesMs }) => [route, status, takesMs])).toEqual([
        ['manifest', 200, undefined],
        ['manifest', 200, undefined],
        ['post', 200, 400],
        ['post', 409, undefined],
        ['delete', 200, undefined],
      ]);
    });
  });

  test('where refusals stick, a clip asked for too early stays away until it is uploaded anew', async () => {
    const { client, wait, run, list } = visit({ sticky404: true });
    await run(async () => {
      const manifest = await list();
      const path = client.clipPath(manifest, manifest.clips[0]);
      await client.send('POST', path);
      await client.send('GET', path);
      await wait(10_000);
      expect((await client.send('GET', path)).status).toBe(404);
      await client.send('POST', path);
      await wait(4000);
      expect((await client.send('GET', path)).status).toBe(200);
    });
  });

  test('a pair from before a re-index is taken, and the command fails', async () => {
    const { cloud, client, wait, run, list } = visit();
    await run(async () => {
      const manifest = await list();
      cloud.control({ renumber: {} });
      const path = client.clipPath(manifest, manifest.clips[0]);
      const { id } = await bodyOf<{ id: number }>(await client.send('POST', path));
      await wait(4000);
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: true, status: 1, status_code: 909 });
      expect((await client.send('GET', path)).status).toBe(404);
      const fresh = await list();
      expect(fresh.manifest_id).not.toBe(manifest.manifest_id);
      const oldIds = new Set(manifest.clips.map(({ id }) => id));
      expect(fresh.clips.filter(({ id }) => oldIds.has(id))).toEqual([]);
    });
  });

  test('after a permutation the same pair brings another clip', async () => {
    const { cloud, run, list } = visit();
    await run(async () => {
      const manifest = await list();
      cloud.control({ permute: {} });
      const fresh = await list();
      expect(fresh.manifest_id).toBe(manifest.manifest_id);
      expect(fresh.clips.map(({ id }) => id).sort()).toEqual(manifest.clips.map(({ id }) => id).sort());
      expect(fresh.clips).not.toEqual(manifest.clips);
    });
  });
});

describe('a deletion', () => {
  const deletePath = (client: ReturnType<typeof visit>['client'], manifest: Manifest) =>
    client.clipPath(manifest, manifest.clips[0]).replace('/request/', '/delete/');

  test('takes the clip off the drive for good, and the truth tells which and when', async () => {
    const { clock, cloud, client, wait, run, list } = visit();
    await run(async () => {
      const manifest = await list();
      const path = deletePath(client, manifest);
      const { id } = await bodyOf<{ id: number }>(await client.send('POST', path));
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: false, status_code: 908 });
      await wait(2000);
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: true, status_code: 908 });
      const [gone, ...others] = cloud.truth().filter((row) => row.gone_at !== undefined);
      expect(others).toEqual([]);
      expect(gone).toMatchObject({ created_at: manifest.clips[0]?.created_at });
      expect(clock.now() - Date.parse(gone?.gone_at ?? '')).toBeLessThan(3000);
    });
  });

  test('leaves the clip in the list for up to a minute', async () => {
    const { client, wait, run, list } = visit();
    await run(async () => {
      const manifest = await list();
      await client.send('POST', deletePath(client, manifest));
      await wait(2000);
      expect((await list()).clips).toHaveLength(12);
      await wait(60_000);
      expect((await list()).clips).toHaveLength(11);
    });
  });

  test('of a clip that is deleted already fails at the module', async () => {
    const { client, wait, run, list } = visit();
    await run(async () => {
      const path = deletePath(client, await list());
      await client.send('POST', path);
      await wait(2000);
      const { id } = await bodyOf<{ id: number }>(await client.send('POST', path));
      await wait(2000);
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: true, status: 1, status_code: 909 });
    });
  });

  test('keeps the module from everything else', async () => {
    const { client, run, list } = visit();
    await run(async () => {
      const manifest = await list();
      expect((await client.send('POST', deletePath(client, manifest))).status).toBe(200);
      expect((await client.requestManifest()).status).toBe(409);
    });
  });
});

describe('around them', () => {
  test('each of the three hosts serves what is its, and no other host is known', async () => {
    const { cloud, run } = visit();
    const headers = { authorization: `Bearer ${cloud.tokens.accessToken}` };
    await run(async () => {
      const ask = (url: string) => cloud.fetch(url, { headers });
      expect((await ask('https://rest-prod.immedia-semi.com/api/v1/users/tier_info')).status).toBe(200);
      expect((await ask('https://rest-prod.immedia-semi.com/api/v3/accounts/246810/homescreen')).status).toBe(404);
      expect((await ask('https://rest-e008.immedia-semi.com/api/v4/accounts/246810/homescreen')).status).toBe(200);
      expect((await ask('https://api.oauth.blink.com/api/v1/users/tier_info')).status).toBe(404);
      await expect(ask('https://rest-e009.immedia-semi.com/')).rejects.toMatchObject({
        cause: { code: 'ENOTFOUND' },
      });
    });
  });

  test('cameras show their picture in three ways, each a JPEG', async () => {
    const { cloud, client, run } = visit();
    await run(async () => {
      type Listed = Record<'cameras' | 'owls' | 'doorbells', { id: number; thumbnail: string | number }[]>;
      const home = await bodyOf<Listed>(await client.homescreen());
      const [whole, bare] = home.cameras;
      const timed = home.owls[0];
      expect(String(whole?.thumbnail)).toMatch(/&ext=$/);
      expect(String(bare?.thumbnail)).not.toContain('.');
      expect(timed?.thumbnail).toEqual(expect.any(Number));
      const byTime = `/api/v3/media/accounts/${cloud.accountId}/networks/51001/owl/${timed?.id}/thumbnail/thumbnail.jpg?ts=${timed?.thumbnail}&ext=`;
      for (const path of [String(whole?.thumbnail), `${bare?.thumbnail}.jpg`, byTime]) {
        const picture = await client.send('GET', path);
        expect(picture.headers.get('content-type')).toBe('image/jpeg');
        expect(new Uint8Array(await picture.arrayBuffer()).subarray(0, 3)).toEqual(new Uint8Array([0xff, 0xd8, 0xff]));
      }
    });
  });

  test('new clips are in the truth at once and in the list half a minute later', async () => {
    const { cloud, wait, run, list } = visit({ newClips: 60 });
    await run(async () => {
      await wait(600_000);
      const recorded = cloud.truth().length - 12;
      expect(recorded).toBeGreaterThanOrEqual(7);
      expect(recorded).toBeLessThanOrEqual(20);
      const row = cloud.control({ record: { camera: 'Workshop' } });
      expect(cloud.truth().at(-1)).toEqual(row);
      const early = await list();
      expect(early.clips.filter(({ created_at }) => created_at === cloud.truth().at(-1)?.created_at)).toEqual([]);
      await wait(35_000);
      const { clips } = await list();
      expect(clips).toContainEqual(
        expect.objectContaining({ camera_name: 'Workshop', size: String(Object(row).size) }),
      );
    });
  });

  test('a clip that the phone deleted leaves the list and stays in the truth', async () => {
    const { cloud, run, list } = visit();
    await run(async () => {
      const gone = cloud.truth()[3];
      cloud.control({ remove: { sha256: [gone?.sha256 ?? ''] } });
      const { clips } = await list();
      expect(clips).toHaveLength(11);
      expect(cloud.truth()).toHaveLength(12);
      expect(cloud.truth()[3]).toEqual({ ...gone, gone_at: '2026-11-23T13:00:00+00:00' });
    });
  });

  test('a drive that cannot be read lets its commands fail, and no list is ever made', async () => {
    const { cloud, client, wait, run, list } = visit({ drive: 'unmounted' });
    await run(async () => {
      const { id } = await bodyOf<{ id: number }>(await client.requestManifest());
      await wait(60_000);
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: true, status_code: 909 });
      expect((await client.readManifest(id)).status).toBe(409);
      expect(await bodyOf(await client.send('GET', `${client.storage()}/status`))).toMatchObject({
        usb_state: 'unmounted',
      });
      cloud.control({ drive: { state: 'active' } });
      expect((await list()).clips).toHaveLength(12);
    });
  });

  test('a module that is away answers nothing until it is back', async () => {
    const { cloud, client, wait, run, list } = visit();
    await run(async () => {
      const module = cloud.networks[0]?.modules[0];
      cloud.control({ offline: { ms: 60_000, module } });
      const home = await bodyOf<{ sync_modules: { status: string }[] }>(await client.homescreen());
      expect(home.sync_modules[0]?.status).toBe('offline');
      const { id } = await bodyOf<{ id: number }>(await client.requestManifest());
      await wait(59_000);
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: false });
      await wait(1000);
      expect(await bodyOf(await client.command(id))).toMatchObject({ complete: true, status: 1 });
      expect((await list()).clips).toHaveLength(12);
    });
  });

  test('while the cloud is away every connection is refused, and a body on its way breaks', async () => {
    const { cloud, client, wait, run, list, uploaded } = visit();
    await run(async () => {
      const manifest = await list();
      const path = await uploaded(manifest, manifest.clips[0]);
      const answer = await client.send('GET', path);
      cloud.control({ offline: { ms: 30_000 } });
      await expect(answer.arrayBuffer()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
      await expect(client.homescreen()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
      await wait(30_000);
      expect((await client.homescreen()).status).toBe(200);
    });
  });

  test('a client that leaves in the middle is told why, and the log says how far it came', async () => {
    const { cloud, client, wait, run, list } = visit();
    await run(async () => {
      const manifest = await list();
      const path = client.clipPath(manifest, manifest.clips[0]);
      await client.send('POST', path);
      await wait(4000);
      const leaving = new AbortController();
      const answer = await client.send('GET', path, { signal: leaving.signal });
      const bytes = answer.arrayBuffer();
      await wait(200);
      leaving.abort(new Error('enough'));
      await expect(bytes).rejects.toThrow('enough');
      expect(cloud.log.at(-1)).toMatchObject({ route: 'get', status: 200, bytes: expect.closeTo(160_000, -5) });
    });
  });

  test('a home without a module has cameras, one without clips an empty list', async () => {
    const bare = visit({ modules: 0 });
    const empty = visit({ clips: 0 });
    await bare.run(async () => {
      const home = await bodyOf<{ sync_modules: unknown[]; cameras: unknown[] }>(await bare.client.homescreen());
      expect(home.sync_modules).toEqual([]);
      expect(home.cameras).not.toEqual([]);
    });
    await empty.run(async () => {
      expect((await empty.list()).clips).toEqual([]);
    });
  });
});
