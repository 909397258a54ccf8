import { expect, test } from 'vitest';
import { orderClips } from '../../../renderer/store/clip-order.ts';
import { ClipTable } from '../../../renderer/store/clip-table.ts';
import { dayLanes } from '../../../renderer/store/day-lanes.ts';
import { LocalTime } from '../../../renderer/store/local-time.ts';
import { cabin, clipsOf, keyOf, twoDays } from '../harness/made-up.ts';

function lanesOf(key: number) {
  const table = new ClipTable(clipsOf(twoDays));
  const time = new LocalTime('UTC');
  time.learn(table.cameras, [{ ...cabin, timeZone: 'Europe/Berlin' }]);
  const clip = table.clip(keyOf(key));
  if (!clip) throw new Error(`there is no clip ${key}`);
  return dayLanes({ revision: 1, table, order: orderClips(table, time), time, known: true }, clip);
}

test('the day of a clip has a lane for each camera that recorded, in the cameras’ own time', () => {
  const { day, total, lanes } = lanesOf(1);
  expect(new Date(day * 86_400_000).toISOString()).toBe('2026-11-23T00:00:00.000Z');
  expect(total).toBe(7);
  expect(lanes.map(({ name }) => name)).toEqual(['Cat flap', 'Driveway', 'Front gate', 'Garden', 'Workshop']);
  // 07:52 and 13:58, of which the latter is the clip itself: five minutes are one slot.
  expect(lanes[2]).toEqual({ name: 'Front gate', slots: [94, 167], own: 167 });
  expect(lanes[0]?.own).toBeNull();
});

test('another day is another day', () => {
  expect(lanesOf(8).total).toBe(9);
});
