// What all cameras recorded on the day of the clip in the player: a lane for each, from midnight to midnight.
import './day-of-clip.css';
import { useMemo } from 'react';
import type { Clip } from '../../store/clip-table.ts';
import { useApp, useMessages } from '../../store/context.tsx';
import { dayLanes, slotsOfDay } from '../../store/day-lanes.ts';

const hours = [0, 6, 12, 18, 24];
const dayMs = 86_400_000;

export function DayOfClip({ clip, nowMs }: { clip: Clip; nowMs: number }) {
  const { player, library } = useMessages();
  const clips = useApp((model) => model.clips);
  const { day, total, lanes } = useMemo(() => dayLanes(clips, clip), [clips, clip]);
  return (
    <section className="day-of-clip">
      <h3>
        {player.dayOfAll(day * dayMs, nowMs)}
        <span>{library.clips(total)}</span>
      </h3>
      <ul>
        {lanes.map(({ name, slots, own }) => (
          <li key={name}>
            <span className="ellipsis">{name}</span>
            <svg viewBox={`0 0 ${slotsOfDay} 12`} preserveAspectRatio="none" aria-hidden="true">
              <path d={slots.map((slot) => `M${slot} 2v8`).join('')} />
              {own !== null && <path className="own" d={`M${own} 0v12`} />}
            </svg>
          </li>
        ))}
      </ul>
      <p className="hours" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </p>
    </section>
  );
}
