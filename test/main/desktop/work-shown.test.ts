// What the taskbar, the dock and the computer's sleep are told of the jobs in hand.
import { expect, test } from 'vitest';
import { workShown } from '../../../main/desktop/work-shown.ts';
import type { Deletion } from '../../../preload/contract.ts';
import { job, jobId } from '../../renderer/harness/made-up.ts';

const half = { ...job, total: 10, saved: 4, failed: 1 };
const untouched = { ...job, id: jobId(2), total: 10, saved: 0, failed: 0 };

test('with nothing to save there is no progress, and the computer may sleep', () => {
  const ended = { ...job, state: 'done' } as const;
  expect(workShown({ jobs: [ended], pause: null, deletion: null })).toEqual({
    progress: null,
    isPaused: false,
    left: 0,
    staysAwake: false,
  });
});

test('all open jobs count together', () => {
  expect(workShown({ jobs: [half, untouched], pause: null, deletion: null })).toEqual({
    progress: 0.25,
    isPaused: false,
    left: 15,
    staysAwake: true,
  });
});

test('what is paused is shown as such and keeps nobody awake', () => {
  const paused = { ...half, state: 'paused' } as const;
  const all = workShown({ jobs: [paused], pause: { untilMs: null }, deletion: null });
  expect(all).toMatchObject({ progress: 0.5, isPaused: true, staysAwake: false });
  expect(workShown({ jobs: [paused, untouched], pause: null, deletion: null })).toMatchObject({
    isPaused: false,
    staysAwake: true,
  });
});

test('a job whose folder is away keeps nobody awake', () => {
  const waiting = { ...half, problem: { kind: 'folder-missing' } } as const;
  expect(workShown({ jobs: [waiting], pause: null, deletion: null })).toMatchObject({ staysAwake: false });
});

test('a deletion keeps the computer awake until it has ended', () => {
  const deletion: Deletion = {
    state: 'running',
    stoppedBy: null,
    total: 20,
    deleted: 3,
    unsettled: 0,
    kept: [],
    problem: null,
  };
  expect(workShown({ jobs: [], pause: null, deletion })).toMatchObject({ staysAwake: true, progress: null });
  expect(workShown({ jobs: [], pause: null, deletion: { ...deletion, state: 'done' } })).toMatchObject({
    staysAwake: false,
  });
});
