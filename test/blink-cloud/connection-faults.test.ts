// What can go wrong before a request reaches its endpoint, and on the way back.
import { describe, expect, test } from 'vitest';
import { bodyOf, visit } from './small-client.ts';

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

  test.each(['poll', 'home'])('busy@%s is answered there too, and nobody has the module', async (where) => {
    const { client, run } = visit({ faults: `busy@${where}#1` });
    await run(async () => {
      const ask = () => (where === 'home' ? client.homescreen() : client.command(1));
      const refused = await ask();
      expect([refused.status, await refused.json()]).toEqual([409, expect.objectContaining({ code: 307 })]);
      expect((await ask()).status).not.toBe(409);
      expect((await client.requestManifest()).status).toBe(200);
    });
  });

  test.each([403, 406, 426])('%i is answered once, and nothing was done', async (status) => {
    const { client, run, cloud } = visit({ faults: `${status}@manifest#1` });
    await run(async () => {
      expect((await client.requestManifest()).status).toBe(status);
      expect(cloud.log.at(-1)).toMatchObject({ route: 'manifest', status, fault: String(status) });
      expect((await client.requestManifest()).status).toBe(200);
    });
  });

  test.each(['401', '403', '406', '426', '429', '5xx'])('%s@token strikes the token endpoint alone', async (kind) => {
    const { client, run, cloud } = visit({ faults: `${kind}@token#1` });
    await run(async () => {
      expect((await client.homescreen()).status).toBe(200);
      const { refreshToken } = cloud.tokens;
      expect((await client.refresh(refreshToken)).status).toBeGreaterThan(400);
      expect(cloud.log.at(-1)).toMatchObject({ route: 'token', fault: kind });
      // A gateway that waited in vain may have let it be done.
      expect((await client.refresh(cloud.tokens.refreshToken)).status).toBe(200);
    });
  });

  test.each([
    ['home', 'GET', '/api/v3/accounts/246810/homescreen'],
    ['status', 'GET', '/api/v1/accounts/246810/networks/51001/sync_modules/62002/local_storage/status'],
    ['manifest', 'POST', '/api/v1/accounts/246810/networks/51001/sync_modules/62002/local_storage/manifest/request'],
    ['poll', 'GET', '/network/51001/command/1'],
  ])('@%s is the place of that request, and of no other', async (where, method, path) => {
    const { client, run, cloud } = visit({ faults: `401@${where}:1` });
    await run(async () => {
      expect((await client.send(method, path)).status).toBe(401);
      expect(cloud.log.at(-1)).toMatchObject({ route: where, fault: '401' });
      expect((await client.send('GET', '/api/v1/users/tier_info')).status).toBe(200);
    });
  });

  test('offline: for 5 to 60 seconds there is no connection, for nobody and nothing', async () => {
    const { client, run, wait, cloud, clock } = visit({ faults: 'offline#2' });
    await run(async () => {
      expect((await client.homescreen()).status).toBe(200);
      const startedAtMs = clock.now();
      await expect(client.homescreen()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
      expect(cloud.log.at(-1)).toMatchObject({ route: 'home', status: 0, fault: 'offline' });
      await expect(client.refresh(cloud.tokens.refreshToken)).rejects.toThrow('fetch failed');
      const isBack = () =>
        client.homescreen().then(
          ({ status }) => status === 200,
          () => false,
        );
      while (!(await isBack())) await wait(100);
      expect(clock.now() - startedAtMs).toBeGreaterThanOrEqual(5000);
      expect(clock.now() - startedAtMs).toBeLessThanOrEqual(60_100);
    });
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
