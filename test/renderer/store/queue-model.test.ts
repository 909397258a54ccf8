// The queue as the window shows it.
import { describe, expect, test } from 'vitest';
import type { AppState, FailedClip, Job, ProblemKind } from '../../../preload/contract.ts';
import { queueModel, queuePart } from '../../../renderer/store/queue-model.ts';
import { hallwayId, job, jobId, keyOf, signedIn } from '../harness/made-up.ts';

const modelOf = (part: Partial<AppState>) => queueModel({ ...signedIn, ...part });
const numbered = (id: number, changes: Partial<Job> = {}): Job => ({ ...job, id: jobId(id), ...changes });
const failedClip = (key: number, kind: ProblemKind, changes: Partial<FailedClip> = {}): FailedClip => ({
  jobId: job.id,
  key: keyOf(key),
  problem: { kind },
  attempts: 8,
  nextTryAtMs: null,
  canRetry: true,
  ...changes,
});

test('shows what arrives, what the module sends, what is next, and what failed', () => {
  const retried = failedClip(9, 'clip-damaged', { nextTryAtMs: 5 });
  const { open } = modelOf({
    jobs: [{ ...job, inHand: [keyOf(1), keyOf(2)], next: [keyOf(9), keyOf(3)] }],
    lanes: [
      {
        moduleId: hallwayId,
        activity: { kind: 'uploading', key: keyOf(2) },
        secondsPerClip: null,
        waiting: 5,
        arriving: [{ key: keyOf(1), part: 0.5 }],
      },
    ],
    failed: [retried],
  });
  expect(open).toMatchObject([{ beingRetried: 1, worthRetrying: 0, above: null, below: null }]);
  expect(open[0]?.clips).toEqual([
    { key: 1, step: { kind: 'arriving', part: 0.5 } },
    { key: 2, step: { kind: 'sending' } },
    { key: 3, step: { kind: 'next' } },
    { key: 9, step: { kind: 'failed', failure: retried } },
  ]);
});

test('a job that is not at work names no next clip', () => {
  const { open } = modelOf({ jobs: [{ ...job, state: 'paused', next: [keyOf(3)] }] });
  expect(open[0]?.clips).toEqual([]);
});

test('many failures are counted by their kinds', () => {
  const failed = [1, 2, 3, 4, 5, 6].map((key) => failedClip(key, key === 6 ? 'clip-gone' : 'clip-damaged'));
  const { troubled } = modelOf({ jobs: [numbered(1, { state: 'done', failed: 6 })], failed });
  expect(troubled[0]?.clips).toHaveLength(4);
  expect(Object.fromEntries(troubled[0]?.moreFailed ?? [])).toEqual({ 'clip-damaged': 1, 'clip-gone': 1 });
});

test('what is gone is not worth another try', () => {
  const failed = [failedClip(1, 'clip-damaged'), failedClip(2, 'clip-gone', { canRetry: false })];
  const { troubled } = modelOf({ jobs: [numbered(1, { state: 'done', failed: 2 })], failed });
  expect(troubled).toMatchObject([{ worthRetrying: 1 }]);
});

test('jobs know their neighbours, and those that are simply done stand apart', () => {
  const jobs = [numbered(1), numbered(2), numbered(3, { state: 'done' }), numbered(4, { state: 'cancelled' })];
  const { open, troubled, done } = modelOf({ jobs });
  expect(open.map(({ above, below }) => [above?.id, below?.id])).toEqual([
    [undefined, 2],
    [1, undefined],
  ]);
  expect([troubled.map((one) => one.job.id), done.map(({ id }) => id)]).toEqual([[4], [3]]);
});

test('what earlier runs gave up is kept in sight', () => {
  const earlier = failedClip(1, 'clip-damaged', { jobId: jobId(77) });
  expect(modelOf({ failed: [earlier] }).orphans).toEqual([earlier]);
});

describe('the whole queue', () => {
  test('counts open jobs only, paused ones among them', () => {
    const jobs = [
      numbered(1, { total: 10, saved: 5 }),
      numbered(2, { total: 10, saved: 0, state: 'paused' }),
      numbered(3, { total: 80, saved: 80, state: 'done' }),
    ];
    expect(queuePart({ jobs })).toBe(0.25);
  });

  test('is nothing while nothing is saved', () => {
    expect(queuePart({ jobs: [numbered(3, { state: 'done' })] })).toBeNull();
  });
});
