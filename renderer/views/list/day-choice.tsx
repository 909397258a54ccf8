// Which days to show: the usual ones with one press, any other from two dates.
import './day-choice.css';
import { useState } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { useAppStore, useMessages } from '../../store/context.tsx';
import type { DayRange } from '../../store/search-days.ts';
import { usualDays } from './usual-days.ts';

const dayMs = 86_400_000;
const isoOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

export function DayChoice() {
  const { library } = useMessages();
  const { getState } = useAppStore();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ from: '', to: '' });
  const today = getState().clips.time.today(Date.now());

  const show = (days: DayRange) => {
    getState().setFilter({ days });
    setOpen(false);
  };
  // One date alone means that day.
  const [first, last] = [typed.from || typed.to, typed.to || typed.from].map((date) => Date.parse(date) / dayMs).sort();

  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Chip opens>{library.anyDay}</Chip>
      <Popover className="menu-frame" aria-label={library.days.name} placement="bottom start" offset={4}>
        <div className="day-choice">
          {usualDays(library, today).map(({ name, days }) => (
            <Button key={name} look="plain" onPress={() => show(days)}>
              {name}
            </Button>
          ))}
          <div className="dates">
            {(['from', 'to'] as const).map((end) => (
              <label key={end}>
                {library.days[end]}
                <input
                  type="date"
                  max={isoOf(today)}
                  value={typed[end]}
                  onChange={({ target }) => setTyped({ ...typed, [end]: target.value })}
                />
              </label>
            ))}
            <Button
              isDisabled={!first || !last}
              onPress={() => first !== undefined && last !== undefined && show({ from: first, to: last })}
            >
              {library.days.show}
            </Button>
          </div>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
