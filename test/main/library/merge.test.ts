import { describe, expect, test } from 'vitest';
import { ClipFlag, type ModuleId } from '../../../preload/contract.ts';
import { keyAt, keys, manifest, moduleId, openRoom, pass, row, temporaryFolder } from './room.ts';

const isOnDrive = (flags: number | undefined): boolean => ((flags ?? 0) & ClipFlag.onDrive) !== 0;

describe('a list of clips', () => {
  test('becomes rows that can be looked up, with pairs to fetch them by', async () => {
    const { library, clock, list } = await openRoom(await temporaryFolder());

    const report = await list('5120', [row(1), row(2, { camera_name: 'Workshop' })]);

    expect(report).toMatchObject({ kind: 'merged', rows: 2, added: 2, gone: 0, skipped: 0 });
    expect(library.row(keyAt(library, 2))).toEqual({
      key: keyAt(library, 2),
      moduleId,
      camera: 1,
      cameraName: 'Workshop',
      recordedAtMs: Date.UTC(2026, 1, 3, 18, 2, 31),
      sizeKiB: 402,
      lengthMs: 0,
      flags: ClipFlag.onDrive | ClipFlag.seen,
    });
    expect(await library.pairOf(keyAt(library, 2))).toEqual({
      kind: 'pair',
      pair: { manifestId: '5120', clipId: '3050607002', readAtMs: clock.now() },
    });
  });

  test('that is the same as the last one only makes the pairs younger', async () => {
    const { library, clock, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1)]);
    await pass(clock, 60_000);

    expect(await list('5120', [row(1)])).toMatchObject({ kind: 'unchanged', rows: 1, added: 0 });

    expect(await library.pairOf(keyAt(library, 1))).toMatchObject({ pair: { readAtMs: clock.now() } });
    expect((await library.systems()).listedAtMs.get(moduleId)).toBe(clock.now());
  });

  test('in another order, under other ids, is the same clips', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1), row(2), row(3)]);
    const before = keys(library);

    const report = await list('5121', [row(3, { id: '7' }), row(1, { id: '8' }), row(2, { id: '9' })]);

    expect(report).toMatchObject({ kind: 'merged', added: 0, gone: 0 });
    expect(keys(library)).toEqual(before);
    expect(await library.pairOf(keyAt(library, 3))).toMatchObject({ pair: { manifestId: '5121', clipId: '7' } });
  });

  test('never deletes: a clip that left the drive stays, and may come back', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1), row(2), row(3)]);
    const left = keyAt(library, 2);

    expect(await list('5120', [row(1), row(3)])).toMatchObject({ added: 0, gone: 1 });
    expect(isOnDrive(library.row(left)?.flags)).toBe(false);
    expect(await library.pairOf(left)).toEqual({ kind: 'gone' });

    expect(await list('5120', [row(1), row(2), row(3)])).toMatchObject({ added: 0, gone: 0 });
    expect(keyAt(library, 2)).toBe(left);
    expect(isOnDrive(library.row(left)?.flags)).toBe(true);
  });

  test('that shrank by more than half is believed only when asked to', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1), row(2), row(3)]);

    expect(await list('5120', [row(1)])).toMatchObject({ kind: 'shrunk', rows: 1, gone: 0 });
    expect(keys(library).every((key) => isOnDrive(library.row(key)?.flags))).toBe(true);

    expect(await list('5120', [row(1)], true)).toMatchObject({ kind: 'merged', gone: 2 });
    expect(await list('5120', [], true)).toMatchObject({ kind: 'merged', gone: 1 });
    expect(keys(library)).toHaveLength(3);
  });

  test('with numbers for strings, a Z, dates in the future and unknown fields is read all the same', async () => {
    const { library, list } = await openRoom(await temporaryFolder());

    const report = await list('5120', [
      { ...row(1), id: 3050607001, size: 412, mood: 'fine' },
      row(2, { created_at: '2026-02-03T18:02:31Z' }),
      row(3, { created_at: '2061-02-03T18:03:31+00:00' }),
      row(4, { size: 'large' }),
    ]);

    expect(report).toMatchObject({ added: 4, skipped: 0 });
    expect(library.row(keyAt(library, 1))?.sizeKiB).toBe(412);
    expect(library.row(keyAt(library, 4))?.sizeKiB).toBe(0);
    expect(keys(library).map((key) => library.row(key)?.recordedAtMs)).toContain(Date.UTC(2061, 1, 3, 18, 3, 31));
  });

  test('with rows that make no sense loses only those, and says which', async () => {
    const { list, logged } = await openRoom(await temporaryFolder());

    const report = await list('5120', [row(1), row(2, { id: 'x' }), row(3, { created_at: 'yesterday' }), null]);

    expect(report).toMatchObject({ added: 1, skipped: 3 });
    expect(logged).toEqual(['manifest of module 62002: 3 rows left out (id: "x"; created_at: "yesterday"; row: null)']);
  });

  test('with a row that makes no sense does not take the clip behind it for gone, unless that happens twice', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1), row(2), row(3)]);
    const missed = keyAt(library, 2);

    const unreadable = [row(1), row(2, { created_at: 'soon' }), row(3)];
    expect(await list('5120', unreadable)).toMatchObject({ gone: 0, skipped: 1 });
    expect(isOnDrive(library.row(missed)?.flags)).toBe(true);
    expect(await library.pairOf(missed)).toEqual({ kind: 'unlisted' });

    expect(await list('5120', unreadable)).toMatchObject({ gone: 1 });
    expect(await library.pairOf(missed)).toEqual({ kind: 'gone' });
  });

  test('that is no list at all changes nothing', async () => {
    const { library, clock, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1)]);
    const merge = (text: string) =>
      library.merge(moduleId, { bytes: new TextEncoder().encode(text), readAtMs: clock.now() }, true);

    expect(await merge('<html>')).toMatchObject({ ok: false, problem: { kind: 'unexpected-answer' } });
    expect(await merge('{"message":"Manifest command is in process"}')).toMatchObject({ ok: false });
    expect(await merge('{"manifest_id":"5120"}')).toMatchObject({ ok: false });
    expect(await merge('{"clips":[]}')).toMatchObject({ ok: false });
    expect(await library.pairOf(keyAt(library, 1))).toMatchObject({ kind: 'pair' });
  });

  test('of a module whose clock stands still is merged, however many clips there are', async () => {
    const { library, list } = await openRoom(await temporaryFolder());
    const stuck = Array.from({ length: 70_000 }, (_, id) =>
      row(id, { size: id % 900, created_at: '1970-01-01T00:00:00Z' }),
    );

    expect(await list('5120', stuck)).toMatchObject({ added: 70_000 });
    expect(await list('5121', stuck)).toMatchObject({ added: 0, gone: 0 });
    expect(keys(library)).toHaveLength(70_000);
  });

  test('over 256 MB is refused', async () => {
    const { library } = await openRoom(await temporaryFolder());

    const merged = await library.merge(moduleId, { bytes: new Uint8Array(256 * 1024 * 1024 + 1), readAtMs: 0 }, false);

    expect(merged).toMatchObject({ ok: false, problem: { kind: 'unexpected-answer' } });
  });

  test('in a Buffer that shares its memory with others leaves those alone', async () => {
    const { library, clock } = await openRoom(await temporaryFolder());
    const neighbour = Buffer.from('still here');
    const bytes = Buffer.from(manifest('5120', [row(1)]));

    await library.merge(moduleId, { bytes, readAtMs: clock.now() }, false);

    expect(neighbour.toString()).toBe('still here');
    expect(keys(library)).toHaveLength(1);
  });
});

