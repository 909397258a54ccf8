// The story of a clip, from its first listing on; and clips that are left out of what saves many.
import { expect, test } from 'vitest';
import type { ClipKey } from '../../../preload/contract.ts';
import { ClipFlag } from '../../../preload/contract.ts';
import { folder, keyAt, openRoom, pass, type Room, row, save, temporaryFolder } from './room.ts';

const kindsOf = async ({ library }: Room, key: ClipKey) =>
  (await library.storyOf(key)).events.map(({ event }) => event.kind);

test('a clip that was saved and confirmed has a story, and it survives a restart', async () => {
  const profile = await temporaryFolder();
  const room = await openRoom(profile);
  await room.list('5120', [row(1)]);
  const key = keyAt(room.library, 1);
  await save(room, key);
  await room.list('5120', [row(1)]);
  const told = ['listed', 'queued', 'saved', 'confirmed'];
  expect(await kindsOf(room, key)).toEqual(told);
  await room.library.close();
  expect(await kindsOf(await openRoom(profile), key)).toEqual(told);
});

test('it says under which name a clip was saved, and by what', async () => {
  const room = await openRoom(await temporaryFolder());
  await room.list('5120', [row(1)]);
  const key = keyAt(room.library, 1);
  const path = await save(room, key);
  const { events } = await room.library.storyOf(key);
  expect(events.slice(1).map(({ event }) => event)).toEqual([
    { kind: 'queued', job: { kind: 'selection' } },
    { kind: 'saved', path, bytes: 401 * 1024 },
  ]);
});

test('a clip that leaves the drive and comes back is told', async () => {
  const room = await openRoom(await temporaryFolder());
  await room.list('5120', [row(1), row(2)]);
  const key = keyAt(room.library, 1);
  await pass(room.clock);
  await room.list('5120', [row(2)]);
  await pass(room.clock);
  await room.list('5120', [row(1), row(2)]);
  expect(await kindsOf(room, key)).toEqual(['listed', 'left-drive', 'back-on-drive']);
});

test('a clip that arrives badly and is given up is told, with the reason', async () => {
  const room = await openRoom(await temporaryFolder());
  await room.list('5120', [row(1)]);
  const key = keyAt(room.library, 1);
  await room.library.queue.addJob({ kind: 'selection' }, [key], folder, room.clock.now());
  await room.library.queue.requested(key, folder, { manifestId: '5120', clipId: '1' });
  await room.library.queue.attempted(key, folder, 1, false);
  await room.library.queue.givenUp(key, folder, { kind: 'clip-gone' });
  const { events } = await room.library.storyOf(key);
  expect(events.slice(2).map(({ event }) => event)).toEqual([
    { kind: 'asked-for' },
    { kind: 'arrived-badly', attempts: 1 },
    { kind: 'given-up', problem: { kind: 'clip-gone' } },
  ]);
});

test('a clip whose job is cancelled is told', async () => {
  const room = await openRoom(await temporaryFolder());
  await room.list('5120', [row(1)]);
  const key = keyAt(room.library, 1);
  const { job } = await room.library.queue.addJob({ kind: 'selection' }, [key], folder, room.clock.now());
  if (!job) throw new Error('no job');
  await room.library.queue.endJob(job.id, 'cancelled', room.clock.now());
  expect(await kindsOf(room, key)).toEqual(['listed', 'queued', 'cancelled']);
});

test('nobody’s clip has no story', async () => {
  const room = await openRoom(await temporaryFolder());
  await room.list('5120', [row(1)]);
  // A key that the index would count next.
  expect(await room.library.storyOf((keyAt(room.library, 1) + 1) as ClipKey)).toEqual({ events: [] });
});

test('an excluded clip is left out where many are saved, and saved where it is picked alone', async () => {
  const room = await openRoom(await temporaryFolder());
  await room.list('5120', [row(1), row(2)]);
  const [first, second] = [keyAt(room.library, 1), keyAt(room.library, 2)];
  await room.library.markExcluded([first], true);
  expect((room.library.row(first)?.flags ?? 0) & ClipFlag.excluded).toBe(ClipFlag.excluded);
  const all = await room.library.queue.addJob({ kind: 'all' }, [first, second], folder, room.clock.now());
  expect(all.added).toEqual([second]);
  const several = await room.library.queue.addJob({ kind: 'selection' }, [first, second], folder, room.clock.now());
  expect(several.added).toEqual([]);
  const picked = await room.library.queue.addJob({ kind: 'selection' }, [first], folder, room.clock.now());
  expect(picked.added).toEqual([first]);
});

test('an exclusion can be taken back, and both stand in the story', async () => {
  const room = await openRoom(await temporaryFolder());
  await room.list('5120', [row(1)]);
  const key = keyAt(room.library, 1);
  await room.library.markExcluded([key], true);
  await room.library.markExcluded([key], false);
  expect((room.library.row(key)?.flags ?? 0) & ClipFlag.excluded).toBe(0);
  expect(await kindsOf(room, key)).toEqual(['listed', 'excluded', 'included']);
});

test('a file that the person moves and then removes is told', async () => {
  const room = await openRoom(await temporaryFolder());
  await room.list('5120', [row(1)]);
  const key = keyAt(room.library, 1);
  await save(room, key);
  await room.library.queue.found(folder, [{ key, path: 'Best/Fox.mp4' }]);
  await room.library.queue.removed(folder, [key]);
  const { events } = await room.library.storyOf(key);
  expect(events.slice(3).map(({ event }) => event)).toEqual([
    { kind: 'moved', path: 'Best/Fox.mp4' },
    { kind: 'removed' },
  ]);
});
