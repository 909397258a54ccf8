// The part of the list that is drawn: follows scrolling, the current clip, and keeps its place when clips appear above.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ClipKey } from '../../../preload/contract.ts';
import { useApp } from '../../store/context.tsx';
import { indexOf, keyAt } from '../../store/list-view.ts';
import {
  type DaySpan,
  dayHeadHeight,
  gridShape,
  listLayout,
  listShape,
  rowAt,
  rowTop,
  visibleDays,
} from './list-layout.ts';

/** Pixels drawn above and below what is seen, so that fast scrolling meets nothing empty. */
const overscan = 180;
/** Steps of scrolling that are enough to decide what is drawn. */
const stepHeight = 44;
/** Cards keep this much from both edges. */
const gridPadding = 16;

export function useListWindow() {
  const view = useApp((model) => model.view);
  const table = useApp((model) => model.clips.table);
  const filter = useApp((model) => model.filter);
  const current = useApp((model) => model.selection.current);
  const isGrid = useApp((model) => model.state?.settings.clipsAs === 'grid');
  const element = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, height: 0, width: 0 });
  const shape = useMemo(() => (isGrid ? gridShape(seen.width - 2 * gridPadding) : listShape), [isGrid, seen.width]);
  const { lineHeight } = shape;
  const layout = useMemo(() => listLayout(view.days, shape), [view, shape]);
  const [fresh, setFresh] = useState(0);
  const held = useRef<{ key: ClipKey; index: number; below: number } | null>(null);

  // Where the list stands and how high it is.
  useLayoutEffect(() => {
    const list = element.current;
    if (!list) return;
    const look = () => {
      const top = Math.floor(list.scrollTop / stepHeight) * stepHeight;
      const { clientHeight: height, clientWidth: width } = list;
      setSeen((before) =>
        before.top === top && before.height === height && before.width === width ? before : { top, height, width },
      );
      if (list.scrollTop < stepHeight) setFresh(0);
    };
    look();
    list.addEventListener('scroll', look, { passive: true });
    const sizes = new ResizeObserver(look);
    sizes.observe(list);
    return () => {
      list.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, []);

  // A new filter starts at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is what this waits for
  useLayoutEffect(() => {
    element.current?.scrollTo(0, 0);
    held.current = null;
    setFresh(0);
  }, [filter]);

  // Rows never move under the eye: what stood at the top still stands there when clips appear above it.
  useLayoutEffect(() => {
    const list = element.current;
    const before = held.current;
    const index = before ? indexOf(table, view, before.key) : -1;
    if (!list || !before || index < 0 || index === before.index || list.scrollTop < stepHeight) return;
    list.scrollTop = rowTop(layout, index) - before.below;
    if (index > before.index) setFresh((count) => count + index - before.index);
  }, [view, table, layout]);

  // Remembers what stands at the top, after every drawing.
  useEffect(() => {
    const list = element.current;
    if (!list) return;
    const index = rowAt(layout, list.scrollTop + dayHeadHeight);
    const key = keyAt(table, view, index);
    held.current = key === null ? null : { key, index, below: rowTop(layout, index) - list.scrollTop };
  });

  // The keyboard takes the list along; a click is in sight already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the current clip, or of where it stands, scrolls
  useLayoutEffect(() => {
    const list = element.current;
    const index = indexOf(table, view, current);
    if (!list || index < 0) return;
    const top = rowTop(layout, index);
    if (top - dayHeadHeight < list.scrollTop) list.scrollTop = index === 0 ? 0 : top - dayHeadHeight;
    else if (top + lineHeight > list.scrollTop + list.clientHeight) {
      list.scrollTop = top + lineHeight - list.clientHeight;
    }
  }, [current, shape]);

  const spans: readonly DaySpan[] = visibleDays(
    layout,
    Math.max(0, seen.top - overscan),
    seen.top + seen.height + overscan,
  );
  return { element, layout, spans, fresh, toTop: () => element.current?.scrollTo({ top: 0 }) };
}
