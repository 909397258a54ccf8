// One sign-in on Blink's page at a time: in a window, in the browser, given up, or replaced by the next.
import { expect, test, vi } from 'vitest';
import type { AskPerson } from '../../../main/blink/ask-on-page.ts';
import { hostedSignIn } from '../../../main/blink/hosted-sign-in.ts';
import { SigningIn } from '../../../main/blink/signing-in.ts';
import { failed, succeeded } from '../../../main/problem.ts';
import { redirectUri } from '../../blink-cloud/sign-in-pages.ts';

/** Shows the page as the session does, and takes any code for good. */
function signingIn() {
  const places: string[] = [];
  const opened: string[] = [];
  const showWindow = vi.fn();
  const askInWindow: AskPerson = (_page, signal) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve(failed('sign-in-cancelled'))));
  const signing = new SigningIn({
    session: {
      async signInAtBlink(where, ask, signal = new AbortController().signal) {
        places.push(where);
        const page = hostedSignIn({
          origin: 'https://api.oauth.blink.com',
          hardwareId: 'made-up',
          version: '1',
          randomBytes: (count) => Buffer.alloc(count, places.length),
          now: () => 0,
          endsAtMs: 1,
        });
        const answer = await ask(page, signal);
        return answer.ok ? succeeded(null) : answer;
      },
    },
    askInWindow,
    showWindow,
    openBrowser: (address) => opened.push(address),
  });
  const answerTo = (at: number, query: string) => {
    const state = new URL(opened[at] ?? '').searchParams.get('state');
    return `${redirectUri}?${query}&state=${state}`;
  };
  return { signing, places, opened, showWindow, answerTo };
}

const cancelled = { ok: false, problem: { kind: 'sign-in-cancelled' } };

test('the browser is opened once, and the address where it ended signs in', async () => {
  const { signing, opened, answerTo } = signingIn();
  const result = signing.inBrowser();
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  expect(signing.paste(`  ${answerTo(0, 'code=a-code')}\n`)).toEqual(succeeded(null));
  expect(await result).toEqual(succeeded(null));
});

test('another address is refused, and the right one may follow', async () => {
  const { signing, opened, answerTo } = signingIn();
  const result = signing.inBrowser();
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  expect(signing.paste('https://example.org/')).toMatchObject({ problem: { kind: 'sign-in-failed' } });
  signing.paste(answerTo(0, 'code=a-code'));
  expect((await result).ok).toBe(true);
});

test('an address that says no ends it, and none is waited for any more', async () => {
  const { signing, opened, answerTo } = signingIn();
  const result = signing.inBrowser();
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  expect(signing.paste(answerTo(0, 'error=access_denied'))).toMatchObject(cancelled);
  expect(await result).toMatchObject(cancelled);
  expect(signing.paste(answerTo(0, 'code=a-code'))).toMatchObject({ problem: { details: 'no address is waited for' } });
});

test('cancelling waits until the one under way has ended', async () => {
  const { signing, places } = signingIn();
  const result = signing.inWindow();
  await vi.waitFor(() => expect(places).toEqual(['window']));
  await signing.cancel();
  expect(await result).toMatchObject(cancelled);
});

test('the browser takes over from the window', async () => {
  const { signing, places, opened, answerTo } = signingIn();
  const window = signing.inWindow();
  await vi.waitFor(() => expect(places).toEqual(['window']));
  const browser = signing.inBrowser();
  expect(await window).toMatchObject(cancelled);
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  signing.paste(answerTo(0, 'code=a-code'));
  expect((await browser).ok).toBe(true);
  expect(places).toEqual(['window', 'browser']);
});

test('with nothing under way, cancelling and pasting do no harm', async () => {
  const { signing, showWindow } = signingIn();
  await signing.cancel();
  expect(signing.paste('https://example.org/').ok).toBe(false);
  signing.bringToFront();
  expect(showWindow).toHaveBeenCalledOnce();
});
