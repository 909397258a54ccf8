// The first run, step by step and back, and its end.
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { AppState } from '../../../preload/contract.ts';
import { done } from '../harness/fake-bridge.ts';
import { clipsOf, signedIn, signedOut, twoDays } from '../harness/made-up.ts';
import { closeApp, renderApp } from '../harness/render-app.tsx';

afterEach(closeApp);

const firstRun = { suggestedFolder: { path: '/home/someone/Videos/Blink', freeBytes: 412e9 } };
const newcomer: AppState = { ...signedOut, firstRun };
const arrived: AppState = { ...signedIn, firstRun, folder: { kind: 'none' } };
const none = clipsOf([]);

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const title = async (name: string) => expect(await screen.findByRole('heading', { level: 1, name })).toBeDefined();

test('someone new is welcomed, signs in at Blink, and comes to the drives', async () => {
  const { main } = await renderApp(newcomer, none, {
    signInAtBlink: async () => {
      main.changeState({ session: signedIn.session, systems: signedIn.systems });
      return done;
    },
  });
  await title('Your clips, off the drive and into a folder');
  await press('Sign in with Blink');
  await title('Found two modules');
});

test('each step leads back to the one before it', async () => {
  await renderApp(arrived, clipsOf(twoDays));
  await title('Found two modules and 16 clips');
  await press('Choose a folder');
  await title('Where should clips go?');
  await press('Back');
  await title('Found two modules and 16 clips');
  await press('Back');
  await title('You are signed in');
  await press('Back');
  await title('Your clips, off the drive and into a folder');
});

test('going back from Blink’s page gives it up', async () => {
  const { main } = await renderApp({ ...newcomer, session: { kind: 'signing-in', at: 'window' } }, none, {
    cancelSignIn: () => done,
  });
  await press('Back');
  await title('Your clips, off the drive and into a folder');
  expect(main.asked('cancelSignIn')).toHaveLength(1);
});

test('the suggested folder is taken at the end, with the library after it', async () => {
  const { main } = await renderApp(arrived, clipsOf(twoDays), {
    takeSuggestedFolder: () => done,
    endFirstRun: async () => {
      main.changeState({ firstRun: null });
      return done;
    },
  });
  await press('Choose a folder');
  expect(await screen.findByText('/home/someone/Videos/Blink', { selector: 'output *' })).toBeDefined();
  await press('Show my clips');
  expect(await screen.findByText('13:58:04')).toBeDefined();
  expect(main.asked('takeSuggestedFolder')).toHaveLength(1);
});

test('a folder that cannot be taken is said, and the step stays', async () => {
  const { main } = await renderApp(arrived, clipsOf(twoDays), {
    takeSuggestedFolder: () => ({ ok: false, problem: { kind: 'folder-read-only', subject: 'Videos/Blink' } }),
  });
  await press('Choose a folder');
  await press('Show my clips');
  expect((await screen.findByRole('alert')).textContent).toContain('may not write');
  expect(main.asked('endFirstRun')).toEqual([]);
});

test('not now takes no folder and ends it all the same', async () => {
  const { main } = await renderApp(arrived, clipsOf(twoDays), { endFirstRun: () => done });
  await press('Choose a folder');
  await press('Not now');
  await waitFor(() => expect(main.asked('endFirstRun')).toHaveLength(1));
  expect(main.asked('takeSuggestedFolder')).toEqual([]);
});

test('who wants only the saved clips sees the library at once', async () => {
  const { main } = await renderApp(newcomer, none, {
    endFirstRun: async () => {
      main.changeState({ firstRun: null });
      return done;
    },
  });
  await press('Open saved clips only');
  expect(await screen.findByRole('navigation')).toBeDefined();
});
