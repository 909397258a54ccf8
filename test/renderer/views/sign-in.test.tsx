import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { done } from '../harness/fake-bridge.ts';
import { clipsOf, signedOut, twoDays } from '../harness/made-up.ts';
import { closeApp, renderApp } from '../harness/render-app.tsx';

afterEach(closeApp);

const none = clipsOf([]);
const field = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Token line' });

test('a pasted token line is sent once, without the blanks around it', async () => {
  const { main } = await renderApp(signedOut, none, { signInWithTokenLine: () => done });
  fireEvent.change(await field(), { target: { value: '  refresh_token=abc \n' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
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
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect((await screen.findByRole('alert')).textContent).toContain('This is not a token line.');
});

test('while signing in nothing can be sent a second time', async () => {
  const { main } = await renderApp({ ...signedOut, session: { kind: 'signing-in', at: 'blink' } }, none);
  const button = await screen.findByRole('button', { name: 'Signing in' });
  expect(button.hasAttribute('disabled')).toBe(true);
  main.changeState({ session: { kind: 'signed-in', accountId: 7, keptIn: 'keychain' } });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Signing in' })).toBeNull());
});

test('signed out again, the clips stay in sight; signing in is one press away, and so is the way back', async () => {
  const session = { kind: 'signed-out', problem: { kind: 'signed-out' }, suggestedLine: null } as const;
  await renderApp({ ...signedOut, session }, clipsOf(twoDays));
  expect(await screen.findByText('13:58:04')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('heading', { name: 'Sign in again' })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Back to my clips' }));
  expect(await screen.findByText('13:58:04')).toBeDefined();
});
