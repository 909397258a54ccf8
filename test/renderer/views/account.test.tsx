import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { done } from '../harness/fake-bridge.ts';
import { belongings, clipsOf, signedIn, twoDays } from '../harness/made-up.ts';
import { closeApp, renderApp } from '../harness/render-app.tsx';

afterEach(closeApp);

const answers = { getBelongings: () => ({ ok: true, value: belongings }) as const };
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

/** Opens the settings and, from there, one of the ways out. */
async function openDialog(way: string, name: string): Promise<HTMLElement> {
  fireEvent.click(await screen.findByRole('button', { name: 'Settings' }));
  fireEvent.click(await screen.findByRole('tab', { name: 'Account' }));
  press(way);
  const dialog = await screen.findByRole('dialog', { name });
  await waitFor(() => expect(dialog.textContent).toContain('5,104 clips saved in /home/someone/Videos/Blink'));
  return dialog;
}

test('signing out says what stays, and leads to the first screen', async () => {
  const { main } = await renderApp(signedIn, clipsOf(twoDays), { ...answers, signOut: () => done });
  const dialog = await openDialog('Sign out…', 'Sign out?');
  expect(dialog.textContent).toContain('The queue: 68 clips wait for you');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Sign out' }));
  await waitFor(() => expect(main.asked('signOut')).toHaveLength(1));
  main.changeState({ session: { kind: 'signed-out', problem: null, suggestedLine: null } });
  expect(await screen.findByRole('heading', { name: 'Sign in again' })).toBeTruthy();
});

test('a sign-out that fails leaves the list on the screen, with the reason over it', async () => {
  await renderApp(signedIn, clipsOf(twoDays), {
    ...answers,
    signOut: () => ({ ok: false, problem: { kind: 'keychain-locked' } }),
  });
  const dialog = await openDialog('Sign out…', 'Sign out?');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Sign out' }));
  expect(await screen.findByText('Your keychain is locked.')).toBeTruthy();
  expect(screen.getByRole('grid')).toBeTruthy();
});

test('whoever thinks again is signed in as before', async () => {
  const { main } = await renderApp(signedIn, clipsOf(twoDays), answers);
  const dialog = await openDialog('Sign out…', 'Sign out?');
  fireEvent.click(within(dialog).getAllByRole('button', { name: 'Cancel' }).at(-1) ?? dialog);
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(main.asked('signOut')).toEqual([]);
});

test('forgetting lists what goes with its size, and wants the word', async () => {
  const { main } = await renderApp(signedIn, clipsOf(twoDays), { ...answers, forgetEverything: () => done });
  const dialog = await openDialog('Forget…', 'Forget everything?');
  expect(within(dialog).getByText('12,916 clips of 2 accounts, 5.3 MB')).toBeTruthy();
  expect(within(dialog).getByText('41 files, 63.0 MB')).toBeTruthy();
  const confirm = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Forget everything' });
  const field = within(dialog).getByRole('textbox', { name: 'Type forget to go on' });
  expect(confirm.disabled).toBe(true);
  fireEvent.change(field, { target: { value: 'forge' } });
  expect(confirm.disabled).toBe(true);
  fireEvent.change(field, { target: { value: ' Forget ' } });
  expect(confirm.disabled).toBe(false);
  fireEvent.click(confirm);
  await waitFor(() => expect(main.asked('forgetEverything')).toHaveLength(1));
});
