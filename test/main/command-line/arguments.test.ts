// What the command line understands, what it refuses, and in which language it says so.
import { describe, expect, test } from 'vitest';
import { readArguments, wantsHelp } from '../../../main/command-line/arguments.ts';
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
  expect(usageOf(german)).toContain('Aufruf: cliptray BEFEHL');
});

describe('a wish about the queue', () => {
  const nowMs = new Date(2026, 10, 23, 14).getTime();
  const wish = (...argv: string[]) => {
    const args = readArguments(argv, nowMs, english);
    return typeof args === 'string' ? args : args.wish;
  };

  test('names a job by its number, or means everything', () => {
    expect(wish('pause')).toEqual({ kind: 'pause', job: null, pause: { untilMs: null } });
    expect(wish('resume', '3')).toEqual({ kind: 'resume', job: 3 });
    expect(wish('cancel', '3')).toEqual({ kind: 'cancel', job: 3 });
    expect(wish('retry')).toEqual({ kind: 'retry', job: null });
    expect(wish('dismiss', '12')).toEqual({ kind: 'dismiss', job: 12 });
    expect(wish('move', '3', 'up')).toEqual({ kind: 'move', job: 3, to: 'up' });
    expect(wish('queue')).toBeNull();
  });

  test('pauses for a while, until tomorrow morning, or until a time to come', () => {
    expect(wish('pause', '3', '--for', '90m')).toMatchObject({ job: 3, pause: { untilMs: nowMs + 5_400_000 } });
    expect(wish('pause', '--until', 'tomorrow')).toMatchObject({
      pause: { untilMs: new Date(2026, 10, 24, 6).getTime() },
    });
    expect(wish('pause', '--until', '2026-11-23T18:30')).toMatchObject({
      pause: { untilMs: new Date(2026, 10, 23, 18, 30).getTime() },
    });
  });

  test('sets hours, or none', () => {
    expect(wish('hours', '23:00-07:00')).toEqual({ kind: 'hours', hours: { fromMinute: 1380, toMinute: 420 } });
    expect(wish('hours', 'any')).toEqual({ kind: 'hours', hours: null });
  });

  test.each([
    [['cancel'], 'cancel which job?'],
    [['cancel', 'x'], 'a job is a number that cliptray queue shows, not x'],
    [['cancel', '0'], 'a job is a number'],
    [['cancel', '3', '4'], 'unexpected argument: 4'],
    [['move', '3'], 'first|up|down|last'],
    [['move', '3', 'left'], 'first|up|down|last'],
    [['hours'], 'which hours?'],
    [['hours', '23-7'], 'not 23-7'],
    [['pause', '--for', 'ever'], '--for takes a while such as 30m, 1h or 2d, not ever'],
    [['pause', '--for', '0h'], '--for takes a while'],
    [['pause', '--until', '2026-11-22'], '--until takes tomorrow, or a date or time to come'],
    [['pause', '--until', 'soon'], '--until takes tomorrow'],
    [['pause', '--for', '1h', '--until', 'tomorrow'], 'either --for or --until, not both'],
    [['cancel', '3', '--for', '1h'], '--for means nothing to cancel'],
    [['queue', '3'], 'unexpected argument: 3'],
  ])('%s is refused, saying why', (argv, why) => {
    expect(wish(...argv)).toContain(why);
  });
});

test('help is asked for anywhere, beside a command too', () => {
  expect(['--help', '-h'].map((word) => wantsHelp(['cancel', '3', word]))).toEqual([true, true]);
  expect(wantsHelp(['cancel', '3'])).toBe(false);
});
