import { expect, test } from 'vitest';
import { messagesFor } from '../../../renderer/messages/index.ts';

const { formats, library, player, jobs } = messagesFor('en');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const monday = Date.UTC(2026, 10, 23, 13, 58, 4);
const dayOf = (ms: number) => Math.floor(ms / 86_400_000);

test('sizes are decimal, as file managers count, with a tenth below a hundred', () => {
  expect([586 * 1024, 1_430_000, 99_960_000, 412e9].map((bytes) => plain(formats.bytes(bytes)))).toEqual([
    '0.6 MB',
    '1.4 MB',
    '100 MB',
    '412 GB',
  ]);
});

test('the length of a clip is minutes and seconds, hours only where there are some', () => {
  expect([5000, 12_400, 61_000, 3_723_000].map(formats.clipLength)).toEqual(['0:05', '0:12', '1:01', '1:02:03']);
});

test('how long something takes gets coarser the longer it is', () => {
  expect(
    [800, 15_000, 99_000, 318_000, 40_800_000, 7 * 3_600_000, 28 * 3_600_000].map((ms) => plain(formats.duration(ms))),
  ).toEqual(['1 s', '15 s', '99 s', '5 min', '11 h 20 min', '7 h', '1 d 4 h']);
});

test('100 % is said only when all of it is there', () => {
  expect([0.58, 0.999, 1].map((part) => plain(formats.percent(part)))).toEqual(['58 %', '99 %', '100 %']);
});

test('days are named by how near they are, and by their year when it is not this one', () => {
  const today = dayOf(monday);
  expect([today, today - 1, today - 2, today - 365].map((day) => library.dayTitle(day, today))).toEqual([
    'Today',
    'Yesterday',
    'Saturday 21 November',
    'Sunday 23 November 2025',
  ]);
  expect(library.dayFacts(today, today, { total: 34, unsaved: 29, fresh: 12, onlyUnsaved: false })).toBe(
    'Mon 23 Nov · 34 clips, 12 new',
  );
  expect(library.dayFacts(today - 9, today, { total: 1, unsaved: 1, fresh: 0, onlyUnsaved: true })).toBe('1 unsaved');
});

test('a clip is dated by the clock at its camera', () => {
  expect(player.recordedAt(monday, monday)).toBe('Monday 23 November, 13:58:04');
});

test('a job is named by what it saves', () => {
  expect(jobs.title({ kind: 'day', day: '2026-11-22', camera: null })).toBe('Sun 22 Nov');
  expect(jobs.title({ kind: 'day', day: '2026-11-22', camera: 'Garden' })).toBe('Garden, Sun 22 Nov');
  expect(jobs.title({ kind: 'all' })).toBe('All unsaved clips');
});

test('a language that nobody has written yet is read in English', () => {
  expect(messagesFor('tlh').library.allClips).toBe('All clips');
});

test('German counts, measures and dates as Germans do', () => {
  const { formats: inGerman, library: words, player: playing, jobs: saving } = messagesFor('de-AT');
  const today = dayOf(monday);
  expect(inGerman.count(12_480)).toBe('12.480');
  expect([13_700_000, 412e9].map((bytes) => plain(inGerman.bytes(bytes)))).toEqual(['13,7 MB', '412 GB']);
  expect(plain(inGerman.seconds(4.8))).toBe('4,8 s');
  expect(inGerman.times(0.5)).toBe('0,5×');
  expect(inGerman.dayShort(monday, monday)).toBe('Mo 23. Nov');
  expect(words.dayTitle(today - 2, today)).toBe('Samstag, 21. November');
  expect(words.dayTitle(today - 365, today)).toBe('Sonntag, 23. November 2025');
  expect(playing.recordedAt(monday, monday)).toBe('Montag, 23. November, 13:58:04');
  expect(saving.title({ kind: 'clips', camera: 'Garten', fromDay: '2026-11-14', toDay: '2026-11-20' })).toBe(
    'Garten, 14. – 20. November',
  );
  expect([1, 2].map(words.clips)).toEqual(['1 Clip', '2 Clips']);
});

test('what is ahead is named by its day only where it is not today', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
  const ahead = messagesFor('de').formats.momentAhead;
  expect([at(23, 15), at(24, 6), at(30, 6)].map((moment) => ahead(moment, at(23, 14)))).toEqual([
    '15:00',
    'morgen 06:00',
    'Mo 30. Nov 06:00',
  ]);
});
