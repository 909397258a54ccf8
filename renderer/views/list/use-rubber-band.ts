// Choosing cards by drawing a box over them, from empty ground; the list scrolls where the box meets its edge.
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useAppStore } from '../../store/context.tsx';
import { keyAt } from '../../store/list-view.ts';
import { type Area, type ListLayout, rowsIn } from './list-layout.ts';

/** How far beyond the edge the list scrolls as fast as it may, and how fast that is, in pixels a frame. */
const reach = 80;
const fastest = 24;

/** `band`: what is drawn now, in the pixels of the list's sheet; null: nothing is. */
export function useRubberBand(element: RefObject<HTMLDivElement | null>, layout: ListLayout) {
  const { getState } = useAppStore();
  const [band, setBand] = useState<Area | null>(null);
  const drawing = useRef<AbortController | null>(null);
  const current = useRef(layout);
  current.current = layout;
  useEffect(() => () => drawing.current?.abort(), []);

  const onPointerDown = (event: PointerEvent) => {
    const list = element.current;
    const sheet = list?.querySelector<HTMLElement>('.sheet');
    const isGround = event.target instanceof Element && !event.target.closest('[data-clip], button');
    if (!list || !sheet || layout.shape.columns === 1 || event.button !== 0 || !isGround) return;
    if (event.clientX > list.getBoundingClientRect().left + list.clientWidth) return; // its scroll bar

    const kept = event.ctrlKey || event.metaKey ? [...getState().selection.keys] : [];
    const pointOf = (at: { clientX: number; clientY: number }) => {
      const box = sheet.getBoundingClientRect();
      return { x: at.clientX - box.left, y: at.clientY - box.top };
    };
    const start = pointOf(event);
    let last: { clientX: number; clientY: number } = event;
    const over = new AbortController();
    drawing.current?.abort();
    drawing.current = over;

    const draw = () => {
      const end = pointOf(last);
      const area = {
        left: Math.min(start.x, end.x),
        right: Math.max(start.x, end.x),
        top: Math.min(start.y, end.y),
        bottom: Math.max(start.y, end.y),
      };
      setBand(area);
      const { clips, view, selectKeys } = getState();
      const touched = rowsIn(current.current, area).flatMap((row) => keyAt(clips.table, view, row) ?? []);
      selectKeys([...kept, ...touched]);
    };
    const scroll = () => {
      if (over.signal.aborted) return;
      const { top, bottom } = list.getBoundingClientRect();
      const beyond = Math.min(0, last.clientY - top) + Math.max(0, last.clientY - bottom);
      if (beyond !== 0) {
        list.scrollTop += fastest * Math.max(-1, Math.min(1, beyond / reach));
        draw();
      }
      requestAnimationFrame(scroll);
    };
    const move = (at: globalThis.PointerEvent) => {
      last = at;
      draw();
    };
    const end = () => {
      over.abort();
      setBand(null);
    };
    window.addEventListener('pointermove', move, { signal: over.signal });
    window.addEventListener('pointerup', end, { signal: over.signal });
    window.addEventListener('blur', end, { signal: over.signal });
    requestAnimationFrame(scroll);
  };
  return { band, onPointerDown };
}
