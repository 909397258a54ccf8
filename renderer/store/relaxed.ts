// Where nothing matches: which one part of the filter to drop so that something does.
import type { ClipsMirror } from './app-model.ts';
import { type Filter, listView, noFilter } from './list-view.ts';

export type FilterPart = keyof Filter;

export interface Relaxed {
  readonly without: FilterPart;
  readonly filter: Filter;
  /** Clips that it would show. */
  readonly total: number;
}

const parts: readonly FilterPart[] = ['search', 'days', 'camera', 'length', 'starredOnly', 'place'];

/** The parts of a filter that are set. */
export const setParts = (filter: Filter): readonly FilterPart[] =>
  parts.filter((part) => filter[part] !== noFilter[part]);

/** What shows the fewest clips, so the most of what was asked for; null: dropping one part does not help. */
export function relaxed({ table, order, time }: ClipsMirror, filter: Filter): Relaxed | null {
  const set = setParts(filter);
  if (set.length < 2) return null;
  const ways = set
    .map((without) => ({ without, filter: { ...filter, [without]: noFilter[without] } }))
    .map((way) => ({ ...way, total: listView(table, order, way.filter, time).rows.length }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => a.total - b.total);
  return ways[0] ?? null;
}
