import { describe, expect, test, vi } from 'vitest';
import { ClipFlag, type ClipKey } from '../../../preload/contract.ts';
import { searchWords } from '../../../renderer/messages/en/search.ts';
import { orderClips } from '../../../renderer/store/clip-order.ts';
import { ClipTable } from '../../../renderer/store/clip-table.ts';
import { type Filter, keyAt, listView, noFilter, unsavedKeys } from '../../../renderer/store/list-view.ts';
import { LocalTime } from '../../../renderer/store/local-time.ts';
import { relaxed } from '../../../renderer/store/relaxed.ts';
import { readSearch } from '../../../renderer/store/search.ts';
import {
  cabin,
  cameraIndex,
  clipCameras,
  clipsOf,
  columnsOf,
  keyOf,
  type MadeUpClip,
  manyClips,
  twoDays,
} from '../harness/made-up.ts';

const clip = (local: string, camera = 0, flags: number = ClipFlag.onDrive): MadeUpClip => ({
  camera,
  local,
  sizeKiB: 1000,
  lengthMs: 5000,
  flags,
});

function listOf(clips: readonly MadeUpClip[], zone = 'Europe/Berlin') {
  const table = new ClipTable(clipsOf(clips));
  const time = new LocalTime('UTC');
  time.learn(table.cameras, [{ ...cabin, timeZone: zone }]);
  const order = orderClips(table, time);
  return { table, time, order, show: (filter = noFilter) => listView(table, order, filter, time) };
}

const keysOf = ({ table, show }: ReturnType<typeof listOf>): (ClipKey | null)[] => {
  const view = show();
  return Array.from(view.rows, (_, index) => keyAt(table, view, index));
};

describe('the order of clips', () => {
  test('is newest first, whatever order main sent them in', () => {
    const list = listOf([clip('2026-11-22T10:00:00'), clip('2026-11-23T09:00:00'), clip('2026-11-22T23:59:59')]);
    expect(keysOf(list)).toEqual([2, 3, 1]);
  });

  test('puts a clip under the day that it was at the camera, not in UTC and not at the computer', () => {
    const late = clip('2026-11-22T00:30:00');
    const days = (zone: string) =>
      listOf([late], zone)
        .show()
        .days.map(({ day }) => new Date(day * 86_400_000).toISOString());
    expect(days('Europe/Berlin')).toEqual(['2026-11-22T00:00:00.000Z']);
    expect(days('America/New_York')).toEqual(['2026-11-21T00:00:00.000Z']);
  });

  test('keeps the hour that comes twice in the order in which it passed', () => {
    const summer = { ...clip('2026-10-25T01:30:00') }; // 02:30 in summer time
    const winter = { ...clip('2026-10-25T02:10:00') }; // 02:10 in winter time, forty minutes later
    const list = listOf([summer, winter]);
    expect(keysOf(list)).toEqual([2, 1]);
    expect(list.show().days).toHaveLength(1);
  });

  test('of 200,000 clips hardly asks Intl, which would take seconds', () => {
    const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
    const { time } = listOf([]);
    const table = new ClipTable(manyClips(200_000));
    expect(listView(table, orderClips(table, time), noFilter, time).rows).toHaveLength(200_000);
    expect(asked.mock.calls.length).toBeLessThan(1000);
    asked.mockRestore();
  });
});

describe('the filters', () => {
  const { onDrive, saved, cached, queued } = ClipFlag;
  const list = listOf([
    clip('2026-11-23T12:00:00', 0, onDrive),
    clip('2026-11-23T11:00:00', 1, onDrive | saved),
    clip('2026-11-23T10:00:00', 1, onDrive | queued),
    clip('2026-11-22T10:00:00', 1, cached),
    clip('2026-11-22T09:00:00', 0, saved),
  ]);

  test('unsaved shows what can still be had and is not in the folder', () => {
    const view = list.show({ ...noFilter, place: 'unsaved' });
    expect(Array.from(view.rows, (_, index) => keyAt(list.table, view, index))).toEqual([1, 3, 4]);
  });

  test('a camera shows its own clips, with the days counted anew', () => {
    const view = list.show({ ...noFilter, camera: cameraIndex(1) });
    expect(view.days.map(({ total, unsaved, queued: waiting }) => [total, unsaved, waiting])).toEqual([
      [2, 1, 1],
      [1, 1, 0],
    ]);
  });

  test('saving a day leaves out what is saved or waits already', () => {
    const view = list.show();
    expect(unsavedKeys(list.table, view, 0, 3)).toEqual([1]);
  });
});

