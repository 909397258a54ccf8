// What may be set from outside, in sources and in builds that are no release (releases: test/package).
import { expect, test } from 'vitest';
import { isRelease, readEnvironment } from '../../main/environment.ts';

test('tests set address, speed, tokens and their file; the tokens are gone from the environment at once', () => {
  const env = {
    CLIPTRAY_BLINK_URL: 'http://127.0.0.1:9',
    CLIPTRAY_SPEED: '20',
    CLIPTRAY_TOKENS: 'a token line',
    CLIPTRAY_TOKEN_FILE: 'tokens.json',
  };
  expect(isRelease).toBe(false);
  expect(readEnvironment(env)).toEqual({
    baseUrl: 'http://127.0.0.1:9',
    speed: 20,
    tokens: 'a token line',
    tokenFile: 'tokens.json',
  });
  expect(env).not.toHaveProperty('CLIPTRAY_TOKENS');
});

test('nothing set, or nonsense, is a real Blink at real speed', () => {
  const none = { baseUrl: null, speed: 1, tokens: null, tokenFile: null };
  expect(readEnvironment({})).toEqual(none);
  expect(readEnvironment({ CLIPTRAY_SPEED: '-3', CLIPTRAY_TOKENS: '' })).toEqual(none);
  expect(readEnvironment({ CLIPTRAY_SPEED: 'Infinity' })).toEqual(none);
});
