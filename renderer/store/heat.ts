// How many clips each of the last days has, under the filter without its days.
import type { ClipsMirror } from './app-model.ts';
import { type Filter, passes } from './list-view.ts';

/** Counts of `total` days up to `today`, the oldest first. Clips are in order, so older ones are never looked at. */
export function heatOf({ table, order, time }: ClipsMirror, filter: Filter, today: number, total: number): Uint32Array {
  const counts = new Uint32Array(total);
  const oldest = today - total + 1;
  const shows = passes(table, { ...filter, days: null }, time);
  for (let at = 0; at < order.rows.length; at++) {
    const day = order.days[at] ?? 0;
    if (day < oldest) break;
    if (day <= today && shows(order.rows[at] ?? 0, day)) counts[day - oldest] = (counts[day - oldest] ?? 0) + 1;
  }
  return counts;
}
