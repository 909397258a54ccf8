import { afterEach, describe, expect, test, vi } from 'vitest';
import { type AppState, ClipFlag, type Clips } from '../../../preload/contract.ts';
import { type AppStore, createAppStore } from '../../../renderer/store/app-store.ts';
import { done, FakeBridge } from '../harness/fake-bridge.ts';
import { cameraIndex, clipsOf, columnsOf, hallway, keyOf, signedIn, twoDays } from '../harness/made-up.ts';

let store: AppStore | null = null;
let main: FakeBridge;

const noFacts = { fileName: null, width: null, height: null, codec: null, lengthMs: null, bytes: null, isGuess: false };

type Answers = ConstructorParameters<typeof FakeBridge>[2];

/** A window that has everything main has published. */
async function openWindow(
  answers: Answers = {},
  state: AppState = signedIn,
  clips: Clips = clipsOf(twoDays),
): Promise<AppStore> {
  main = new FakeBridge(state, clips, {
    getClipFacts: ({ key }) => ({ ok: true, value: { ...noFacts, key } }),
    releaseClip: () => done,
    markSeen: () => done,
    ...answers,
  });
  const opened = createAppStore({ bridge: main.bridge, timeZone: 'Europe/Berlin' });
  store = opened;
  await vi.waitFor(() => expect(opened.getState().clips.known && opened.getState().state).toBeTruthy());
  return opened;
}

afterEach(() => {
  store?.close();
  expect(main.listening).toBe(0);
});

describe('the mirror', () => {
  test('follows patches of state and clips', async () => {
    const { getState } = await openWindow();
    main.changeState({ checking: true });
    const saved = twoDays.slice(3, 4).map((clip) => ({ ...clip, flags: ClipFlag.saved }));
    const before = getState().clips.counts.unsaved;
    main.changeClips(columnsOf(saved, 4));
    expect(getState().state?.checking).toBe(true);
    expect(getState().clips.counts.unsaved).toBe(before - 1);
  });

  test('asks again after a lost patch and misses nothing', async () => {
    const { getState } = await openWindow();
    main.loseStatePatch({ readOnly: true });
    main.changeState({ checking: true });
    await vi.waitFor(() => expect(getState().state).toMatchObject({ readOnly: true, checking: true }));
  });

  test('another account brings other clips, and the choice is gone', async () => {
    const { getState } = await openWindow({ prepareClip: () => done });
    getState().select(keyOf(9), 'only');
    main.replaceClips(clipsOf(twoDays.slice(0, 2)));
    await vi.waitFor(() => expect(getState().clips.counts.total).toBe(2));
    expect(getState().selection.current).toBeNull();
    expect(getState().playback).toEqual({ kind: 'still', key: null });
  });

  test('the list is worked out again only for what changes it: of 50,000 clips that takes a frame', async () => {
    const { getState } = await openWindow();
    const { view } = getState();
    main.changeState({ systems: structuredClone(signedIn.systems) });
    main.changeState({ settings: { ...structuredClone(signedIn.settings), theme: 'dark' } });
    expect(getState().view).toBe(view);
    main.changeState({ settings: { ...signedIn.settings, leftOutCameras: ['Front gate'] } });
    expect(getState().view.leftOut).toBe(2);
  });

  test('clips move to their own days when the system says where it is', async () => {
    const { getState } = await openWindow({}, { ...signedIn, systems: [] });
    const [system] = signedIn.systems;
    const [before] = getState().view.days;
    main.changeState({ systems: system ? [{ ...system, timeZone: 'Pacific/Kiritimati' }] : [] });
    expect(getState().view.days[0]?.day).toBe((before?.day ?? 0) + 1);
  });
});

