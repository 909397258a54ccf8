// Which clips are chosen: by key, so that it survives filters, sorting and new clips.
import type { ClipKey } from '../../preload/contract.ts';
import type { ClipTable } from './clip-table.ts';
import { indexOf, keyAt, type ListView } from './list-view.ts';

export interface Selection {
  readonly keys: ReadonlySet<ClipKey>;
  /** Where a range begins. */
  readonly anchor: ClipKey | null;
  /** The clip that the keyboard stands on and the player shows. */
  readonly current: ClipKey | null;
}

export const emptySelection: Selection = { keys: new Set(), anchor: null, current: null };

/** `only`: a plain click; `toggle`: with Ctrl or Cmd; `extend`: with Shift, from the anchor. */
export type SelectMode = 'only' | 'toggle' | 'extend';

export function select(
  selection: Selection,
  table: ClipTable,
  view: ListView,
  key: ClipKey,
  mode: SelectMode,
): Selection {
  if (mode === 'toggle') {
    const keys = new Set(selection.keys);
    if (!keys.delete(key)) keys.add(key);
    return { keys, anchor: key, current: key };
  }
  const from = mode === 'extend' ? indexOf(table, view, selection.anchor) : -1;
  const to = indexOf(table, view, key);
  if (from < 0 || to < 0) return { keys: new Set([key]), anchor: key, current: key };
  return { keys: keysBetween(table, view, from, to), anchor: selection.anchor, current: key };
}

/** Moves the current clip by `steps` (down is positive); from nowhere it starts at the first. */
export function step(
  selection: Selection,
  table: ClipTable,
  view: ListView,
  steps: number,
  mode: SelectMode,
): Selection {
  const last = view.rows.length - 1;
  if (last < 0) return selection;
  const at = indexOf(table, view, selection.current);
  // From a clip that the filter hides it starts at the top, unless the end is where it goes.
  const to = at < 0 && Number.isFinite(steps) ? 0 : Math.min(last, Math.max(0, at + steps));
  const key = keyAt(table, view, to);
  return key === null ? selection : select(selection, table, view, key, mode);
}

/** Moves to the first clip of another day, `days` further down; stays where there is no such day. */
export function stepDay(selection: Selection, table: ClipTable, view: ListView, days: number): Selection {
  const at = indexOf(table, view, selection.current);
  const now = view.days.findLastIndex(({ start }) => start <= at);
  const to = view.days[now < 0 ? 0 : now + days];
  const key = to && keyAt(table, view, to.start);
  return key === undefined || key === null ? selection : select(selection, table, view, key, 'only');
}

/** What an action is done with: all that are chosen, else the clip that the keyboard stands on. */
export const chosenKeys = ({ keys, current }: Selection): readonly ClipKey[] =>
  keys.size > 0 ? [...keys] : current === null ? [] : [current];

export function selectAll(selection: Selection, table: ClipTable, view: ListView): Selection {
  if (view.rows.length === 0) return selection;
  return { ...selection, keys: keysBetween(table, view, 0, view.rows.length - 1) };
}

/** Nothing is chosen any more; the player keeps what it shows. */
export const clearSelection = (selection: Selection): Selection => ({ ...selection, keys: new Set(), anchor: null });

function keysBetween(table: ClipTable, view: ListView, from: number, to: number): Set<ClipKey> {
  const keys = new Set<ClipKey>();
  for (let index = Math.min(from, to); index <= Math.max(from, to); index++) {
    const key = keyAt(table, view, index);
    if (key !== null) keys.add(key);
  }
  return keys;
}
