import { expect, test } from 'vitest';
import type { AppModel } from '../../../renderer/store/app-model.ts';
import { keyAction } from '../../../renderer/views/library/key-action.ts';

/** What a key asks the store to do; throws on what no key may touch. */
function doneBy(
  key: string,
  held: { shift?: boolean; ctrl?: boolean; alt?: boolean } = {},
  standing = { columns: 1, lines: 12 },
): string {
  const asked: string[] = [];
  const model = new Proxy({} as AppModel, {
    get: (_, name) => {
      if (!['step', 'stepDay', 'selectAll', 'open', 'undo'].includes(String(name)))
        throw new Error(`no key reads ${String(name)}`);
      return (...input: unknown[]) => asked.push(`${String(name)} ${input.join(' ')}`.trim());
    },
  });
  const press = {
    key,
    shiftKey: held.shift ?? false,
    ctrlKey: held.ctrl ?? false,
    metaKey: false,
    altKey: held.alt ?? false,
  };
  keyAction(press, standing)?.(model);
  return asked.join();
}

test.each([
  ['ArrowDown', {}, 'step 1 only'],
  ['j', {}, 'step 1 only'],
  ['K', { shift: true }, 'step -1 extend'],
  ['PageDown', {}, 'step 12 only'],
  ['Home', { shift: true }, 'step -Infinity extend'],
  ['End', {}, 'step Infinity only'],
  ['a', { ctrl: true }, 'selectAll'],
  [',', { ctrl: true }, 'open settings'],
  ['z', { ctrl: true }, 'undo'],
  [']', {}, 'stepDay 1'],
  ['[', {}, 'stepDay -1'],
  ['?', { shift: true }, 'open keys'],
  ['s', { ctrl: true }, ''],
  ['ArrowDown', { alt: true }, ''],
  ['q', {}, ''],
])('%s with %o: %s', (key, held, asked) => {
  expect(doneBy(key, held)).toBe(asked);
});

test('in a grid the arrows go across and by lines', () => {
  const inGrid = (key: string) => doneBy(key, {}, { columns: 4, lines: 3 });
  expect(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'PageDown', 'j'].map(inGrid)).toEqual([
    'step 1 only',
    'step -1 only',
    'step 4 only',
    'step -4 only',
    'step 12 only',
    'step 1 only',
  ]);
  expect(doneBy('ArrowRight')).toBe('');
});
