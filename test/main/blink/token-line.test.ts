// Token lines as scripts leave them (§1.1).
import { expect, test } from 'vitest';
import { readTokenLine } from '../../../main/blink/token-line.ts';

const token = (refreshToken: string, clientId = 'android') => ({ ok: true, value: { refreshToken, clientId } });
const unreadable = { ok: false, problem: { kind: 'token-line-unreadable' } };

test('the whole line of an .env file', () => {
  const line =
    'BLINK_TOKENS="username=me%40example.org|password=a=b|uid=1|device_id=x|token=t|expires_in=14400|refresh_token=eyJ.cc%3Dc.ddd|host=e008.immedia-semi.com|client_id=ios|account_id=1"';
  expect(readTokenLine(line)).toEqual(token('eyJ.cc=c.ddd', 'ios'));
  expect(readTokenLine(`# tokens\nexport ${line}\n`)).toEqual(token('eyJ.cc=c.ddd', 'ios'));
});

test('only its value, with and without quotes and blanks', () => {
  expect(readTokenLine("  'refresh_token=eyJ.ccc.ddd|host=rest-e008.immedia-semi.com' ")).toEqual(token('eyJ.ccc.ddd'));
  expect(readTokenLine('refresh_token=eyJ.ccc.ddd')).toEqual(token('eyJ.ccc.ddd'));
});

test('a bare refresh token', () => {
  expect(readTokenLine('eyJ.ccc.ddd\n')).toEqual(token('eyJ.ccc.ddd'));
});

test('a client id that is all digits is the number of a device', () => {
  expect(readTokenLine('refresh_token=eyJ.ccc.ddd|client_id=1234567')).toEqual(token('eyJ.ccc.ddd'));
});

test('a token that was never percent-encoded', () => {
  expect(readTokenLine('refresh_token=100%eyJ.ccc|client_id=android')).toEqual(token('100%eyJ.ccc'));
});

test('what is no token line', () => {
  expect(readTokenLine('')).toEqual(unreadable);
  expect(readTokenLine('me@example.org hunter2')).toEqual(unreadable);
  expect(readTokenLine('<!doctype html><p class=x>')).toEqual(unreadable);
  expect(readTokenLine('token=eyJ.aaa.bbb|host=e008.immedia-semi.com')).toEqual(unreadable);
  expect(readTokenLine('refresh_token=|client_id=android')).toEqual(unreadable);
});
