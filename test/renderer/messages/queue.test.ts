import { expect, test } from 'vitest';
import { jobs } from '../../../renderer/messages/en/jobs.ts';
import { queue } from '../../../renderer/messages/en/queue.ts';

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();
const now = at(23, 14, 2);

test('a pause says when it ends as a person would', () => {
  expect(queue.paused(at(23, 15, 2), now)).toBe('Paused until 15:02');
  expect(queue.paused(at(24, 6), now)).toBe('Paused until tomorrow 06:00');
  expect(queue.paused(at(30, 6), now)).toBe('Paused until Mon 30 Nov 06:00');
  expect(queue.paused(null, now)).toBe('Paused');
});

test('jobs of picked clips are named by camera and days', () => {
  const days = (fromDay: string, toDay: string, camera: string | null = 'Front gate') =>
    jobs.title({ kind: 'clips', camera, fromDay, toDay });
  expect(days('2026-11-14', '2026-11-16')).toBe('Front gate, 14 – 16 November');
  expect(days('2026-10-30', '2026-11-02')).toBe('Front gate, 30 October – 2 November');
  expect(days('2026-11-23', '2026-11-23')).toMatch(/^Front gate, Mon 23 Nov/);
  expect(days('2026-11-14', '2026-11-16', null)).toBe('Several cameras, 14 – 16 November');
});

test('sizes beside each other name their unit once', () => {
  expect(queue.bytesOf(6e9, 16.1e9)).toEqual({ strong: '6.0', rest: ' of 16.1\u00a0GB' });
  expect(queue.bytesOf(6e6, 16.1e9)).toEqual({ strong: '6.0\u00a0MB', rest: ' of 16.1\u00a0GB' });
});

test('a clip that failed says how often, but not how often it was gone', () => {
  expect(queue.reason({ kind: 'clip-damaged' }, 3)).toBe('Arrived damaged, 3 times');
  expect(queue.reason({ kind: 'clip-gone' }, 3)).toBe('No longer on the drive');
});
