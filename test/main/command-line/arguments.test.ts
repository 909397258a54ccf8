// What the command line understands, what it refuses, and in which language it says so.
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../main/command-line/arguments.ts';
import { usageOf } from '../../../main/command-line/usage.ts';
import { messagesFor } from '../../../renderer/messages/index.ts';

const english = messagesFor('en').commandLine;
const german = messagesFor('de').commandLine;

const read = (...argv: string[]) => readArguments(['save', '--all', ...argv], Date.UTC(2026, 10, 23), english);

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

test.each([
  ['an option that there is not', ['list', '--al'], 'unknown option: --al', 'unbekannte Option: --al'],
  ['an option without its value', ['save', '--to'], '--to needs a value', '--to braucht einen Wert'],
  ['another option in place of it', ['save', '--to', '--json'], '--to needs a value', '--to braucht einen Wert'],
  ['a value that is not wanted', ['list', '--json=1'], '--json takes no value', '--json nimmt keinen Wert'],
  ['a word too many', ['list', 'x'], 'unexpected argument: x', 'unerwartetes Argument: x'],
  ['no command', [], 'no command', 'kein Befehl'],
])('%s is refused in the person’s language', (_story, argv, inEnglish, inGerman) => {
  expect([readArguments(argv, 0, english), readArguments(argv, 0, german)]).toEqual([inEnglish, inGerman]);
});

test('import takes one folder, and says so where there is none or more', () => {
  const importing = (...argv: string[]) => readArguments(['import', ...argv], 0, english);
  expect(importing('/media/BLINK', '--json')).toMatchObject({ command: 'import', source: '/media/BLINK', json: true });
  expect(importing()).toBe('import from what? cliptray import DIR');
  expect(importing('a', 'b')).toBe('unexpected argument: b');
});

test('the usage names the same commands and options in every language', () => {
  const options = (usage: string) => usage.match(/^ {2}[a-z][a-z-]+|--[a-z-]+/gm);
  expect(options(usageOf(german))).toEqual(options(usageOf(english)));
  expect(usageOf(german)).toContain('Aufruf: cliptray sign-in|');
});