describe('pairs', () => {
  test('are there again after a restart once the list was read, though it is the same', async () => {
    const profile = await temporaryFolder();
    const before = await openRoom(profile);
    await before.list('5120', [row(1)]);
    const key = keyAt(before.library, 1);
    await before.library.close();

    const { library, list } = await openRoom(profile);
    expect(await library.pairOf(key)).toEqual({ kind: 'unlisted' });
    expect(await list('5120', [row(1)])).toMatchObject({ kind: 'merged', added: 0 });
    expect(await library.pairOf(key)).toMatchObject({ kind: 'pair', pair: { clipId: '3050607001' } });
  });

  test('that were forgotten come back only with a list whose reading began later', async () => {
    const { library, clock, list } = await openRoom(await temporaryFolder());
    await list('5120', [row(1)]);
    const key = keyAt(library, 1);
    const began = clock.now();
    await pass(clock);

    library.forgetPairs(moduleId);
    expect(await library.pairOf(key)).toEqual({ kind: 'unlisted' });

    await library.merge(moduleId, { bytes: manifest('5120', [row(1)]), readAtMs: began }, false);
    expect(await library.pairOf(key)).toEqual({ kind: 'unlisted' });

    await list('5120', [row(1)]);
    expect(await library.pairOf(key)).toMatchObject({ kind: 'pair' });
  });

  test('of one module do not depend on what another module says', async () => {
    const { library, clock, list } = await openRoom(await temporaryFolder());
    const other = 62003 as ModuleId;
    await list('5120', [row(1)]);
    const key = keyAt(library, 1);

    await library.merge(other, { bytes: manifest('5120', [row(1, { id: '9' })]), readAtMs: clock.now() }, false);
    library.forgetPairs(other);

    expect(keys(library)).toHaveLength(2);
    expect(await library.pairOf(key)).toMatchObject({ kind: 'pair', pair: { clipId: '3050607001' } });
  });
});
