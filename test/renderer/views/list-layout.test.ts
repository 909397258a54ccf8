import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridShape, listLayout, rowAt, rowsIn, rowTop, visibleDays } from '../../../renderer/views/list/list-layout.ts';

const daysOf = (totals: readonly number[]) => {
  let start = 0;
  return totals.map((total, index) => {
    const day = { day: -index, start, total, unsaved: 0, queued: 0, leftOut: 0, saved: 0, fresh: 0 };
    start += total;
    return day;
  });
};

test('rows stand under the heads of their days', () => {
  const layout = listLayout(daysOf([2, 3]));
  expect([0, 1, 2, 4].map((row) => rowTop(layout, row))).toEqual([36, 80, 160, 248]);
  expect(layout.height).toBe(292);
});

test('only what is seen is drawn, day by day', () => {
  const layout = listLayout(daysOf([100, 1, 100]));
  const spans = visibleDays(layout, 4300, 4700);
  expect(spans.map(({ day, from, until }) => [day.day, from, until])).toEqual([
    [-0, 96, 100],
    [-1, 100, 101],
    [-2, 101, 105],
  ]);
});

test('every row in sight is drawn and none twice, wherever the list stands', () => {
  const totals = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(totals, fc.double({ min: 0, max: 1, noNaN: true }), (list, part) => {
      const layout = listLayout(daysOf(list));
      const top = part * layout.height;
      const bottom = top + 500;
      const drawn = visibleDays(layout, top, bottom).flatMap(({ from, until }) =>
        Array.from({ length: until - from }, (_, index) => from + index),
      );
      expect(new Set(drawn).size).toBe(drawn.length);
      const all = list.reduce((sum, total) => sum + total, 0);
      const inSight = Array.from({ length: all }, (_, row) => row).filter(
        (row) => rowTop(layout, row) < bottom && rowTop(layout, row) + 44 > top,
      );
      expect(drawn).toEqual(expect.arrayContaining(inSight));
    }),
  );
});

test('the row at a height is found again', () => {
  const layout = listLayout(daysOf([5, 1, 30]));
  expect([0, 4, 5, 6, 35].map((row) => rowAt(layout, rowTop(layout, row) + 10))).toEqual([0, 4, 5, 6, 35]);
});

test('an empty list has no height and nothing to draw', () => {
  const layout = listLayout([]);
  expect([layout.height, visibleDays(layout, 0, 500), rowAt(layout, 100)]).toEqual([0, [], 0]);
});

test('cards stand beside each other, as many as have room, and each day begins a line of its own', () => {
  const shape = gridShape(856);
  expect(shape).toEqual({ columns: 4, columnWidth: 217, lineHeight: 155 });
  const layout = listLayout(daysOf([5, 4]), shape);
  expect([0, 3, 4, 5, 8].map((row) => rowTop(layout, row))).toEqual([36, 36, 191, 382, 382]);
  expect(rowAt(layout, 200)).toBe(4);
  expect(visibleDays(layout, 200, 400).map(({ from, until }) => [from, until])).toEqual([
    [4, 5],
    [5, 9],
  ]);
});

test('a box over cards touches them wherever it was begun, and none in the gaps', () => {
  const layout = listLayout(daysOf([7]), gridShape(856));
  expect(rowsIn(layout, { left: 210, right: 440, top: 100, bottom: 200 })).toEqual([1, 2, 5, 6]);
  expect(rowsIn(layout, { left: 206, right: 216, top: 40, bottom: 300 })).toEqual([]);
  expect(rowsIn(layout, { left: 700, right: 800, top: 200, bottom: 300 })).toEqual([]);
});

test('a window too narrow for a card still has one column', () => {
  expect(gridShape(-32).columns).toBe(1);
});
