import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { done } from '../harness/fake-bridge.ts';
import { clipsOf, signedOut, twoDays } from '../harness/made-up.ts';
import { closeApp, renderApp } from '../harness/render-app.tsx';

afterEach(closeApp);

const none = clipsOf([]);
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

/** The field for a token line, which is folded away at first. */
async function field(): Promise<HTMLTextAreaElement> {
  await press('Paste a token line');
  return screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Token line' });
}

test('a pasted token line is sent once, without the blanks around it', async () => {
  const { main } = await renderApp(signedOut, none, { signInWithTokenLine: () => done });
  fireEvent.change(await field(), { target: { value: '  refresh_token=abc \n' } });
  await press('Sign in');
  await waitFor(() => expect(main.asked('signInWithTokenLine')).toEqual([{ line: 'refresh_token=abc' }]));
});

test('a suggested line is filled in, and nothing is sent before the person signs in', async () => {
  const session = { kind: 'signed-out', problem: null, suggestedLine: 'refresh_token=made-up' } as const;
  const { main } = await renderApp({ ...signedOut, session }, none);
  expect((await field()).value).toBe('refresh_token=made-up');
  expect(main.calls).toEqual([]);
});

test('what was wrong with the line is said under it', async () => {
  await renderApp(signedOut, none, {
    signInWithTokenLine: () => ({ ok: false, problem: { kind: 'token-line-unreadable' } }),
  });
  fireEvent.change(await field(), { target: { value: 'hello there' } });
  await press('Sign in');
  expect((await screen.findByRole('alert')).textContent).toContain('This is not a token line.');
});

test('while signing in nothing can be sent a second time', async () => {
  const { main } = await renderApp(signedOut, none, { signInWithTokenLine: () => new Promise(() => undefined) });
  fireEvent.change(await field(), { target: { value: 'refresh_token=abc' } });
  await press('Sign in');
  main.changeState({ session: { kind: 'signing-in', at: 'blink' } });
  expect((await screen.findByRole('button', { name: 'Signing in' })).hasAttribute('disabled')).toBe(true);
  expect(screen.getByRole('button', { name: 'Sign in at Blink' }).hasAttribute('disabled')).toBe(true);
});

test('while Blink’s page is waited for, its window can be brought to the front, and the wait be ended', async () => {
  const { main } = await renderApp({ ...signedOut, session: { kind: 'signing-in', at: 'window' } }, none, {
    bringSignInToFront: () => done,
    cancelSignIn: () => done,
  });
  await press('Bring to front');
  await press('Cancel');
  expect(main.calls.map(({ name }) => name)).toEqual(['bringSignInToFront', 'cancelSignIn']);
});

test('whom Blink took for a robot is offered the browser first', async () => {
  const session = { kind: 'signed-out', problem: { kind: 'sign-in-refused' }, suggestedLine: null } as const;
  await renderApp({ ...signedOut, session }, none);
  expect((await screen.findByRole('button', { name: 'Use my browser instead' })).className).toContain('primary');
  expect(screen.getByRole('button', { name: 'Sign in at Blink' }).className).not.toContain('primary');
});

test('signed out again, the clips stay in sight; signing in is one press away, and so is the way back', async () => {
  const session = { kind: 'signed-out', problem: { kind: 'signed-out' }, suggestedLine: null } as const;
  await renderApp({ ...signedOut, session }, clipsOf(twoDays));
  expect(await screen.findByText('13:58:04')).toBeDefined();
  await press('Sign in');
  expect(await screen.findByRole('heading', { name: 'Sign in again' })).toBeDefined();
  await press('Back to my clips');
  expect(await screen.findByText('13:58:04')).toBeDefined();
});
