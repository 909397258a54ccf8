// The nights on which clocks are changed: an hour is left out, or comes twice.
import { beforeEach, expect, test, vi } from 'vitest';
import { isWithin } from '../../main/day-hours.ts';
import { Hours } from '../../main/saving/queue/hours.ts';
import { pauseOf } from '../../main/saving/queue/pause-end.ts';
import { virtualClock } from '../virtual-clock.ts';

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Vienna');
  return () => vi.unstubAllEnvs();
});

/** In Vienna, 2026: from 2:00 to 3:00 on 29 March, back from 3:00 to 2:00 on 25 October. */
const spring = (time: string) => Date.parse(`2026-03-29T${time}Z`);
const autumn = (time: string) => Date.parse(`2026-10-25T${time}Z`);
const hourMs = 3_600_000;

const minute = (hour: number, past = 0) => hour * 60 + past;

test('until tomorrow is six in the morning, one hour sooner or later', () => {
  expect(pauseOf('tomorrow', virtualClock(Date.parse('2026-03-28T21:00Z')))).toEqual({ untilMs: spring('04:00') });
  expect(pauseOf('tomorrow', virtualClock(Date.parse('2026-10-24T20:00Z')))).toEqual({ untilMs: autumn('05:00') });
});

test('hours that begin in the hour that is left out begin an hour later by the clock, all at the same moment', () => {
  const hours = { fromMinute: minute(2, 30), toMinute: minute(5) };
  expect(isWithin(hours, spring('01:29'))).toBe(false);
  expect(isWithin(hours, spring('01:30'))).toBe(true);
  expect(new Hours(virtualClock(spring('00:30')), () => hours, vi.fn()).fromMs).toBe(spring('01:30'));
});

test('hours that begin in the hour that comes twice begin the first time, and go on through the second', () => {
  const hours = { fromMinute: minute(2, 30), toMinute: minute(5) };
  expect(isWithin(hours, autumn('00:29'))).toBe(false);
  expect(isWithin(hours, autumn('00:30'))).toBe(true);
  expect(isWithin(hours, autumn('01:10'))).toBe(true);
  expect(isWithin(hours, autumn('03:59'))).toBe(true);
  expect(isWithin(hours, autumn('04:00'))).toBe(false);
});

test('hours that end in the hour that comes twice end the first time', () => {
  const hours = { fromMinute: minute(22), toMinute: minute(2, 30) };
  expect(isWithin(hours, autumn('00:29'))).toBe(true);
  expect(isWithin(hours, autumn('00:30'))).toBe(false);
  expect(isWithin(hours, autumn('01:10'))).toBe(false);
});

test('what is done in these hours takes as long as they really are', () => {
  const hours = { fromMinute: minute(1), toMinute: minute(5) };
  const endOf = (nowMs: number) => new Hours(virtualClock(nowMs), () => hours, vi.fn()).endOf(4 * hourMs);
  expect(endOf(spring('00:00'))).toBe(Date.parse('2026-03-30T00:00Z')); // three hours, and one the night after
  expect(endOf(autumn('00:00') - hourMs)).toBe(autumn('03:00')); // five, of which four are enough
});
