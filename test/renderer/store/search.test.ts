// What people type, and the days, times and cameras that they mean by it. Today is Monday, 23 November 2026.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchWords as german } from '../../../renderer/messages/de/search.ts';
import { searchWords } from '../../../renderer/messages/en/search.ts';
import { holdsWords } from '../../../renderer/store/fold.ts';
import { isInHours, readSearch } from '../../../renderer/store/search.ts';

const dayMs = 86_400_000;
const today = Date.UTC(2026, 10, 23) / dayMs;
const cameras = ['Front gate', 'Sun terrace', 'Haustür'];
const read = (text: string) => readSearch(text, today, searchWords, cameras);
const iso = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);
/** "2026-11-14", or two days with two dots; what is left of the text follows. */
function daysOf(text: string): string {
  const { days, words } = read(text);
  const named = days === null ? '-' : days.from === days.to ? iso(days.from) : `${iso(days.from)}..${iso(days.to)}`;
  return [named, ...words].join(' ');
}

describe('a day', () => {
  test.each([
    ['today', '2026-11-23'],
    ['Yesterday', '2026-11-22'],
    ['14 nov', '2026-11-14'],
    ['14. November', '2026-11-14'],
    ['14th november 2025', '2025-11-14'],
    ['Nov 14', '2026-11-14'],
    ['14.11.', '2026-11-14'],
    ['14.11', '2026-11-14'],
    ['14.11.25', '2025-11-14'],
    ['1/2/2026', '2026-02-01'],
    ['2026-11-14', '2026-11-14'],
    ['monday', '2026-11-23'],
    ['tue', '2026-11-17'],
    ['24 nov', '2025-11-24'],
    ['24.12.', '2025-12-24'],
    ['29 feb 2024', '2024-02-29'],
  ])('%s is %s', (text, meant) => {
    expect(daysOf(text)).toBe(meant);
  });

  test.each([
    ['november', '2026-11-01..2026-11-30'],
    ['dec', '2025-12-01..2025-12-31'],
    ['feb 2024', '2024-02-01..2024-02-29'],
    ['12-14 nov', '2026-11-12..2026-11-14'],
    ['12 – 14 nov', '2026-11-12..2026-11-14'],
    ['28 oct to 3 nov', '2026-10-28..2026-11-03'],
    ['20.11. - 22.11.', '2026-11-20..2026-11-22'],
    ['yesterday until monday', '2026-11-22..2026-11-23'],
  ])('or a range: %s is %s', (text, meant) => {
    expect(daysOf(text)).toBe(meant);
  });

  test('that does not exist is no day, and a number alone is none', () => {
    expect(daysOf('31.2.')).toBe('- 31.2.');
    expect(daysOf('gate 14')).toBe('- gate 14');
    expect(daysOf('ma')).toBe('- ma');
  });

  test('stands anywhere among the words of a camera', () => {
    expect(daysOf('front 14 nov gate')).toBe('2026-11-14 front gate');
  });

  test('gives way to a camera that is called so', () => {
    expect(daysOf('sun')).toBe('- sun');
    expect(daysOf('sun terrace yesterday')).toBe('2026-11-22 sun terrace');
    expect(daysOf('sunday')).toBe('2026-11-22');
  });
});

describe('a time of day', () => {
  test('is understood with and without a day', () => {
    expect(read('yesterday evening')).toMatchObject({ hours: { from: 17, until: 23 }, words: [] });
    expect(read('gate morning')).toMatchObject({ days: null, hours: { from: 5, until: 12 }, words: ['gate'] });
  });

  test('may run over midnight', () => {
    const { hours } = read('night');
    const inside = (hour: number) => hours !== null && isInHours(hour, hours);
    expect([20, 21, 0, 5, 6].map(inside)).toEqual([false, true, true, true, false]);
  });
});

test('a camera is found by parts of its name, with or without accents', () => {
  expect(['haustür', 'HAUSTUR', 'haustuer'].map((text) => holdsWords('Haustür', read(text).words))).toEqual([
    true,
    true,
    true,
  ]);
  expect(holdsWords('Front gate', read('gate front').words)).toBe(true);
  expect(holdsWords('Front gate', read('gate garden').words)).toBe(false);
});

test('nothing that is typed breaks it, and every range runs forwards', () => {
  const bits = fc.constantFrom('14', '.', ' ', '-', 'nov', 'to', '2026', '/', 'mon', '31.2.', '–', 'gate', '99');
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 8 }), (typed) => {
      const { days } = read(typed.join(''));
      expect(days === null || days.from <= days.to).toBe(true);
    }),
  );
});

test.each([
  ['gestern Abend', '2026-11-22', { from: 17, until: 23 }, []],
  ['14. März', '2026-03-14', null, []],
  ['Mittwoch früh Haustür', '2026-11-18', { from: 5, until: 12 }, ['haustur']],
  ['nachts', null, { from: 21, until: 6 }, []],
])('in German, %s is understood', (text, day, hours, words) => {
  const search = readSearch(text, today, german, cameras);
  expect(search).toMatchObject({ hours, words });
  expect(search.days && iso(search.days.from)).toBe(day);
});
