import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { AppState } from '../../../preload/contract.ts';
import { clipsOf, signedIn, twoDays } from '../harness/made-up.ts';
import { closeApp, renderApp } from '../harness/render-app.tsx';
import { stories } from '../harness/stories.ts';

afterEach(closeApp);

const drives = [{ path: '/media/someone/BLINK', name: 'BLINK', looksLikeBlink: true }];
const answers = {
  getPluggedDrives: () => ({ ok: true, value: drives }) as const,
  importClips: () => ({ ok: true, value: true }) as const,
  stopImport: () => ({ ok: true, value: null }) as const,
};

async function openQueue(state: AppState) {
  const { main } = await renderApp(state, clipsOf(twoDays), answers);
  fireEvent.click(await screen.findByRole('button', { name: /^Queue/ }));
  return main;
}

test('from an empty queue a plugged-in drive is two clicks away, and its progress stands there', async () => {
  const main = await openQueue(signedIn);
  fireEvent.click(await screen.findByRole('button', { name: 'Import from the drive…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Import from the drive' });
  fireEvent.click(await within(dialog).findByRole('button', { name: 'Import from BLINK' }));
  await waitFor(() => expect(main.asked('importClips')).toEqual([{ drive: '/media/someone/BLINK' }]));

  const source = '/media/someone/BLINK';
  main.changeState({ import: { kind: 'looking', source, looked: 20, files: 400 } });
  expect(await screen.findByText('20 of 400 files read')).toBeTruthy();
  main.changeState({ import: { kind: 'copying', source, done: 3, total: 312, bytes: 4e6, totalBytes: 4e8 } });
  expect(await screen.findByText('3 of 312 clips copied · 4.0 of 400 MB')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await waitFor(() => expect(main.asked('stopImport')).toHaveLength(1));
});

test('a folder can be chosen instead', async () => {
  const main = await openQueue(signedIn);
  fireEvent.click(await screen.findByRole('button', { name: 'Import from the drive…' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Choose a folder…' }));
  await waitFor(() => expect(main.asked('importClips')).toEqual([{ drive: null }]));
});

test('what came of it lists guesses, and each file that was left with its reason', async () => {
  const { imported } = stories;
  if (!imported) throw new Error('there is such a story');
  await openQueue(imported.state);
  expect((await screen.findByText(/^312 clips imported/)).textContent).toBe(
    '312 clips imported, 40 were saved already. 2 are guesses: matched by time, size and length alone. 3 files were left: it could not be told which clips they are.',
  );
  fireEvent.click(screen.getByRole('button', { name: 'Show files…' }));
  const report = await screen.findByRole('dialog', { name: 'What was imported' });
  expect(within(report).getByText('Driveway/2026-11-18/2026-11-18 20.37.12 Driveway.mp4')).toBeTruthy();
  expect(within(report).getByText('Another file fits the same clip.')).toBeTruthy();
});
