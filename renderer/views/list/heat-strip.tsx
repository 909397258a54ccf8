// One bar for each of the last days, as high as it has clips: pressing or drawing over bars shows their days only.
import './heat-strip.css';
import { type KeyboardEvent, memo, type PointerEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { heatOf } from '../../store/heat.ts';
import type { Filter } from '../../store/list-view.ts';
import { useLayout } from '../use-layout.ts';
import { useMinute } from '../use-minute.ts';

const daysDrawn = { wide: 56, medium: 28, small: 0 };

/** Drawn after the list: it is an extra, and nobody waits for it while typing. */
export function HeatStrip() {
  return <Strip filter={useDeferredValue(useApp((model) => model.filter))} />;
}

const Strip = memo(function Strip({ filter }: { filter: Filter }) {
  const { library } = useMessages();
  const { getState } = useAppStore();
  const total = daysDrawn[useLayout()];
  const clips = useApp((model) => model.clips);
  const range = useApp((model) => model.filter.days);
  const today = clips.time.today(useMinute());
  const counts = useMemo(() => heatOf(clips, filter, today, total), [clips, filter, today, total]);
  /** Where a range began, and the day that the keyboard stands on. */
  const anchor = useRef(today);
  const [current, setCurrent] = useState(today);
  const [drawing, setDrawing] = useState(false);
  if (total === 0) return null;

  const oldest = today - total + 1;
  const most = Math.max(1, ...counts);
  const days = Array.from(counts, (count, index) => ({ day: oldest + index, count }));
  const show = (from: number, to: number) =>
    getState().setFilter({ days: { from: Math.min(from, to), to: Math.max(from, to) } });
  const clear = () => getState().setFilter({ days: null });

  const dayUnder = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return oldest + Math.min(total - 1, Math.max(0, Math.floor(((clientX - left) / width) * total)));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const day = dayUnder(event);
    if (!event.shiftKey) anchor.current = day;
    setDrawing(true);
    setCurrent(day);
    show(anchor.current, day);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const day = dayUnder(event);
    if (!drawing || day === current) return;
    setCurrent(day);
    show(anchor.current, day);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -total, End: total }[event.key];
    if (steps !== undefined) {
      const day = Math.min(today, Math.max(oldest, current + steps));
      setCurrent(day);
      if (event.shiftKey) show(anchor.current, day);
      else anchor.current = day;
    } else if (event.key === 'Enter' || event.key === ' ') show(anchor.current, current);
    else if (event.key === 'Escape' || event.key === 'Backspace') clear();
    else return;
    event.preventDefault();
  };

  return (
    <div className="heat-strip">
      <div
        className="bars"
        role="listbox"
        tabIndex={0}
        aria-label={library.heat}
        aria-orientation="horizontal"
        aria-multiselectable
        aria-activedescendant={`heat-${current}`}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => setDrawing(false)}
        onDoubleClick={clear}
        onKeyDown={onKeyDown}
      >
        {days.map(({ day, count }) => {
          const name = library.heatDay(day, today, count);
          const chosen = range !== null && day >= range.from && day <= range.to;
          return (
            <span
              key={day}
              id={`heat-${day}`}
              className={`bar${day === current ? ' current' : ''}${count === 0 ? ' none' : ''}`}
              role="option"
              aria-selected={chosen}
              aria-label={name}
              title={name}
            >
              <i style={{ blockSize: `${Math.max(count === 0 ? 2 : 8, (count / most) * 100)}%` }} />
            </span>
          );
        })}
      </div>
      <div className="months" aria-hidden="true">
        {days
          .filter(({ day }) => new Date(day * 86_400_000).getUTCDate() === 1 && day < today - 4)
          .map(({ day }) => (
            <span key={day} style={{ insetInlineStart: `${((day - oldest) / total) * 100}%` }}>
              {library.heatMonth(day)}
            </span>
          ))}
        <span className="today">{library.days.today}</span>
      </div>
    </div>
  );
});
