import { describe, expect, test } from 'vitest';
import { ClipFlag, type ClipKey } from '../../../preload/contract.ts';
import { folder, keyAt, keys, openRoom, type Room, row, save, temporaryFolder } from './room.ts';

async function roomWithThree(profile: string): Promise<Room> {
  const room = await openRoom(profile);
  await room.list('5120', [row(1), row(2), row(3)]);
  return room;
}

const title = { kind: 'selection' } as const;
const isMarked = (room: Room, key: ClipKey, flag: number): boolean =>
  ((room.library.row(key)?.flags ?? 0) & flag) !== 0;

describe('a job', () => {
  test('takes what is neither saved in its folder nor waiting in another job', async () => {
    const room = await roomWithThree(await temporaryFolder());
    const { queue } = room.library;
    const [one, two, three] = [1, 2, 3].map((minute) => keyAt(room.library, minute));
    if (!one || !two || !three) throw new Error('three clips were listed');
    await save(room, one);

    expect(await queue.addJob(title, [one, two, two], folder, 5)).toMatchObject({ job: { total: 1 }, added: [two] });
    expect(await queue.addJob(title, [one, two], folder, 6)).toEqual({
      job: null,
      added: [],
      leftOut: { removed: 0, excluded: 0 },
    });
    expect(await queue.addJob(title, [one, three], 'another', 7)).toMatchObject({ added: [one, three] });
    expect(isMarked(room, two, ClipFlag.queued)).toBe(true);
  });

  test('is there after a restart, with its clips in order and the pairs they were asked for by', async () => {
    const profile = await temporaryFolder();
    const room = await roomWithThree(profile);
    const [one, two, three] = keys(room.library);
    if (!one || !two || !three) throw new Error('three clips were listed');
    const { job } = await room.library.queue.addJob({ kind: 'all' }, [three, one, two], folder, 5);
    await room.library.queue.requested(one, folder, { manifestId: '5120', clipId: '77' });
    await room.library.queue.attempted(two, folder, 3, true);
    await room.library.close();

    const again = await openRoom(profile, room.clock);
    const loaded = await again.library.queue.load();

    expect(loaded.jobs).toEqual([job]);
    expect(loaded.items).toEqual([
      { jobId: job?.id, key: three, folderId: folder, pair: null, attempts: 0 },
      { jobId: job?.id, key: one, folderId: folder, pair: { manifestId: '5120', clipId: '77' }, attempts: 0 },
      { jobId: job?.id, key: two, folderId: folder, pair: null, attempts: 3 },
    ]);
    expect(isMarked(again, two, ClipFlag.failed)).toBe(true);
  });

  test('counts what was saved, and what was given up', async () => {
    const room = await roomWithThree(await temporaryFolder());
    const { queue } = room.library;
    const [one, two] = keys(room.library);
    if (!one || !two) throw new Error('three clips were listed');
    await queue.addJob(title, keys(room.library), folder, 5);
    await save(room, one);
    await queue.givenUp(two, folder, { kind: 'clip-gone' });

    const loaded = await queue.load();

    expect(loaded.jobs).toMatchObject([{ total: 3, saved: 1, failed: 1, bytes: 401 * 1024 }]);
    expect(loaded.items).toHaveLength(1);
    expect(loaded.failures).toMatchObject([{ key: two, problem: { kind: 'clip-gone' } }]);
    expect(isMarked(room, two, ClipFlag.failed)).toBe(true);
    expect(isMarked(room, two, ClipFlag.queued)).toBe(false);
  });

  test('may try again what another gave up', async () => {
    const room = await roomWithThree(await temporaryFolder());
    const { queue } = room.library;
    const key = keyAt(room.library, 1);
    await queue.addJob(title, [key], folder, 5);
    await queue.givenUp(key, folder, { kind: 'clip-gone' });

    await queue.addJob(title, [key], folder, 6);

    expect((await queue.load()).failures).toEqual([]);
    expect(isMarked(room, key, ClipFlag.failed)).toBe(false);
  });

  test('that ended is not loaded, and what it did not save is free for another', async () => {
    const room = await roomWithThree(await temporaryFolder());
    const { queue } = room.library;
    const { job } = await queue.addJob(title, keys(room.library), folder, 5);
    if (!job) throw new Error('a job was made');

    await queue.endJob(job.id, 'cancelled', 6);

    expect(await queue.load()).toMatchObject({ jobs: [], items: [] });
    expect(keys(room.library).some((key) => isMarked(room, key, ClipFlag.queued))).toBe(false);
    expect((await queue.addJob(title, keys(room.library), folder, 7)).added).toHaveLength(3);
  });
});

describe('a seal', () => {
  test('is there after a crash between it and the file under its name', async () => {
    const profile = await temporaryFolder();
    const room = await roomWithThree(profile);
    const key = keyAt(room.library, 1);
    const copy = { key, folderId: folder, bytes: 9, sha256: 'ab', lengthMs: 8000 };
    await room.library.queue.addJob(title, [key], folder, 5);
    await room.library.queue.seal({ ...copy, path: 'a.mp4', taken: [], pair: { manifestId: '5120', clipId: '1' } });
    await room.library.close();

    const { library } = await openRoom(profile, room.clock);

    expect((await library.queue.load()).sealed).toMatchObject([{ ...copy, path: 'a.mp4', state: 'sealed' }]);
    expect(library.row(key)?.flags).toBe(ClipFlag.onDrive | ClipFlag.seen | ClipFlag.queued);
    await library.queue.unseal(key, folder);
    expect(await library.queue.load()).toMatchObject({ sealed: [], items: [{ key }] });
  });
});

describe('a file that was put aside', () => {
  const doubtful = async (room: Room, key: ClipKey) => {
    await save(room, key, 9_000_000);
    await room.list('5121', [row(1, { id: '1' }), row(2, { id: '2' }), row(3, { id: '3' })]);
    return room.library.queue.doubted(key, room.clock.now(), folder);
  };

  test('opens its clip again in the job that had saved it', async () => {
    const room = await roomWithThree(await temporaryFolder());
    const { queue } = room.library;
    const key = keyAt(room.library, 1);
    const { job } = await queue.addJob(title, keys(room.library), folder, 5);

    expect(await doubtful(room, key)).toEqual({ jobId: job?.id, newJob: null });

    expect(await queue.load()).toMatchObject({ jobs: [{ total: 3, saved: 0, bytes: 0 }], items: [{}, {}, {}] });
    expect(await queue.copyOf(key, folder)).toBeNull();
  });

  test('opens a new job where that one is over', async () => {
    const room = await roomWithThree(await temporaryFolder());
    const { queue } = room.library;
    const key = keyAt(room.library, 1);
    const { job } = await queue.addJob(title, [key], folder, 5);
    if (!job) throw new Error('a job was made');
    await save(room, key, 9_000_000);
    await queue.endJob(job.id, 'done', 6);
    await room.list('5121', [row(1, { id: '1' }), row(2, { id: '2' }), row(3, { id: '3' })]);

    const { jobId, newJob } = await queue.doubted(key, 7, folder);

    expect(newJob).toMatchObject({
      id: jobId,
      total: 1,
      title: { kind: 'one', camera: 'Frontgate' },
      folderId: folder,
    });
    expect(jobId).not.toBe(job.id);
    expect((await queue.load()).items).toMatchObject([{ jobId, key }]);
  });
});
