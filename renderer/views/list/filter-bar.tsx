// The filters: a set one shows its value and a cross, the others open a choice or are set with one press.
import { Chip, SetChip } from '../../components/chip.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { type Filter, noFilter } from '../../store/list-view.ts';
import { CameraMenu } from '../sidebar/camera-menu.tsx';
import { useLayout } from '../use-layout.ts';
import { DayChoice } from './day-choice.tsx';
import { useFilterWords } from './use-filter-words.ts';

export function FilterBar() {
  const { library } = useMessages();
  const layout = useLayout();
  const filter = useApp((model) => model.filter);
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
  const press = (part: 'unsavedOnly' | 'starredOnly', name: string) => (
    <Chip onPress={() => setFilter({ [part]: true })}>{name}</Chip>
  );
  const small = layout === 'small';
  const camera = (
    <CameraMenu button={<Chip opens>{library.camera}</Chip>} onChoose={(camera) => setFilter({ camera })} />
  );

  return (
    <div className="filter-bar" role="group" aria-label={library.filters}>
      {chip('camera', small ? null : camera)}
      {chip('days', small ? null : <DayChoice />)}
      {chip('unsavedOnly', layout === 'wide' ? press('unsavedOnly', library.unsaved) : null)}
      {chip('starredOnly', layout === 'wide' ? press('starredOnly', library.starredClips) : null)}
      {layout !== 'wide' && <MoreFilters name={small ? library.filters : library.more} days={small} />}
    </div>
  );
}

/** What has no room as a chip of its own. */
function MoreFilters({ name, days }: { name: string; days: boolean }) {
  const { library } = useMessages();
  const { getState } = useAppStore();
  const filter = useApp((model) => model.filter);
  const today = getState().clips.time.today(Date.now());
  const ways: Readonly<Record<string, readonly [string, Partial<Filter>]>> = {
    unsaved: [library.unsaved, { unsavedOnly: true }],
    starred: [library.starredClips, { starredOnly: true }],
    ...(days && {
      today: [library.days.today, { days: { from: today, to: today } }],
      yesterday: [library.days.yesterday, { days: { from: today - 1, to: today - 1 } }],
      week: [library.days.last(7), { days: { from: today - 6, to: today } }],
    }),
  };
  const open = Object.entries(ways).filter(
    ([, [, part]]) => Object.keys(part).every((key) => filter[key as keyof Filter] === noFilter[key as keyof Filter]), // keys of a Filter
  );
  if (open.length === 0) return null;
  return (
    <Menu name={name} button={<Chip opens>{name}</Chip>} onAction={(id) => getState().setFilter(ways[id]?.[1] ?? {})}>
      {open.map(([id, [words]]) => (
        <MenuItem key={id} id={id} textValue={words}>
          {words}
        </MenuItem>
      ))}
    </Menu>
  );
}
