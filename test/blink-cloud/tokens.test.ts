// Signing in by refresh token: rotation, expiry, and the refusals of the token endpoint.
import { describe, expect, test } from 'vitest';
import { bodyOf, visit } from './small-client.ts';

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

describe('rotation with grace', () => {
  test('the old refresh token lives until the new access token is first used', async () => {
    const { cloud, client, run } = visit({ rotation: 'grace' });
    const old = cloud.tokens.refreshToken;
    await run(async () => {
      const lost = await bodyOf<TokenAnswer>(await client.refresh(old));
      const again = await bodyOf<TokenAnswer>(await client.refresh(old));
      expect(again.refresh_token).not.toBe(lost.refresh_token);
      client.useToken(again.access_token);
      expect((await client.homescreen()).status).toBe(200);
      const dead = await client.refresh(old);
      expect([dead.status, await dead.json()]).toEqual([
        400,
        { error: 'invalid_grant', error_description: 'Invalid refresh token' },
      ]);
    });
  });
});

describe('strict rotation', () => {
  test('a refresh token is good for one refresh', async () => {
    const { cloud, client, run } = visit({ rotation: 'strict' });
    const old = cloud.tokens.refreshToken;
    await run(async () => {
      const { refresh_token } = await bodyOf<TokenAnswer>(await client.refresh(old));
      expect((await client.refresh(old)).status).toBe(400);
      expect((await client.refresh(refresh_token)).status).toBe(200);
    });
  });
});

test('an access token ends when its time is over, and the answer says so in Blink’s words', async () => {
  const { client, wait, run } = visit({ tokenTtl: 120 });
  await run(async () => {
    await wait(119_999);
    expect((await client.homescreen()).status).toBe(200);
    await wait(1);
    const ended = await client.homescreen();
    expect([ended.status, await ended.json()]).toEqual([
      401,
      { message: 'Unauthorized Access', error: null, code: 101 },
    ]);
  });
});

test('the answer always says how long the token lives and carries a new refresh token', async () => {
  const { cloud, client, run } = visit();
  await run(async () => {
    const answer = await client.refresh(cloud.tokens.refreshToken, { client_id: 'ios' });
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual({
      access_token: cloud.tokens.accessToken,
      token_type: 'Bearer',
      expires_in: 14_400,
      refresh_token: cloud.tokens.refreshToken,
      scope: 'client',
    });
  });
});

test('a foreign client id, another grant and a banned hardware id are refused, and nothing is spent by it', async () => {
  const { cloud, client, run } = visit({ rotation: 'strict' });
  const { refreshToken } = cloud.tokens;
  await run(async () => {
    expect(await (await client.refresh(refreshToken, { client_id: '1357911' })).json()).toMatchObject({
      error: 'invalid_client',
    });
    expect(await (await client.refresh(refreshToken, { grant_type: 'password' })).json()).toMatchObject({
      error: 'unsupported_grant_type',
    });
    expect((await client.refresh(refreshToken, { hardware_id: 'Blinkpy' })).status).toBe(406);
    expect((await client.refresh(refreshToken)).status).toBe(200);
  });
});

test('a sign-in that Blink ended is over for good', async () => {
  const { cloud, client, run } = visit();
  await run(async () => {
    cloud.control({ expire: 'access' });
    cloud.control({ expire: 'refresh' });
    expect((await client.homescreen()).status).toBe(401);
    expect((await client.refresh(cloud.tokens.refreshToken)).status).toBe(400);
  });
});

test('the saved line holds the tokens among things that nobody must keep', () => {
  const { cloud } = visit();
  expect(cloud.tokenLine).toContain(`|refresh_token=${encodeURIComponent(cloud.tokens.refreshToken)}|`);
  expect(cloud.tokenLine).toMatch(/^BLINK_TOKENS="username=.*\|password=.*\|client_id=\d+\|.*"$/);
});
