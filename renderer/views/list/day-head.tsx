// The head of a day: how many clips, and one link that saves what is not saved yet.
import './day-head.css';
import { memo } from 'react';
import { Button } from '../../components/button.tsx';
import { PlaceMark } from '../../components/place-mark.tsx';
import { useMessages } from '../../store/context.tsx';
import { type Day, toBeSaved } from '../../store/list-view.ts';

interface DayHeadProps {
  readonly day: Day;
  /** Place in the whole list, from 1, clips counted. */
  readonly ordinal: number;
  /** Days since 1970. */
  readonly today: number;
  readonly onlyUnsaved: boolean;
  readonly onSave: (day: Day) => void;
}

export const DayHead = memo(function DayHead({ day, ordinal, today, onlyUnsaved, onSave }: DayHeadProps) {
  const { library } = useMessages();
  const title = library.dayTitle(day.day, today);
  const unsaved = toBeSaved(day);
  return (
    <div className="day-head" role="row" aria-rowindex={ordinal}>
      <span className="title" role="rowheader">
        {title}
      </span>
      <span className="facts ellipsis" role="gridcell">
        {library.dayFacts(day.day, today, { ...day, onlyUnsaved })}
        {day.leftOut > 0 && `, ${library.leftOut(day.leftOut)}`}
      </span>
      <span role="gridcell">
        {unsaved > 0 ? (
          <Button look="link" size="small" aria-label={library.saveDayName(unsaved, title)} onPress={() => onSave(day)}>
            {library.saveDay(unsaved, day.total)}
          </Button>
        ) : day.queued > 0 || day.saved === day.total ? (
          <span className="all-saved">
            <PlaceMark of={day.queued > 0 ? 'busy' : 'saved'} />
            {day.queued > 0 ? library.dayWaits : library.daySaved}
          </span>
        ) : null}
      </span>
    </div>
  );
});
