// The filters: a set one shows its value and a cross, the others open a choice.
import { Chip, SetChip } from '../../components/chip.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { type Filter, noFilter } from '../../store/list-view.ts';
import { CameraMenu } from '../sidebar/camera-menu.tsx';
import { useLayout } from '../use-layout.ts';
import { DayChoice } from './day-choice.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { useFilterWords } from './use-filter-words.ts';
import { useSetFilters } from './use-set-filters.ts';

export function FilterBar() {
  const { library } = useMessages();
  const layout = useLayout();
  const filter = useSetFilters();
  const setFilter = useApp((model) => model.setFilter);
  const wordsOf = useFilterWords();
  const chip = (part: keyof Filter, open: React.ReactNode) =>
    filter[part] === noFilter[part] ? (
      open
    ) : (
      <SetChip
        key={part}
        name={library.removeFilter(wordsOf(filter, part))}
        onRemove={() => setFilter({ [part]: noFilter[part] })}
      >
        {wordsOf(filter, part)}
      </SetChip>
    );
  const small = layout === 'small';
  const camera = (
    <CameraMenu button={<Chip opens>{library.camera}</Chip>} onChoose={(camera) => setFilter({ camera })} />
  );

  return (
    <div className="filter-bar" role="group" aria-label={library.filters}>
      {chip('camera', small ? null : camera)}
      {chip('days', small ? null : <DayChoice />)}
      {chip('place', layout === 'wide' ? <FilterMenu name={library.anyPlace} parts={['place']} /> : null)}
      {chip('length', layout === 'wide' ? <FilterMenu name={library.length} parts={['length']} /> : null)}
      {chip('starredOnly', null)}
      {layout === 'medium' && <FilterMenu name={library.more} parts={['place', 'length']} />}
      {small && <FilterMenu name={library.filters} parts={['days', 'place', 'length']} />}
    </div>
  );
}
