// Where each row of the list stands, by arithmetic alone: rows and day heads have fixed heights.
import type { Day } from '../../store/list-view.ts';

export const rowHeight = 44;
export const dayHeadHeight = 36;

export interface ListLayout {
  readonly days: readonly Day[];
  /** Top of each day's head, in pixels. */
  readonly tops: Float64Array;
  readonly height: number;
}

/** The rows `from`–`until` (exclusive) of the list that one day shows. */
export interface DaySpan {
  readonly day: Day;
  /** Place of the day in the list, from 0. */
  readonly index: number;
  readonly top: number;
  readonly from: number;
  readonly until: number;
}

export function listLayout(days: readonly Day[]): ListLayout {
  const tops = new Float64Array(days.length);
  let height = 0;
  days.forEach((day, index) => {
    tops[index] = height;
    height += dayHeight(day);
  });
  return { days, tops, height };
}

export const dayHeight = (day: Day) => dayHeadHeight + day.total * rowHeight;

/** Top of a row of the list. */
export function rowTop(layout: ListLayout, row: number): number {
  const index = lastIndex(layout.days.length, (at) => (layout.days[at]?.start ?? 0) <= row);
  const start = layout.days[index]?.start ?? 0;
  return (layout.tops[index] ?? 0) + dayHeadHeight + (row - start) * rowHeight;
}

/** The row at `y`, or the first one below it. */
export function rowAt(layout: ListLayout, y: number): number {
  const index = lastIndex(layout.tops.length, (at) => (layout.tops[at] ?? 0) <= y);
  const day = layout.days[index];
  if (!day) return 0;
  const below = Math.floor((y - (layout.tops[index] ?? 0) - dayHeadHeight) / rowHeight);
  return day.start + Math.min(day.total - 1, Math.max(0, below));
}

/** What has to be drawn for the pixels `top` to `bottom`, day by day. */
export function visibleDays(layout: ListLayout, top: number, bottom: number): readonly DaySpan[] {
  const spans: DaySpan[] = [];
  const first = lastIndex(layout.tops.length, (at) => (layout.tops[at] ?? 0) <= top);
  for (let index = first; index < layout.days.length && (layout.tops[index] ?? 0) < bottom; index++) {
    const day = layout.days[index];
    if (!day) break;
    const dayTop = layout.tops[index] ?? 0;
    const rowsTop = dayTop + dayHeadHeight;
    const from = Math.min(day.total, Math.max(0, Math.floor((top - rowsTop) / rowHeight)));
    const until = Math.min(day.total, Math.max(0, Math.ceil((bottom - rowsTop) / rowHeight)));
    spans.push({ day, index, top: dayTop, from: day.start + from, until: day.start + until });
  }
  return spans;
}

/** The last of `length` ordered entries that passes; 0 where none does. */
function lastIndex(length: number, passes: (index: number) => boolean): number {
  let [low, high] = [0, length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (passes(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
