// What is worth a notification, and what it says.
import { describe, expect, test } from 'vitest';
import { newClipNotes, notificationsFor } from '../../../main/desktop/notes.ts';
import type { AppState, Deletion, Job } from '../../../preload/contract.ts';
import { messagesFor } from '../../../renderer/messages/index.ts';
import { job, jobId, nowMs, signedIn } from '../../renderer/harness/made-up.ts';

const words = messagesFor('en');
const running: Job = {
  ...job,
  title: { kind: 'selection' },
  bytes: 160_000_000,
  startedAtMs: nowMs,
  timeLeftMs: 300_000,
};
const done: Job = { ...running, state: 'done', saved: 80, endedAtMs: nowMs + 400_000 };
const notes = (before: Partial<AppState>, after: Partial<AppState>) =>
  notificationsFor({ ...signedIn, ...before }, { ...signedIn, ...after }, words);

describe('a job', () => {
  test('that ends is told once, and leads to the folder', () => {
    expect(notes({ jobs: [running] }, { jobs: [done] }).show).toMatchObject([
      { title: '80 clips saved and checked', does: 'show-folder', stays: false },
    ]);
    expect(notes({ jobs: [done] }, { jobs: [done] }).show).toEqual([]);
  });

  test('that could not save all says so, and leads to the window', () => {
    expect(notes({ jobs: [running] }, { jobs: [{ ...done, saved: 58, failed: 3 }] }).show).toMatchObject([
      { title: '58 clips saved, 3 could not be', does: 'open-window' },
    ]);
  });

  test('that saved new clips by itself takes the place of the one before', () => {
    const ofNew = (id: number): Job => ({ ...done, id: jobId(id), title: { kind: 'new' }, saved: 2 });
    const { show } = notes({}, { jobs: [ofNew(4), ofNew(3)] });
    expect(show).toMatchObject([{ title: '2 new clips saved and checked' }, { does: 'show-folder' }]);
    expect(show[0]?.id).toBe(show[1]?.id);
  });

  test('that was cancelled, or had nothing to save, is not told', () => {
    expect(notes({ jobs: [running] }, { jobs: [{ ...done, state: 'cancelled' }] }).show).toEqual([]);
    expect(notes({ jobs: [running] }, { jobs: [{ ...done, saved: 0 }] }).show).toEqual([]);
  });
});

describe('a problem', () => {
  const signedOut = { session: { kind: 'signed-out', problem: { kind: 'signed-out' }, suggestedLine: null } } as const;

  test('that only the person can solve is told until it is over', () => {
    const { show } = notes({}, signedOut);
    expect(show).toMatchObject([{ title: 'Blink asks you to sign in again.', stays: true, does: 'open-window' }]);
    expect(notes(signedOut, signedOut)).toEqual({ show: [], over: [] });
    expect(notes(signedOut, {})).toEqual({ show: [], over: [show[0]?.id] });
  });

  test('that passes by itself is not told', () => {
    const notices = [{ id: 3, problem: { kind: 'offline' }, atMs: nowMs }] as const;
    expect(notes({}, { notices }).show).toEqual([]);
  });
});

test('new clips of one module are one notification, by camera', () => {
  const at = (moduleId: number, systemName: string, cameraName: string) => ({ moduleId, systemName, cameraName });
  const fresh = [
    at(1, 'Cabin', 'Workshop'),
    at(1, 'Cabin', 'Front gate'),
    at(1, 'Cabin', 'Front gate'),
    at(2, 'Barn', 'Paddock'),
  ];
  expect(newClipNotes(fresh, words).map(({ title, text }) => [title, text])).toEqual([
    ['3 new clips at Cabin', 'Front gate 2, Workshop 1'],
    ['1 new clip at Barn', 'Paddock 1'],
  ]);
  expect(newClipNotes([], words)).toEqual([]);
});

describe('a deletion from the drive', () => {
  const running: Deletion = {
    state: 'running',
    stoppedBy: null,
    total: 20,
    deleted: 18,
    unsettled: 2,
    kept: [],
    problem: null,
  };
  const done: Deletion = { ...running, state: 'done', deleted: 20, unsettled: 0 };

  test('that ends is told once, with what stays where', () => {
    expect(notes({ deletion: running }, { deletion: done }).show).toEqual([
      {
        id: 'deletion',
        of: 'job',
        title: 'Deleted 20 clips from the drive',
        text: 'The saved files stay in their folder.',
        stays: false,
        does: 'open-window',
      },
    ]);
    expect(notes({ deletion: done }, { deletion: done }).show).toEqual([]);
    const kept = { ...done, deleted: 19, kept: [{ why: 'file-missing' as const, clips: 1 }] };
    expect(notes({ deletion: running }, { deletion: kept }).show).toMatchObject([
      { title: 'Deleted 19 clips from the drive', text: '1 whose file is no longer in the folder' },
    ]);
  });

  test('that stops because another clip left stays on the desktop until it is seen', () => {
    const stopped: Deletion = { ...done, state: 'stopped', stoppedBy: 'stranger', deleted: 3 };
    expect(notes({ deletion: running }, { deletion: stopped }).show).toMatchObject([
      { of: 'problem', stays: true, text: words.deleting.stranger },
    ]);
    expect(notes({ deletion: stopped }, { deletion: null }).over).toEqual(['deletion']);
  });

  test('that the person stopped is not told: they know', () => {
    const stopped: Deletion = { ...done, state: 'stopped', stoppedBy: 'person' };
    expect(notes({ deletion: running }, { deletion: stopped }).show).toEqual([]);
  });
});
