// Deleting from the drive, leaving clips out of saving, and a clip's story, as a person meets them in the window.
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type AppState, ClipFlag, type ClipKey, type Deletion, type KeptWhy } from '../../../preload/contract.ts';
import { done } from '../harness/fake-bridge.ts';
import { clipStory, clipsOf, signedIn, twoDays } from '../harness/made-up.ts';
import { closeApp, renderApp } from '../harness/render-app.tsx';

afterEach(closeApp);

const mayDelete: AppState = { ...signedIn, settings: { ...signedIn.settings, deleteFromDrive: true } };
const press = (key: string, more: { ctrlKey?: boolean } = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

/** All but the last `kept` clips may be deleted. */
const lookAtDeletion =
  (kept: number, why: KeptWhy = 'not-saved') =>
  ({ keys }: { readonly keys: readonly ClipKey[] }) => ({
    ok: true as const,
    value: { deletable: keys.slice(0, keys.length - kept), kept: kept > 0 ? [{ why, clips: kept }] : [] },
  });

const running: Deletion = {
  state: 'running',
  stoppedBy: null,
  total: 8,
  deleted: 2,
  unsettled: 1,
  kept: [],
  problem: null,
};

test('one clip is asked for by its camera and day, and deleted where the person is sure', async () => {
  const { main } = await renderApp(mayDelete, clipsOf(twoDays), {
    lookAtDeletion: lookAtDeletion(0),
    deleteFromDrive: () => done,
  });
  await screen.findByText('13:58:04');
  press('d');
  const dialog = await screen.findByRole('dialog', { name: 'Delete 1 clip from the drive?' });
  expect(dialog.textContent).toContain('Front gate');
  expect(dialog.textContent).toContain('23 Nov');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Delete 1 clip' }));
  await waitFor(() => expect(main.asked('deleteFromDrive')).toEqual([{ keys: [1] }]));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('several are deleted only after their number was typed; what stays is told with its reason', async () => {
  const { main } = await renderApp(mayDelete, clipsOf(twoDays), {
    lookAtDeletion: lookAtDeletion(4),
    deleteFromDrive: () => done,
  });
  await screen.findByText('13:58:04');
  press('a', { ctrlKey: true });
  press('Delete');
  const dialog = await screen.findByRole('dialog', { name: 'Delete 12 clips from the drive?' });
  expect(dialog.textContent).toContain('4 stay on the drive');
  expect(dialog.textContent).toContain('4 are not saved');
  const sure = within(dialog).getByRole('button', { name: 'Delete 12 clips' });
  const field = within(dialog).getByRole('textbox', { name: 'Type 12 to go on' });
  fireEvent.change(field, { target: { value: '13' } });
  fireEvent.click(sure);
  expect(main.asked('deleteFromDrive')).toEqual([]);
  fireEvent.change(field, { target: { value: '12' } });
  fireEvent.click(sure);
  await waitFor(() => expect(main.asked('deleteFromDrive')).toHaveLength(1));
});

test('where none can be deleted, it says why and offers nothing else', async () => {
  await renderApp(mayDelete, clipsOf(twoDays), { lookAtDeletion: lookAtDeletion(1, 'unconfirmed') });
  await screen.findByText('13:58:04');
  press('d');
  const dialog = await screen.findByRole('dialog', { name: 'This clip cannot be deleted from the drive' });
  expect(dialog.textContent).toContain('1 saved, but no newer list has confirmed that yet');
  expect(within(dialog).queryByRole('button', { name: /^Delete/ })).toBeNull();
});

test('while it is switched off the key says so, nothing is looked at, and the menu does not offer it', async () => {
  const { main } = await renderApp(signedIn, clipsOf(twoDays));
  const clip = await screen.findByText('13:58:04');
  fireEvent.contextMenu(clip);
  await screen.findByRole('menuitem', { name: 'Explain this clip' });
  expect(screen.queryByRole('menuitem', { name: 'Delete from the drive…' })).toBeNull();
  fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  press('d');
  await screen.findByRole('dialog', { name: 'Deleting from the drive is switched off' });
  expect(main.asked('lookAtDeletion')).toEqual([]);
});

test('its progress stands at the foot of the window and can be stopped', async () => {
  const { main } = await renderApp({ ...mayDelete, deletion: running }, clipsOf(twoDays), {
    stopDeleting: () => done,
  });
  const bar = await screen.findByRole('region', { name: 'Deleting from the drive' });
  expect(bar.textContent).toContain('Deleting 3 of 8');
  expect(within(bar).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('25');
  fireEvent.click(within(bar).getByRole('button', { name: 'Stop' }));
  await waitFor(() => expect(main.asked('stopDeleting')).toHaveLength(1));
});

test('what it waits for is said', async () => {
  const waiting: Deletion = { ...running, problem: { kind: 'module-offline', subject: 'Hallway module' } };
  await renderApp({ ...mayDelete, deletion: waiting }, clipsOf(twoDays));
  const bar = await screen.findByRole('region', { name: 'Deleting from the drive' });
  expect(bar.textContent).toContain('Hallway module is offline');
});

test('why it was stopped stays until the person has seen it', async () => {
  const stopped: Deletion = {
    ...running,
    state: 'stopped',
    stoppedBy: 'stranger',
    unsettled: 0,
    kept: [{ why: 'not-asked', clips: 6 }],
  };
  const { main } = await renderApp({ ...mayDelete, deletion: stopped }, clipsOf(twoDays), {
    dismissDeletion: () => done,
  });
  const bar = await screen.findByRole('region', { name: 'Deleting from the drive' });
  expect(bar.textContent).toContain('Deleted 2 clips from the drive');
  expect(bar.textContent).toContain('another clip has left the drive too');
  expect(bar.textContent).toContain('6 not deleted before this stopped');
  fireEvent.click(within(bar).getByRole('button', { name: 'Remove from view' }));
  await waitFor(() => expect(main.asked('dismissDeletion')).toHaveLength(1));
});

test('a clip is left out of saving from its menu, and taken back by the toast', async () => {
  const { main } = await renderApp(signedIn, clipsOf(twoDays), { markExcluded: () => done });
  fireEvent.contextMenu(await screen.findByText('12:02:37'));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Leave out of saving' }));
  expect(await screen.findByText('1 clip left out of saving')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(main.asked('markExcluded')).toEqual([
      { keys: [4], excluded: true },
      { keys: [4], excluded: false },
    ]),
  );
});

test('a clip that is left out says so, does not count as unsaved, and is saved where it is picked alone', async () => {
  const clips = twoDays.map((clip, index) =>
    index === 3 ? { ...clip, flags: ClipFlag.onDrive | ClipFlag.seen | ClipFlag.excluded } : clip,
  );
  const saveClips = vi.fn(() => ({ ok: true as const, value: { jobId: null, added: 1 } }));
  const { main } = await renderApp(signedIn, clipsOf(clips), { saveClips });
  const row = (await screen.findByText('12:02:37')).closest('[role="row"]');
  expect(row?.textContent).toContain('Left out');
  expect(screen.getByRole('button', { name: 'Save 3 clips of Today' })).toBeDefined();
  if (row) fireEvent.click(row);
  press('s');
  await waitFor(() => expect(main.asked('saveClips')).toMatchObject([{ keys: [4], title: { kind: 'one' } }]));
});

test('a clip explains what happened to it, and the words can be copied', async () => {
  const { main } = await renderApp(signedIn, clipsOf(twoDays), {
    explainClip: () => ({ ok: true, value: { events: clipStory } }),
    copyText: () => done,
  });
  fireEvent.contextMenu(await screen.findByText('13:58:04'));
  fireEvent.click(await screen.findByRole('menuitem', { name: 'Explain this clip' }));
  const dialog = await screen.findByRole('dialog', { name: 'What happened to this clip' });
  const lines = within(dialog).getAllByRole('listitem');
  expect(lines).toHaveLength(8);
  expect(lines[0]?.textContent).toContain('Seen on the drive for the first time');
  expect(lines[5]?.textContent).toContain('Checked and saved as Front gate/2026-11-23');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(main.asked('copyText')).toHaveLength(1));
  expect(JSON.stringify(main.asked('copyText'))).toContain('The module was asked to send it');
});
