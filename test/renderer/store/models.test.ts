import { describe, expect, test } from 'vitest';
import type { AppState, Problem } from '../../../preload/contract.ts';
import { bannerModel } from '../../../renderer/store/banner-model.ts';
import { ClipTable } from '../../../renderer/store/clip-table.ts';
import { jobModel } from '../../../renderer/store/job-model.ts';
import { listState } from '../../../renderer/store/list-state.ts';
import { emptyView, noFilter } from '../../../renderer/store/list-view.ts';
import { sidebarModel } from '../../../renderer/store/sidebar-model.ts';
import {
  barn,
  cabin,
  cameraIndex,
  clipsOf,
  hallway,
  job,
  jobId,
  nowMs,
  signedIn,
  twoDays,
} from '../harness/made-up.ts';
import { stories } from '../harness/stories.ts';

const storyState = (name: string): AppState => stories[name]?.state ?? signedIn;
const notice = (problem: Problem, id = 1) => ({ id, problem, atMs: nowMs + id });

describe('the banner', () => {
  test('says nothing when all is well', () => {
    expect(bannerModel(signedIn, null)).toBeNull();
  });

  test('says the worst, not the latest', () => {
    const state = {
      ...signedIn,
      notices: [notice({ kind: 'disk-full' }), notice({ kind: 'offline' }, 2)],
    };
    expect(bannerModel(state, null)).toMatchObject({
      level: 'error',
      problem: { kind: 'disk-full' },
      dismiss: { id: 1 },
    });
  });

  test('says first what the person has just tried', () => {
    expect(bannerModel(storyState('signed-out'), { kind: 'offline' })).toMatchObject({
      problem: { kind: 'offline' },
      dismiss: { kind: 'command' },
    });
  });

  test('a full drive stands until it is not full: there is nothing to dismiss', () => {
    expect(bannerModel(storyState('drive-full'), null)).toMatchObject({ level: 'error', dismiss: null });
  });
});

describe('the job bar', () => {
  test('is away when there is no job', () => {
    expect(jobModel(signedIn)).toBeNull();
  });

  test('names the module that works, its rate, and counts what is arriving by its part', () => {
    const model = jobModel(storyState('saving'));
    expect(model).toMatchObject({ kind: 'running', moduleName: 'Hallway module', secondsPerClip: 4.7, waitingJobs: 0 });
    expect(model?.savedPart).toBeCloseTo(12 / 80);
    expect(model?.arrivingPart).toBeCloseTo(0.62 / 80);
  });

  test('shows the job in hand before one that ended, and how many wait behind it', () => {
    const state = {
      ...signedIn,
      jobs: [
        { ...job, id: jobId(2), state: 'done' as const, endedAtMs: nowMs },
        { ...job, id: jobId(3), saved: 0 },
        { ...job, id: jobId(4) },
      ],
    };
    expect(jobModel(state)).toMatchObject({ job: { id: 4 }, waitingJobs: 1 });
  });

  test('a job with failed clips has not simply ended', () => {
    expect(jobModel(storyState('job-failed'))?.kind).toBe('partly-done');
    expect(jobModel(storyState('job-done'))?.kind).toBe('done');
  });
});

describe('the sidebar', () => {
  const table = new ClipTable(clipsOf(twoDays));

  test('puts every camera that has clips under its module, by name, with what is unsaved', () => {
    const [system] = sidebarModel(signedIn, table.cameras, table.counts());
    expect(system?.modules.map(({ name, cameras }) => [name, cameras.map((camera) => camera.name)])).toEqual([
      ['Hallway module', ['Cat flap', 'Driveway', 'Front gate', 'Garden', 'Workshop']],
      ['Barn module', ['Paddock']],
    ]);
    expect(system?.modules[0]?.cameras.map((camera) => camera.unsaved)).toEqual([1, 2, 2, 2, 1]);
  });

  test('says what each module is doing', () => {
    const [system] = sidebarModel(storyState('saving'), table.cameras, table.counts());
    expect(system?.modules.map(({ status }) => status)).toEqual(['saving', 'offline']);
  });
});

describe('a list without clips', () => {
  const empty = ClipTable.empty().counts();
  const full = new ClipTable(clipsOf(twoDays)).counts();
  const seen = { state: signedIn, known: true, counts: empty, view: emptyView, filter: noFilter };
  const modulesAre = (...modules: (typeof hallway)[]) => ({ ...signedIn, systems: [{ ...cabin, modules }] });

  test('was read and there are none', () => {
    expect(listState(seen)).toEqual({ kind: 'no-clips' });
  });

  test('is being read for the first time', () => {
    expect(listState({ ...seen, known: false }).kind).toBe('reading');
    expect(listState({ ...seen, state: modulesAre({ ...hallway, listedAtMs: null }) }).kind).toBe('reading');
  });

  test('has a reason: no module, no drive', () => {
    expect(listState({ ...seen, state: modulesAre() })).toEqual({ kind: 'problem', problem: { kind: 'no-module' } });
    const problem = { kind: 'drive-missing', subject: 'Barn module' } as const;
    expect(listState({ ...seen, state: modulesAre(hallway, { ...barn, problem }) })).toEqual({
      kind: 'problem',
      problem,
    });
  });

  test('is filtered: everything is saved, or nothing matches', () => {
    const none = { ...full, unsaved: 0, unsavedOf: new Uint32Array(6) };
    const filter = { ...noFilter, place: 'unsaved' as const, camera: cameraIndex(2) };
    expect(listState({ ...seen, counts: none, filter })).toEqual({ kind: 'everything-saved', saved: 1 });
    expect(listState({ ...seen, counts: full, filter: { ...noFilter, camera: cameraIndex(9) } }).kind).toBe(
      'nothing-matches',
    );
  });
});
