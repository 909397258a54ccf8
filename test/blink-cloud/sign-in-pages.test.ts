// The hosted sign-in as a browser walks through it: pages, codes, refusals.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { person } from './authorizations.ts';
import type { BlinkCloud } from './index.ts';
import { visit } from './small-client.ts';

const verifier = 'v'.repeat(86);
const state = 's'.repeat(43);
const redirectUri = 'https://applinks.blink.com/signin/callback';

function authorizeAddress(cloud: BlinkCloud, changes: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: 'android',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'client',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    prompt: 'login',
    hardware_id: '0F8FAD5B-D9CB-469F-A165-70867728950E',
    app_brand: 'blink',
    app_version: '1',
    device_brand: 'Cliptray',
    device_model: 'computer',
    device_os_version: '1',
    ...changes,
  });
  return `${cloud.url}/oauth/v2/authorize?${query}`;
}

function browser(cloud: BlinkCloud) {
  let visitId = '';
  const seen = async (answer: Response) => {
    const text = await answer.text();
    visitId = /name="visit" value="([^"]+)"|visit=([\w-]+)/.exec(text)?.slice(1).find(Boolean) ?? visitId;
    return { status: answer.status, location: answer.headers.get('location'), text };
  };
  return {
    open: async (changes?: Record<string, string>) => seen(await cloud.fetch(authorizeAddress(cloud, changes))),
    send: async (fields: Record<string, string>) => {
      const body = new URLSearchParams({ visit: visitId, ...fields });
      return seen(await cloud.fetch(`${cloud.url}/oauth/v2/signin`, { method: 'POST', body }));
    },
    async walk() {
      await this.open();
      await this.send({ email: person.email });
      await this.send({ password: person.password });
      const { location } = await this.send({ code: person.code });
      return new URL(location ?? '').searchParams;
    },
  };
}

const redeem = (cloud: BlinkCloud, code: string, changes: Record<string, string> = {}) =>
  cloud.fetch(`${cloud.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
      client_id: 'android',
      ...changes,
    }),
  });

test('three pages lead back to the app with a code, which is good for one exchange', async () => {
  const { cloud, run } = visit();
  await run(async () => {
    const answer = await browser(cloud).walk();
    expect(answer.get('state')).toBe(state);
    const code = answer.get('code') ?? '';
    const tokens = await redeem(cloud, code);
    expect(await tokens.json()).toMatchObject({ access_token: cloud.tokens.accessToken, expires_in: 14_400 });
    expect(await (await redeem(cloud, code)).json()).toMatchObject({ error: 'invalid_grant' });
  });
});

test('a code is bound to its challenge and its redirect, and a wrong verifier spends it', async () => {
  const { cloud, run } = visit();
  await run(async () => {
    const code = (await browser(cloud).walk()).get('code') ?? '';
    expect((await redeem(cloud, code, { redirect_uri: 'https://example.org/' })).status).toBe(400);
    expect((await redeem(cloud, code, { code_verifier: 'w'.repeat(86) })).status).toBe(400);
    expect((await redeem(cloud, code)).status).toBe(400);
  });
});

test('a code is too old after ten minutes', async () => {
  const { cloud, run, wait } = visit();
  await run(async () => {
    const code = (await browser(cloud).walk()).get('code') ?? '';
    await wait(10 * 60_000);
    expect((await redeem(cloud, code)).status).toBe(400);
  });
});

test('a request without PKCE, or with another redirect, gets no page', async () => {
  const { cloud, run } = visit();
  await run(async () => {
    const page = browser(cloud);
    expect(await page.open({ code_challenge_method: 'plain' })).toMatchObject({ status: 400 });
    expect(await page.open({ code_challenge: '' })).toMatchObject({ status: 400 });
    expect(await page.open({ redirect_uri: 'https://example.org/' })).toMatchObject({ status: 400 });
    expect(await page.open({ state: 'short' })).toMatchObject({ status: 400 });
    expect(await page.open({ hardware_id: 'Blinkpy' })).toMatchObject({ status: 400 });
  });
});

test('five wrong codes lock the account for sixty minutes', async () => {
  const { cloud, run, wait } = visit();
  await run(async () => {
    const page = browser(cloud);
    await page.open();
    await page.send({ email: person.email });
    await page.send({ password: person.password });
    expect((await page.send({ code: '000000' })).text).toContain('Wrong code');
    expect((await page.send({ resend: '' })).text).toContain('A new code is on its way');
    await page.send({ code: '000001' });
    await page.send({ code: '000002' });
    await page.send({ code: '000003' });
    expect(await page.send({ code: '000004' })).toMatchObject({ status: 429 });
    expect((await page.open()).text).toContain('try again in 60 minutes');
    await wait(60 * 60_000);
    expect(await page.open()).toMatchObject({ status: 200 });
  });
});

test('a person who cancels is sent back with an error', async () => {
  const { cloud, run } = visit();
  await run(async () => {
    const page = browser(cloud);
    await page.open();
    expect((await page.send({ cancel: '' })).location).toBe(`${redirectUri}?error=access_denied&state=${state}`);
  });
});

test('special pages: a robot is refused, a page is slow, another breaks off', async () => {
  const { cloud, run, clock } = visit({ signIn: 'robot' });
  await run(async () => {
    const page = browser(cloud);
    expect(await page.open()).toMatchObject({ status: 406 });
    cloud.control({ signIn: 'slow' });
    const before = clock.now();
    expect(await page.open()).toMatchObject({ status: 200 });
    expect(clock.now() - before).toBe(8_000);
    cloud.control({ signIn: 'broken' });
    await expect(page.open()).rejects.toThrow();
  });
});

test('an account linked to Amazon goes on in a window of its own', async () => {
  const { cloud, run } = visit({ signIn: 'pop-up' });
  await run(async () => {
    const { text } = await browser(cloud).open();
    const address = /window\.open\('([^']+)'/.exec(text)?.[1];
    const popUp = await cloud.fetch(cloud.url + address);
    expect(await popUp.text()).toContain('E-mail');
  });
});

test('one that answers to the page that opened it hands its visit back', async () => {
  const { cloud, run } = visit({ signIn: 'opener' });
  await run(async () => {
    const { text } = await browser(cloud).open();
    const address = /window\.open\('([^']+)'/.exec(text)?.[1];
    const popUp = await (await cloud.fetch(cloud.url + address)).text();
    const id = /postMessage\('([^']+)'/.exec(popUp)?.[1];
    expect(text).toContain(`visit=${id}`);
    expect(await (await cloud.fetch(`${cloud.url}/amazon/signin?visit=${id}`)).text()).toContain('E-mail');
  });
});
