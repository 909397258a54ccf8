// What the taskbar, the dock and the computer's sleep are told of the jobs in hand.
import { expect, test } from 'vitest';
import { workShown } from '../../../main/desktop/work-shown.ts';
import { job, jobId } from '../../renderer/harness/made-up.ts';

const half = { ...job, total: 10, saved: 4, failed: 1 };
const untouched = { ...job, id: jobId(2), total: 10, saved: 0, failed: 0 };

test('with nothing to save there is no progress, and the computer may sleep', () => {
  const ended = { ...job, state: 'done' } as const;
  expect(workShown({ jobs: [ended], pause: null })).toEqual({
    progress: null,
    isPaused: false,
    left: 0,
    staysAwake: false,
  });
});

test('all open jobs count together', () => {
  expect(workShown({ jobs: [half, untouched], pause: null })).toEqual({
    progress: 0.25,
    isPaused: false,
    left: 15,
    staysAwake: true,
  });
});

test('what is paused is shown as such and keeps nobody awake', () => {
  const paused = { ...half, state: 'paused' } as const;
  const all = workShown({ jobs: [paused], pause: { untilMs: null } });
  expect(all).toMatchObject({ progress: 0.5, isPaused: true, staysAwake: false });
  expect(workShown({ jobs: [paused, untouched], pause: null })).toMatchObject({ isPaused: false, staysAwake: true });
});

test('a job whose folder is away keeps nobody awake', () => {
  const waiting = { ...half, problem: { kind: 'folder-missing' } } as const;
  expect(workShown({ jobs: [waiting], pause: null })).toMatchObject({ staysAwake: false });
});