describe('saving', () => {
  test('asks for a folder where none is chosen, and then goes on by itself', async () => {
    const { getState } = await openWindow(
      {
        getClipFacts: ({ key }) => ({ ok: true, value: { ...noFacts, key, fileName: 'Garden/2026-11-23/one.mp4' } }),
        chooseFolder: () => ({ ok: true, value: true }),
        saveClips: () => ({ ok: true, value: { jobId: null, added: 1 } }),
      },
      { ...signedIn, folder: { kind: 'none' } },
    );
    getState().save([keyOf(4)], { kind: 'selection' });
    await vi.waitFor(() => expect(getState().pendingSave?.exampleName).toBe('Garden/2026-11-23/one.mp4'));
    expect(getState().dialog).toBe('folder');
    expect(main.asked('saveClips')).toEqual([]);

    getState().chooseFolder();
    await vi.waitFor(() => expect(main.asked('saveClips')).toEqual([{ keys: [4], title: { kind: 'selection' } }]));
    expect(getState()).toMatchObject({ dialog: null, pendingSave: null });
  });

  test('into a folder for once says when that folder has the clips already', async () => {
    const { getState } = await openWindow({
      saveClipsElsewhere: () => ({ ok: true, value: { jobId: null, added: 0 } }),
    });
    getState().saveElsewhere([keyOf(4)], { kind: 'selection' });
    await vi.waitFor(() => expect(getState().shownToast?.deed).toEqual({ kind: 'saved-there' }));
    expect(main.asked('saveClipsElsewhere')).toEqual([{ keys: [4], title: { kind: 'selection' } }]);
    expect(main.asked('saveClips')).toEqual([]);
  });

  test('saves nothing when the folder dialog is closed without a choice', async () => {
    const { getState } = await openWindow(
      { chooseFolder: () => ({ ok: true, value: false }) },
      { ...signedIn, folder: { kind: 'none' } },
    );
    getState().save([keyOf(4)], { kind: 'selection' });
    getState().chooseFolder();
    await vi.waitFor(() => expect(main.asked('chooseFolder')).toHaveLength(1));
    expect(getState().dialog).toBe('folder');
    getState().open(null);
    expect(getState().pendingSave).toBeNull();
  });

  test('a failure is told, and forgotten when the next try succeeds', async () => {
    let full = true;
    const { getState } = await openWindow({
      saveClips: () =>
        full ? { ok: false, problem: { kind: 'disk-full' } } : { ok: true, value: { jobId: null, added: 1 } },
    });
    getState().save([keyOf(4)], { kind: 'selection' });
    await vi.waitFor(() => expect(getState().commandProblem?.kind).toBe('disk-full'));
    full = false;
    getState().save([keyOf(4)], { kind: 'selection' });
    await vi.waitFor(() => expect(getState().commandProblem).toBeNull());
  });
});

describe('the player', () => {
  test('shows the first picture of a clip on disk, without playing or marking it', async () => {
    const { getState } = await openWindow({ prepareClip: () => done });
    getState().select(keyOf(1), 'only');
    await vi.waitFor(() => expect(getState().playback).toEqual({ kind: 'ready', key: 1, playing: false }));
    expect(main.asked('markSeen')).toEqual([]);
  });

  test('does not fetch a clip that is only looked at in the list', async () => {
    const { getState } = await openWindow();
    getState().select(keyOf(4), 'only');
    expect(getState().playback).toEqual({ kind: 'still', key: 4 });
    expect(main.asked('prepareClip')).toEqual([]);
  });

  test('fetches a clip to play it, and it is new no more', async () => {
    const { getState } = await openWindow({ prepareClip: () => done });
    getState().play(keyOf(4));
    expect(getState().playback).toMatchObject({ kind: 'fetching', key: 4 });
    await vi.waitFor(() => expect(getState().playback).toEqual({ kind: 'ready', key: 4, playing: true }));
    expect(main.asked('markSeen')).toEqual([{ keys: [4], seen: true }]);
  });

  test('going on to another clip lets go of the one on its way, and its late answer changes nothing', async () => {
    let arrive = () => {};
    const { getState } = await openWindow({
      prepareClip: () =>
        new Promise((resolve) => {
          arrive = () => resolve(done);
        }),
    });
    getState().play(keyOf(4));
    getState().select(keyOf(7), 'only');
    expect(main.asked('releaseClip')).toEqual([{ key: 4 }]);
    arrive();
    await Promise.resolve();
    expect(getState().playback).toEqual({ kind: 'still', key: 7 });
  });

  test('plays on with the next clip down the list where that is wanted, and stops at the last', async () => {
    const { getState } = await openWindow({ prepareClip: () => done, markSeen: () => done });
    const ready = (key: number) =>
      vi.waitFor(() => expect(getState().playback).toEqual({ kind: 'ready', key, playing: true }));
    getState().play(keyOf(1));
    await ready(1);
    getState().playNext();
    expect(getState().selection.current).toBe(1);

    getState().setPlaysOn(true);
    getState().playNext();
    await ready(2);
    getState().play(keyOf(16));
    await ready(16);
    getState().playNext();
    expect(getState().selection.current).toBe(16);
  });

  test('says why a clip could not be had', async () => {
    const { getState } = await openWindow({ prepareClip: () => ({ ok: false, problem: { kind: 'clip-gone' } }) });
    getState().play(keyOf(4));
    await vi.waitFor(() =>
      expect(getState().playback).toMatchObject({ kind: 'failed', problem: { kind: 'clip-gone' } }),
    );
  });
});

test('a filter keeps the choice, even of clips that it hides', async () => {
  const { getState } = await openWindow({ prepareClip: () => done });
  getState().select(keyOf(1), 'only');
  getState().setFilter({ camera: cameraIndex(2) });
  expect([...getState().selection.keys]).toEqual([1]);
  expect(getState().view.rows).toHaveLength(3);
});

test('a module that answers again is mirrored with its drive', async () => {
  const { getState } = await openWindow();
  const [system] = signedIn.systems;
  main.changeState({ systems: system ? [{ ...system, modules: [{ ...hallway, driveUsedPercent: 96 }] }] : [] });
  expect(getState().state?.systems[0]?.modules[0]?.driveUsedPercent).toBe(96);
});
