import { expect, test } from 'vitest';
import type { ClipKey } from '../../../preload/contract.ts';
import { orderClips } from '../../../renderer/store/clip-order.ts';
import { ClipTable } from '../../../renderer/store/clip-table.ts';
import { listView, noFilter } from '../../../renderer/store/list-view.ts';
import { LocalTime } from '../../../renderer/store/local-time.ts';
import {
  clearSelection,
  emptySelection,
  type Selection,
  select,
  selectAll,
  step,
} from '../../../renderer/store/selection.ts';
import { clipsOf, keyOf, twoDays } from '../harness/made-up.ts';

// The two days are newest first already: key 1 is the first row.
const table = new ClipTable(clipsOf(twoDays));
const time = new LocalTime('Europe/Berlin');
const order = orderClips(table, time);
const view = listView(table, order, noFilter, time);
const unsaved = listView(table, order, { ...noFilter, place: 'unsaved' }, time);

const chosen = (selection: Selection): ClipKey[] => [...selection.keys].sort((a, b) => a - b);
const click = (selection: Selection, key: number, mode: 'only' | 'toggle' | 'extend' = 'only') =>
  select(selection, table, view, keyOf(key), mode);

test('a click chooses one, with Ctrl it adds and takes away', () => {
  let selection = click(emptySelection, 3);
  selection = click(selection, 5, 'toggle');
  selection = click(selection, 9, 'toggle');
  selection = click(selection, 3, 'toggle');
  expect(chosen(selection)).toEqual([5, 9]);
  expect(chosen(click(selection, 2))).toEqual([2]);
});

test('Shift chooses from where the range began, over day heads, in both directions', () => {
  const selection = click(click(emptySelection, 6), 9, 'extend');
  expect(chosen(selection)).toEqual([6, 7, 8, 9]);
  expect(chosen(click(selection, 4, 'extend'))).toEqual([4, 5, 6]);
});

test('Shift without a beginning is a click', () => {
  expect(chosen(click(emptySelection, 4, 'extend'))).toEqual([4]);
});

test('the keyboard stops at both ends', () => {
  const first = step(emptySelection, table, view, 1, 'only');
  expect(first.current).toBe(1);
  expect(step(first, table, view, -1, 'only').current).toBe(1);
  expect(step(first, table, view, Number.POSITIVE_INFINITY, 'only').current).toBe(twoDays.length);
});

test('from a clip that the filter hides the keyboard starts at the top, and End still goes to the end', () => {
  const hidden = click(emptySelection, 1); // saved
  const { rows } = unsaved;
  const keyOfRow = (row: number | undefined) => table.columns.key[row ?? -1];
  expect(step(hidden, table, unsaved, 1, 'only').current).toBe(keyOfRow(rows[0]));
  expect(step(hidden, table, unsaved, Number.POSITIVE_INFINITY, 'only').current).toBe(keyOfRow(rows[rows.length - 1]));
});

test('what was chosen stays chosen when a filter hides it, and all takes what the filter shows', () => {
  const saved = click(emptySelection, 1);
  const all = selectAll(saved, table, unsaved);
  expect(all.keys.size).toBe(unsaved.rows.length);
  expect(all.current).toBe(1);
});

test('Esc empties the choice and leaves the player what it shows', () => {
  const cleared = clearSelection(click(emptySelection, 4));
  expect([cleared.keys.size, cleared.current]).toEqual([0, 4]);
});
