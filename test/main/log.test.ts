import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLog } from '../../main/log.ts';
import { redact } from '../../main/redact.ts';

describe('a log', () => {
  let profile: string;
  beforeEach(async () => {
    profile = await mkdtemp(join(tmpdir(), 'cliptray-log-'));
  });
  afterEach(() => rm(profile, { recursive: true }));
  const written = () => readFile(join(profile, 'logs', 'main.log'), 'utf8');

  test('is a file in the profile, for its owner only, and prints nothing', async () => {
    const printed = vi.spyOn(console, 'log');
    openLog(profile).info('two clips are new', { camera: 'Front gate' });
    expect(await written()).toMatch(/\[info\]\s+two clips are new \{ camera: 'Front gate' \}\n$/);
    expect((await stat(join(profile, 'logs', 'main.log'))).mode & 0o777).toBe(0o600);
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  test('has the stack of an error, and of its cause, without what they give away', async () => {
    openLog(profile).error('bug', new Error('no answer', { cause: new Error('refresh_token=abc') }));
    expect(await written()).toContain('Error: no answer');
    expect(await written()).toContain('log.test.ts');
    expect(await written()).toContain('refresh_token=[secret]');
  });

  test('takes a text with % as it is', async () => {
    openLog(profile).warn('the drive is 97 %s full %d', 1);
    expect(await written()).toContain('the drive is 97 %s full %d 1');
  });

  test('does not grow without end', async () => {
    const log = openLog(profile);
    const long = 'much to say '.repeat(20_000);
    for (let i = 0; i < 22; i++) log.info(long);
    const sizes = await Promise.all(
      (await readdir(join(profile, 'logs'))).map(async (name) => (await stat(join(profile, 'logs', name))).size),
    );
    expect(sizes).toHaveLength(2);
    expect(Math.max(...sizes)).toBeLessThan(2_300_000);
  });
});

describe('in the log', () => {
  test('an access token is blacked out, whatever carries it', () => {
    expect(redact('Authorization: Bearer eyJ.aaa.bbb')).toBe('authorization: [secret]');
    expect(redact('sent Bearer abc123, got 401')).toBe('sent Bearer [secret], got 401');
    expect(redact('{"access_token":"eyJ.aaa.bbb","token_type":"Bearer"}')).toBe(
      '{"access_token":"[secret]","token_type":"Bearer"}',
    );
    expect(redact("{ token: 'abc', expiresIn: 14400 }")).toBe("{ token: '[secret]', expiresIn: 14400 }");
    expect(redact('got eyJhbGciOi.eyJzdWIi.c2lnbmF0dXJl back')).toBe('got [secret] back');
  });

  test('a saved token line gives nothing away', () => {
    const line =
      'username=ann@example.org|password=hunter2|uid=X1|device_id=D1|refresh_token=r1|host=e008.immedia-semi.com';
    expect(redact(line)).toBe(
      'username=[secret]|password=[secret]|uid=[secret]|device_id=[secret]|refresh_token=[secret]|host=e008.immedia-semi.com',
    );
  });

  test('an e-mail address is blacked out', () => {
    expect(redact('signed in as "ann.smith+home@mail.example.org".')).toBe('signed in as "[e-mail]".');
  });

  test('a query string is blacked out, the address stays', () => {
    expect(redact('GET https://api.oauth.blink.com/oauth/v2/authorize?client_id=android&state=x failed')).toBe(
      'GET https://api.oauth.blink.com/oauth/v2/authorize?[query] failed',
    );
    expect(redact('https://applinks.blink.com/signin/callback#code=abc')).toBe(
      'https://applinks.blink.com/signin/callback?[query]',
    );
  });

  test('a long opaque string is blacked out', () => {
    expect(redact('hardware 0F8FAD5B-D9CB-469F-A165-70867728950E')).toBe('hardware [opaque]');
    expect(redact('token is dGhpcyBpcyBhIHNlY3JldCB0b2tlbjEyMw==')).toBe('token is [opaque]');
  });

  test('what helps to find a fault stays', () => {
    const useful = [
      'GET /network/51001/command/901234567 answered 409, code 307',
      "ENOENT: no such file or directory, open '/home/ann/Clips/Front gate/2026-11-23/2026-11-23 13.58.04 Front gate.mp4'",
      'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM',
      'refresh the token, then ask again?',
      'manifest 4294967295, 18446744073709551615 rows',
      '    at answerMediaRequest (file:///opt/cliptray/main/media/answer.ts:12:34)',
    ];
    expect(useful.map(redact)).toEqual(useful);
  });
});
