import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { AppState, NamePreview, NameStyle } from '../../../preload/contract.ts';
import { done } from '../harness/fake-bridge.ts';
import { clipsOf, renamePlan, signedIn, twoDays } from '../harness/made-up.ts';
import { closeApp, renderApp } from '../harness/render-app.tsx';

afterEach(closeApp);

const preview = ({ template }: NameStyle): NamePreview =>
  template.includes('{kamera}')
    ? { kind: 'fault', fault: { kind: 'unknown-token', token: 'kamera' } }
    : { kind: 'names', newest: `by ${template}.mp4`, twin: null, doubledHour: null };

async function openNames(state: AppState = signedIn) {
  const { main } = await renderApp(state, clipsOf(twoDays), {
    previewNames: (style) => ({ ok: true, value: preview(style) }),
    getRenamePlan: () => ({ ok: true, value: renamePlan }),
    changeSettings: (changes) => {
      main.changeState({ settings: { ...main.state.settings, ...changes } });
      return done;
    },
    renameSaved: () => done,
    stopRenaming: () => done,
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Settings' }));
  fireEvent.click(await screen.findByRole('tab', { name: 'Folder and names' }));
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Arrange and name by' });
  return { main, field };
}

test('a pattern shows what it makes of a real clip while it is typed, and holds from Enter on', async () => {
  const { main, field } = await openNames();
  fireEvent.change(field, { target: { value: '{date} {time}' } });
  expect(await screen.findByText('by {date} {time}.mp4')).toBeTruthy();
  expect(main.asked('changeSettings')).toEqual([]);
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() =>
    expect(main.asked('changeSettings')).toEqual([{ names: { template: '{date} {time}', times: 'system' } }]),
  );
});

test('one that cannot be used says why, and the one before holds', async () => {
  const { main, field } = await openNames();
  fireEvent.change(field, { target: { value: '{kamera}' } });
  expect((await screen.findByRole('alert')).textContent).toContain('{kamera} is not known.');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.click(screen.getByRole('button', { name: 'Back to the usual names' }));
  await waitFor(() => expect(field.value).toBe('{camera}/{date}/{date} {time} {camera}'));
  expect(main.asked('changeSettings')).toEqual([{ names: main.state.settings.names }]);
});

test('a word is put in where the caret stands', async () => {
  const { field } = await openNames();
  fireEvent.change(field, { target: { value: '{date} ' } });
  field.setSelectionRange(0, 0);
  fireEvent.click(screen.getByRole('button', { name: 'Insert {year}' }));
  expect(field.value).toBe('{year}{date} ');
});

test('saved files are renamed after a look at what they would be called', async () => {
  const { main } = await openNames();
  fireEvent.click(await screen.findByRole('button', { name: 'Rename 4,504 files…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Rename saved files' });
  expect(dialog.textContent).toContain('Front gate/2026/11-21 20.37.12.mp4');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Rename 4,504 files' }));
  await waitFor(() => expect(main.asked('renameSaved')).toHaveLength(1));

  main.changeState({ renaming: { kind: 'running', done: 12, total: 4504, problem: null } });
  expect(await screen.findByText('12 of 4,504 files renamed')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await waitFor(() => expect(main.asked('stopRenaming')).toHaveLength(1));

  main.changeState({ renaming: { kind: 'ended', done: 13, kept: 1, stopped: true } });
  expect((await screen.findByText(/^Stopped/)).textContent).toBe(
    'Stopped. 13 files renamed, the others keep their names. 1 file could not be: it may be open in another program.',
  );
});

test('renaming that waits for its folder says so', async () => {
  const problem = { kind: 'folder-missing', subject: 'Videos/Blink' } as const;
  await openNames({ ...signedIn, renaming: { kind: 'running', done: 12, total: 40, problem } });
  expect(await screen.findByText(/12 of 40 files renamed · Videos\/Blink cannot be reached/)).toBeTruthy();
});