describe('patches', () => {
  test('new clips are added, known ones change in place', () => {
    const table = new ClipTable(clipsOf([clip('2026-11-22T10:00:00')]));
    const saved = columnsOf([clip('2026-11-22T10:00:00', 0, ClipFlag.saved)], 1);
    expect(table.apply({ revision: 2, rows: saved, cameras: null })).toBe(false);
    expect(table.clip(keyOf(1))?.flags).toBe(ClipFlag.saved);

    const added = columnsOf([clip('2026-11-23T10:00:00', 2)], 7);
    expect(table.apply({ revision: 3, rows: added, cameras: null })).toBe(true);
    expect(table.length).toBe(2);
    expect(table.clip(keyOf(7))).toMatchObject({ camera: 2, lengthMs: 5000 });
    expect(table.clip(keyOf(8))).toBeNull();
  });

  test('counts follow, by camera', () => {
    const table = new ClipTable(
      clipsOf([clip('2026-11-22T10:00:00', 1), clip('2026-11-22T11:00:00', 1, ClipFlag.saved)]),
    );
    const counts = table.counts();
    expect([counts.total, counts.unsaved, counts.totalOf[1], counts.unsavedOf[1]]).toEqual([2, 1, 2, 1]);
    expect(counts.unsavedOf).toHaveLength(clipCameras.length);
  });
});

describe('a filter', () => {
  const today = Date.UTC(2026, 10, 23) / 86_400_000;
  const typed = (text: string) => ({
    ...noFilter,
    search: readSearch(
      text,
      today,
      searchWords,
      clipCameras.map(({ name }) => name),
    ),
  });
  const list = () => listOf(twoDays);
  const timesOf = ({ table, time, show }: ReturnType<typeof listOf>, filter: Filter) =>
    Array.from(show(filter).rows, (row) => {
      const { camera, recordedAtS } = table.at(row);
      return new Date(time.wallS(camera, recordedAtS) * 1000).toISOString().slice(11, 16);
    });

  test('of typed words shows a camera, a day, an hour, or all of them at once', () => {
    expect(timesOf(list(), typed('flap'))).toEqual(['11:47', '21:02']);
    expect(list().show(typed('22 nov')).rows).toHaveLength(9);
    expect(timesOf(list(), typed('yesterday evening gate'))).toEqual(['21:48', '19:15']);
    expect(timesOf(list(), typed('gate yesterday'))).toEqual(['21:48', '19:15']);
    expect(timesOf(list(), typed('gat'))).toEqual(['13:58', '07:52', '21:48', '19:15']);
    expect(timesOf(list(), typed('kitchen'))).toEqual([]);
  });

  test('of days and typed days shows what lies in both', () => {
    const both = { ...typed('22 nov'), days: { from: today, to: today } };
    expect(list().show(both).rows).toHaveLength(0);
    expect(list().show({ ...both, days: { from: today - 1, to: today } }).rows).toHaveLength(9);
  });

  test('of a place shows the clips with its mark, and no others', () => {
    expect(timesOf(list(), { ...noFilter, place: 'only-here' })).toEqual(['22:06', '20:37']);
    expect(timesOf(list(), { ...noFilter, place: 'cached' })).toEqual(['11:47']);
  });

  test('of a length leaves out what is shorter, longer or not known', () => {
    const recorded = (local: string, lengthMs: number) => ({ ...clip(local), lengthMs });
    const lengths = listOf([
      recorded('2026-11-23T12:00:00', 9_999),
      recorded('2026-11-23T11:00:00', 10_000),
      recorded('2026-11-23T10:00:00', 30_000),
      recorded('2026-11-23T09:00:00', 0),
    ]);
    expect(timesOf(lengths, { ...noFilter, length: 'short' })).toEqual(['12:00']);
    expect(timesOf(lengths, { ...noFilter, length: 'medium' })).toEqual(['11:00']);
    expect(timesOf(lengths, { ...noFilter, length: 'long' })).toEqual(['10:00']);
    expect(timesOf(lengths, { ...noFilter, length: 'unknown' })).toEqual(['09:00']);
  });

  test('of a place and a length goes together with typed words', () => {
    expect(timesOf(list(), { ...typed('driveway yesterday'), place: 'only-here', length: 'medium' })).toEqual([
      '22:06',
      '20:37',
    ]);
    expect(timesOf(list(), { ...typed('driveway'), place: 'on-drive', length: 'long' })).toEqual(['13:20']);
  });

  test('that matches nothing says what to leave out so that something does', () => {
    const { table, order, time } = list();
    const clips = { revision: 1, table, order, time, counts: table.counts(), known: true };
    const paddock = { ...noFilter, camera: cameraIndex(5) };
    expect(relaxed(clips, { ...paddock, days: { from: today, to: today } })).toMatchObject({
      without: 'days',
      total: 1,
      filter: paddock,
    });
    expect(relaxed(clips, paddock)).toBeNull();
    expect(relaxed(clips, { ...typed('kitchen'), starredOnly: true })).toBeNull();
  });
});
