// Where each clip of the list or grid stands, by arithmetic alone: lines and day heads have fixed heights.
import type { Day } from '../../store/list-view.ts';

export const rowHeight = 44;
export const dayHeadHeight = 36;

/** How clips stand under the head of their day; pixels. */
export interface Shape {
  /** Clips beside each other; 1: a list. */
  readonly columns: number;
  readonly lineHeight: number;
  /** Of one clip, with the gap beside it; 0 in a list, where it takes the whole width. */
  readonly columnWidth: number;
}

export const listShape: Shape = { columns: 1, lineHeight: rowHeight, columnWidth: 0 };

const cardGap = 12;
const narrowestCard = 200;
/** What a card has below its picture, and the air to the next line. */
const captionHeight = 40;

/** As many cards of 16:9 as have room in so many pixels. */
export function gridShape(room: number): Shape {
  const width = Math.max(narrowestCard, room);
  const columns = Math.max(1, Math.floor((width + cardGap) / (narrowestCard + cardGap)));
  const columnWidth = (width + cardGap) / columns;
  return { columns, columnWidth, lineHeight: Math.round(((columnWidth - cardGap) * 9) / 16) + captionHeight };
}

/** Width of the card itself. */
export const cardWidth = ({ columnWidth }: Shape) => columnWidth - cardGap;

export interface ListLayout {
  readonly days: readonly Day[];
  readonly shape: Shape;
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

export function listLayout(days: readonly Day[], shape: Shape = listShape): ListLayout {
  const tops = new Float64Array(days.length);
  let height = 0;
  days.forEach((day, index) => {
    tops[index] = height;
    height += dayHeight(day, shape);
  });
  return { days, shape, tops, height };
}

const linesOf = (day: Day, { columns }: Shape) => Math.ceil(day.total / columns);

export const dayHeight = (day: Day, shape: Shape) => dayHeadHeight + linesOf(day, shape) * shape.lineHeight;

/** Where a clip stands under its day's head; `index` counts from the day's first. */
export const placeInDay = (index: number, { columns, columnWidth, lineHeight }: Shape) => ({
  top: dayHeadHeight + Math.floor(index / columns) * lineHeight,
  left: (index % columns) * columnWidth,
});

/** Top of a row of the list. */
export function rowTop(layout: ListLayout, row: number): number {
  const index = lastIndex(layout.days.length, (at) => (layout.days[at]?.start ?? 0) <= row);
  const start = layout.days[index]?.start ?? 0;
  return (layout.tops[index] ?? 0) + placeInDay(row - start, layout.shape).top;
}

/** The row at `y`, the first of its line, or the first one below it. */
export function rowAt(layout: ListLayout, y: number): number {
  const index = lastIndex(layout.tops.length, (at) => (layout.tops[at] ?? 0) <= y);
  const day = layout.days[index];
  if (!day) return 0;
  const { columns, lineHeight } = layout.shape;
  const line = Math.max(0, Math.floor((y - (layout.tops[index] ?? 0) - dayHeadHeight) / lineHeight));
  return day.start + Math.min(linesOf(day, layout.shape) - 1, line) * columns;
}

/** What has to be drawn for the pixels `top` to `bottom`, day by day. */
export function visibleDays(layout: ListLayout, top: number, bottom: number): readonly DaySpan[] {
  const { columns, lineHeight } = layout.shape;
  const spans: DaySpan[] = [];
  const first = lastIndex(layout.tops.length, (at) => (layout.tops[at] ?? 0) <= top);
  for (let index = first; index < layout.days.length && (layout.tops[index] ?? 0) < bottom; index++) {
    const day = layout.days[index];
    if (!day) break;
    const dayTop = layout.tops[index] ?? 0;
    const linesTop = dayTop + dayHeadHeight;
    const clamp = (line: number) => Math.min(day.total, Math.max(0, line * columns));
    const from = clamp(Math.floor((top - linesTop) / lineHeight));
    const until = clamp(Math.ceil((bottom - linesTop) / lineHeight));
    spans.push({ day, index, top: dayTop, from: day.start + from, until: day.start + until });
  }
  return spans;
}

/** A part of the sheet, in its own pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The rows whose cards are touched by an area; the day heads and gaps belong to nobody. */
export function rowsIn(layout: ListLayout, area: Area): readonly number[] {
  const width = cardWidth(layout.shape);
  const height = layout.shape.lineHeight - captionHeight;
  return visibleDays(layout, area.top, area.bottom).flatMap(({ day, top, from, until }) =>
    Array.from({ length: until - from }, (_, offset) => from + offset).filter((row) => {
      const place = placeInDay(row - day.start, layout.shape);
      const cardTop = top + place.top;
      return (
        cardTop < area.bottom &&
        cardTop + height > area.top &&
        place.left < area.right &&
        place.left + width > area.left
      );
    }),
  );
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
