import { expect, test } from 'vitest';
import { isWithin } from '../../main/day-hours.ts';

const at = (hour: number, minute = 0) => new Date(2026, 10, 23, hour, minute).getTime();
const night = { fromMinute: 22 * 60, toMinute: 6 * 60 + 30 };

test('hours over midnight begin and end to the minute', () => {
  expect([at(21, 59), at(22), at(0), at(6, 29), at(6, 30), at(12)].map((ms) => isWithin(night, ms))).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('hours within a day', () => {
  const noon = { fromMinute: 720, toMinute: 840 };
  expect([at(11, 59), at(12), at(13, 59), at(14)].map((ms) => isWithin(noon, ms))).toEqual([false, true, true, false]);
});

test('between a minute and itself lies the whole day', () => {
  const all = { fromMinute: 600, toMinute: 600 };
  expect([at(0), at(10), at(23, 59)].map((ms) => isWithin(all, ms))).toEqual([true, true, true]);
});
