import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../main/command-line/arguments.ts';

const read = (...argv: string[]) => readArguments(['save', '--all', ...argv], Date.UTC(2026, 10, 23));

describe('--quiet-hours', () => {
  test('are two times of this computer’s day, also over midnight', () => {
    expect(read('--quiet-hours', '23:00-07:30')).toMatchObject({ quietHours: { fromMinute: 1380, toMinute: 450 } });
    expect(read('--quiet-hours', '9:00-17:00')).toMatchObject({ quietHours: { fromMinute: 540, toMinute: 1020 } });
    expect(read()).toMatchObject({ quietHours: null });
  });

  test.each(['23:00', '23-07', '24:00-07:00', '23:00-07:00-08:00', 'night'])(
    '%s is refused with an example',
    (text) => {
      expect(read('--quiet-hours', text)).toMatch(/23:00-07:00/);
    },
  );
});
