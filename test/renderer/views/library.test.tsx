import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ClipFlag } from '../../../preload/contract.ts';
import { done } from '../harness/fake-bridge.ts';
import { clipsOf, job, manyClips, nowMs, signedIn, twoDays } from '../harness/made-up.ts';
import { closeApp, renderApp } from '../harness/render-app.tsx';
import { stories } from '../harness/stories.ts';

afterEach(closeApp);

const saveClips = () => ({ ok: true, value: { jobId: null, added: 1 } }) as const;
const row = (time: string) => screen.getByText(time).closest<HTMLElement>('[role="row"]') ?? fail(time);
const press = (key: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

function fail(time: string): never {
  throw new Error(`no row at ${time}`);
}

describe('the list', () => {
  test('shows the days with their clips, each with its time, camera, size and place', async () => {
    await renderApp(signedIn, clipsOf(twoDays));
    const newest = await screen.findByText('13:58:04');
    expect(newest.closest('[role="row"]')?.textContent).toBe('13:58:04Front gate0:121.4\u00a0MBSaved');
    expect(screen.getByText('Mon 23 Nov · 7 clips, 3 new')).toBeDefined();
    expect(screen.getByText('Sun 22 Nov · 9 clips')).toBeDefined();
  });

  test('of 20,000 clips draws those in sight only', async () => {
    await renderApp(signedIn, manyClips(20_000));
    await screen.findByText('13:58:04');
    expect(document.querySelectorAll('.clip-row').length).toBeLessThan(40);
    expect(screen.getByRole('grid', { name: 'Clips' }).getAttribute('aria-rowcount')).toMatch(/^20\d{3}$/);
  });

  test('has the focus from the start, and names the current row to a screen reader', async () => {
    await renderApp(signedIn, clipsOf(twoDays));
    const grid = await screen.findByRole('grid', { name: 'Clips' });
    await vi.waitFor(() => expect(document.activeElement).toBe(grid));
    press('ArrowDown');
    expect(document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')).toBe(row('13:41:50'));
  });

  test('shows where a clip is on its way, and what failed', async () => {
    const { state, clips } = stories.saving ?? fail('saving');
    await renderApp(state, clips);
    await screen.findByText('13:58:04');
    expect(row('13:41:50').textContent).toContain('Saving 62\u00a0%');
    expect(row('09:30:02').textContent).toContain('Damaged');
  });
});

describe('choosing and saving', () => {
  test('saving all leaves out the cameras that the settings say, and says how many clips that are', async () => {
    const state = { ...signedIn, settings: { ...signedIn.settings, leftOutCameras: ['Front gate'] } };
    const { main } = await renderApp(state, clipsOf(twoDays), { saveClips });
    expect(await screen.findByText('Mon 23 Nov · 7 clips, 3 new, 1 left out')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Save 3 clips of Today' }));
    await vi.waitFor(() => expect(main.asked('saveClips')).toHaveLength(1));
    main.changeState({ settings: signedIn.settings });
    fireEvent.click(await screen.findByRole('button', { name: 'Save 4 clips of Today' }));
  });

  test('a day is saved by its link, without what is saved or waits already', async () => {
    const { main } = await renderApp(signedIn, clipsOf(twoDays), { saveClips });
    fireEvent.click(await screen.findByRole('button', { name: 'Save 4 clips of Today' }));
    await vi.waitFor(() =>
      expect(main.asked('saveClips')).toEqual([
        { keys: [4, 5, 6, 7], title: { kind: 'day', day: '2026-11-23', camera: null } },
      ]),
    );
  });

  test('clips chosen with Shift and Ctrl are saved together; those saved already are left out', async () => {
    const { main } = await renderApp(signedIn, clipsOf(twoDays), { saveClips });
    await screen.findByText('13:58:04');
    fireEvent.click(row('12:02:37'));
    fireEvent.click(row('09:30:02'), { shiftKey: true });
    fireEvent.click(row('13:58:04'), { ctrlKey: true });
    const bar = screen.getByRole('toolbar', { name: 'Selected clips' });
    expect(bar.textContent).toContain('4 clips selected');
    fireEvent.click(within(bar).getByRole('button', { name: 'Save 3 clips' }));
    await vi.waitFor(() =>
      expect(main.asked('saveClips')).toEqual([{ keys: [4, 5, 6], title: { kind: 'selection' } }]),
    );
  });

  test('S saves the current clip under its own name, Ctrl+A and Esc choose all and none', async () => {
    const { main } = await renderApp(signedIn, clipsOf(twoDays), { saveClips });
    await screen.findByText('13:58:04');
    fireEvent.click(row('12:02:37'));
    press('s');
    await vi.waitFor(() =>
      expect(main.asked('saveClips')).toMatchObject([{ keys: [4], title: { kind: 'one', camera: 'Garden' } }]),
    );
    press('a', { ctrlKey: true });
    expect(screen.getByRole('toolbar').textContent).toContain('16 clips selected');
    press('Escape');
    expect(screen.queryByRole('toolbar')).toBeNull();
  });

  test('Shift+S saves what is chosen elsewhere, as does the menu beside the button', async () => {
    const { main } = await renderApp(signedIn, clipsOf(twoDays), {
      saveClipsElsewhere: () => ({ ok: true, value: null }),
    });
    fireEvent.click(await screen.findByText('12:02:37'));
    press('S', { shiftKey: true });
    fireEvent.click(screen.getByRole('button', { name: 'Other ways to save' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: /Save elsewhere/ }));
    const garden = {
      keys: [4],
      title: { kind: 'one', camera: 'Garden', recordedAtMs: Date.UTC(2026, 10, 23, 11, 2, 37) },
    };
    await vi.waitFor(() => expect(main.asked('saveClipsElsewhere')).toEqual([garden, garden]));
  });

  test('without a folder it asks where clips should go, with an example of the first name', async () => {
    const { main } = await renderApp({ ...signedIn, folder: { kind: 'none' } }, clipsOf(twoDays), {
      saveClips,
      chooseFolder: () => ({ ok: true, value: true }),
      getClipFacts: ({ key }) => ({
        ok: true,
        value: {
          key,
          fileName: 'Garden/2026-11-23/a.mp4',
          width: null,
          height: null,
          codec: null,
          lengthMs: null,
          bytes: null,
          isGuess: false,
        },
      }),
    });
    await screen.findByText('13:58:04');
    fireEvent.click(row('12:02:37'));
    press('s');
    const dialog = await screen.findByRole('dialog', { name: 'Where should clips go?' });
    expect(await within(dialog).findByText('Garden / 2026-11-23 / a.mp4')).toBeDefined();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Choose a folder…' }));
    await vi.waitFor(() => expect(main.asked('saveClips')).toHaveLength(1));
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('filters', () => {
  test('a camera is chosen in the sidebar and taken away by its chip', async () => {
    await renderApp(signedIn, clipsOf(twoDays));
    fireEvent.click(await screen.findByRole('button', { name: 'Garden, 2 unsaved' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Garden');
    expect(screen.getByText('3 clips')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Garden: remove this filter' }));
    expect(screen.getByText('16 clips')).toBeDefined();
  });

  test('a place and a length are chosen in menus, together with what is searched for', async () => {
    await renderApp(signedIn, clipsOf(twoDays));
    await screen.findByText('13:58:04');
    const choose = async (chip: string, item: string) => {
      fireEvent.click(screen.getByRole('button', { name: chip }));
      fireEvent.click(await screen.findByRole('menuitem', { name: item }));
    };
    await choose('Any place', 'Saved');
    expect(screen.getByText('5 clips')).toBeDefined();
    await choose('Length', '10 to 30 seconds');
    expect(screen.getByText('4 clips')).toBeDefined();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'gate' } });
    expect(screen.getByText('2 clips')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Saved: remove this filter' }));
    fireEvent.click(screen.getByRole('button', { name: '10 to 30 seconds: remove this filter' }));
    expect(screen.getByRole('button', { name: 'Length' })).toBeDefined();
  });

  test('what is only here has a view of its own', async () => {
    await renderApp(signedIn, clipsOf(twoDays));
    fireEvent.click(await screen.findByRole('button', { name: 'Only here, 2' }));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Only here');
    expect(screen.getByText('2 clips')).toBeDefined();
  });

  test('when every clip is saved, unsaved says so', async () => {
    const { state, clips } = stories['all-saved'] ?? fail('all-saved');
    await renderApp(state, clips);
    fireEvent.click(await screen.findByRole('button', { name: 'Unsaved, 0' }));
    expect(screen.getByRole('heading', { name: 'Every clip on the drive is saved' })).toBeDefined();
  });
});

describe('the search', () => {
  test('keeps the focus while what is typed finds nothing, and then something again', async () => {
    await renderApp(signedIn, clipsOf(twoDays));
    const field = await screen.findByRole('searchbox');
    field.focus();
    fireEvent.change(field, { target: { value: 'gatx' } });
    expect(screen.getByRole('heading', { name: 'No clip matches' })).toBeDefined();
    fireEvent.change(field, { target: { value: 'gat' } });
    expect(row('13:58:04')).toBeDefined();
    expect(document.activeElement).toBe(field);
  });
});

describe('problems and jobs', () => {
  test('the banner offers the one thing that helps', async () => {
    const { state, clips } = stories['folder-missing'] ?? fail('folder-missing');
    const { main } = await renderApp(state, clips, { chooseFolder: () => ({ ok: true, value: true }) });
    const banner = await screen.findByRole('alert');
    expect(banner.textContent).toContain('Videos/Blink cannot be reached.');
    fireEvent.click(within(banner).getByRole('button', { name: 'Choose…' }));
    await vi.waitFor(() => expect(main.asked('chooseFolder')).toHaveLength(1));
  });

  test('a job shows progress, rate and time left, and can be cancelled', async () => {
    const { state, clips } = stories.saving ?? fail('saving');
    const { main } = await renderApp(state, clips, { cancelJob: () => done });
    const bar = await screen.findByRole('region', { name: 'Saving' });
    expect(bar.textContent).toBe('Saving 12 of 80Hallway module · 4.7\u00a0s a clip · about 5\u00a0min left');
    expect(within(bar).getByRole('progressbar').getAttribute('aria-valuenow')).toBe('15');
    fireEvent.click(within(bar).getByRole('button', { name: 'Cancel this job' }));
    await vi.waitFor(() => expect(main.asked('cancelJob')).toEqual([{ jobId: 1 }]));
  });

  test('a job that ended with failures offers to try again and to look at what is there', async () => {
    const ended = { ...job, state: 'done' as const, saved: 77, failed: 3, endedAtMs: 0, timeLeftMs: null };
    const { main } = await renderApp({ ...signedIn, jobs: [ended] }, clipsOf(twoDays), {
      retryFailed: () => done,
      showFolder: () => done,
    });
    const bar = await screen.findByRole('region', { name: 'Saving' });
    expect(bar.textContent).toContain('Saved 77 of 80 clips3 could not be saved');
    fireEvent.click(within(bar).getByRole('button', { name: 'Try again' }));
    fireEvent.click(within(bar).getByRole('button', { name: 'Show folder' }));
    await vi.waitFor(() =>
      expect(main.calls.map(({ name }) => name)).toEqual(expect.arrayContaining(['retryFailed', 'showFolder'])),
    );
  });
});

test('what was told on the desktop stands in a list, until it is cleared', async () => {
  const { state, clips } = stories.told ?? fail('told');
  const { main } = await renderApp(state, clips, { clearTold: () => done });
  fireEvent.click(await screen.findByRole('button', { name: 'Notices' }));
  const list = await screen.findByRole('dialog', { name: 'Notices' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    expect.stringContaining('3 new clips at Cabin'),
    expect.stringContaining('8,412 clips saved and checked'),
    expect.stringContaining('The drive is full.'),
  ]);
  fireEvent.click(within(list).getByRole('button', { name: 'Clear' }));
  await vi.waitFor(() => expect(main.asked('clearTold')).toHaveLength(1));
});

test('quiet hours and muted cameras are kept with the other settings', async () => {
  const { main } = await renderApp(signedIn, clipsOf(twoDays), { changeSettings: () => done });
  fireEvent.click(await screen.findByRole('button', { name: 'Settings' }));
  fireEvent.click(await screen.findByRole('tab', { name: 'Notifications' }));
  fireEvent.click(await screen.findByRole('switch', { name: 'Quiet hours' }));
  fireEvent.click(screen.getByRole('switch', { name: 'Garden' }));
  const { notifications } = signedIn.settings;
  await vi.waitFor(() =>
    expect(main.asked('changeSettings')).toEqual([
      { notifications: { ...notifications, quiet: { fromMinute: 1320, toMinute: 420 } } },
      { notifications: { ...notifications, muted: ['Garden'] } },
    ]),
  );
});

test('new clips are saved by themselves from now on, of the cameras that are chosen', async () => {
  const { main } = await renderApp(signedIn, clipsOf(twoDays), {
    changeSettings: (changes) => {
      main.changeState({ settings: { ...signedIn.settings, ...changes } });
      return done;
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Settings' }));
  fireEvent.click(await screen.findByRole('tab', { name: 'Saving' }));
  fireEvent.click(await screen.findByRole('switch', { name: 'Save new clips by themselves' }));
  const cameras = within(await screen.findByRole('list', { name: 'Clips of these cameras' }));
  fireEvent.click(cameras.getByRole('checkbox', { name: 'Workshop' }));
  await vi.waitFor(() => expect(cameras.getByRole('checkbox', { name: 'Workshop' })).toHaveProperty('checked', false));
  fireEvent.click(await screen.findByRole('radio', { name: 'Everything' }));
  await screen.findByText('Also those that are on the drive already.');
  fireEvent.click(screen.getByRole('switch', { name: 'Save new clips by themselves' }));
  await vi.waitFor(() => expect(screen.queryByRole('list', { name: 'Clips of these cameras' })).toBeNull());
  const sinceMs = expect.closeTo(nowMs, -4); // within seconds: the test's clock goes on while it waits
  expect(main.asked('changeSettings')).toEqual([
    { autoSave: { ignored: [], sinceMs } },
    { autoSave: { ignored: ['Workshop'], sinceMs } },
    { autoSave: { ignored: ['Workshop'], sinceMs: null } },
    { autoSave: null },
  ]);
});

test('who is to report a problem finds the log', async () => {
  const { main } = await renderApp(signedIn, clipsOf(twoDays), { showLog: () => done });
  fireEvent.click(await screen.findByRole('button', { name: 'Settings' }));
  fireEvent.click(await screen.findByRole('tab', { name: 'About' }));
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  await vi.waitFor(() => expect(main.asked('showLog')).toHaveLength(1));
});

test('the theme of the settings is put on the page, and the system’s is left to the page', async () => {
  const { main, store } = await renderApp(signedIn, clipsOf(twoDays), {
    changeSettings: (changes) => {
      main.changeState({ settings: { ...signedIn.settings, ...changes } });
      return done;
    },
  });
  store.getState().open('settings');
  fireEvent.click(await screen.findByRole('radio', { name: 'Dark' }));
  await vi.waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
  fireEvent.click(screen.getByRole('radio', { name: 'System' }));
  await vi.waitFor(() => expect(document.documentElement.dataset.theme).toBeUndefined());
});

test('the player is as wide as it was drawn, and as the window suggests after a double click', async () => {
  const { main } = await renderApp(signedIn, clipsOf(twoDays), { changeSettings: () => done });
  const edge = await screen.findByRole('separator', { name: 'Width of the player' });
  fireEvent.keyDown(edge, { key: 'ArrowLeft' });
  expect(screen.getByRole('complementary', { name: 'Player' }).style.inlineSize).toBe('356px');
  fireEvent.keyDown(edge, { key: 'Home' });
  fireEvent.doubleClick(edge);
  await vi.waitFor(() =>
    expect(main.asked('changeSettings')).toEqual([{ playerWidth: 356 }, { playerWidth: 288 }, { playerWidth: null }]),
  );
  expect(screen.getByRole('complementary', { name: 'Player' }).style.inlineSize).toBe('');
});

describe('stars, and what was seen', () => {
  const marks = { markStarred: () => done, markSeen: () => done };

  test('F stars what is chosen, Ctrl+Z takes it back, and the toast has a button for the same', async () => {
    const { main } = await renderApp(signedIn, clipsOf(twoDays), marks);
    fireEvent.click(await screen.findByText('13:58:04'));
    fireEvent.click(row('13:20:11'), { shiftKey: true });
    press('f');
    await screen.findByText('3 clips starred');
    press('z', { ctrlKey: true });
    expect(screen.queryByText('3 clips starred')).toBeNull();
    press('f');
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    const [star, unstar] = [true, false].map((starred) => ({ keys: [1, 2, 3], starred }));
    await vi.waitFor(() => expect(main.asked('markStarred')).toEqual([star, unstar, star, unstar]));
  });

  test('V marks what is new among the chosen as seen, and undoing leaves the others alone', async () => {
    const { main } = await renderApp(signedIn, clipsOf(twoDays), marks);
    fireEvent.click(await screen.findByText('13:58:04'));
    fireEvent.click(row('13:41:50'), { ctrlKey: true });
    press('v');
    await screen.findByText('1 clip marked as seen');
    press('z', { ctrlKey: true });
    await vi.waitFor(() =>
      expect(main.asked('markSeen')).toEqual([
        { keys: [2], seen: true },
        { keys: [2], seen: false },
      ]),
    );
  });

  test('starred clips have a view of their own', async () => {
    const starred = twoDays.map((clip, index) => ({
      ...clip,
      flags: clip.flags | (index === 2 ? ClipFlag.starred : 0),
    }));
    await renderApp(signedIn, clipsOf(starred));
    fireEvent.click(await screen.findByRole('button', { name: 'Starred, 1' }));
    expect(document.querySelectorAll('.clip-row')).toHaveLength(1);
    expect(within(row('13:20:11')).getByRole('gridcell', { name: 'starred' })).toBeDefined();
  });
});

describe('the keyboard', () => {
  test('goes from day to day, and from one part of the window to the next', async () => {
    await renderApp(signedIn, clipsOf(twoDays));
    const grid = await screen.findByRole('grid', { name: 'Clips' });
    await vi.waitFor(() => expect(document.activeElement).toBe(grid));
    press(']');
    expect(row('23:14:55').getAttribute('aria-selected')).toBe('true');
    press('[');
    expect(row('13:58:04').getAttribute('aria-selected')).toBe('true');
    press('F6');
    expect(document.activeElement?.closest('aside')?.getAttribute('aria-label')).toBe('Player');
    press('F6', { shiftKey: true });
    expect(document.activeElement).toBe(grid);
  });

  test('is explained by a sheet that ? opens and Esc closes', async () => {
    await renderApp(signedIn, clipsOf(twoDays));
    await screen.findByText('13:58:04');
    press('?');
    const sheet = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(sheet).getByText('Copy the file').parentElement?.textContent).toBe('Copy the fileC');
    press('f');
    expect(screen.queryByRole('status', { name: /starred/ })).toBeNull();
  });
});
