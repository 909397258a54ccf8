// A chip that opens the usual values of one or more parts of the filter, without those that are set.
import { ArrowDownToLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip } from '../../components/chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { Menu, MenuGroup, MenuItem } from '../../components/menu.tsx';
import { PlaceMark } from '../../components/place-mark.tsx';
import { useAppStore, useMessages } from '../../store/context.tsx';
import { type Filter, noFilter } from '../../store/list-view.ts';
import { useSetFilters } from './use-set-filters.ts';
import { usualDays } from './usual-days.ts';

export type MenuPart = 'days' | 'place' | 'length';

interface Way {
  readonly words: string;
  readonly mark: ReactNode;
  readonly filter: Partial<Filter>;
}

const placesShown = ['on-drive', 'saved', 'only-here', 'cached', 'removed-by-you', 'gone'] as const;
const lengthsShown = ['short', 'medium', 'long', 'unknown'] as const;

export function FilterMenu({ name, parts }: { name: string; parts: readonly MenuPart[] }) {
  const { library, places } = useMessages();
  const { getState } = useAppStore();
  const filter = useSetFilters();
  const today = getState().clips.time.today(Date.now());
  const groups: Readonly<Record<MenuPart, { readonly name: string; readonly ways: readonly Way[] }>> = {
    days: {
      name: library.days.name,
      ways: usualDays(library, today).map(({ name: words, days }) => ({ words, mark: null, filter: { days } })),
    },
    place: {
      name: library.place,
      ways: [
        { words: library.unsaved, mark: <Icon of={ArrowDownToLine} size={14} />, filter: { place: 'unsaved' } },
        ...placesShown.map((place) => ({
          words: places.name(place),
          mark: <PlaceMark of={place} />,
          filter: { place },
        })),
      ],
    },
    length: {
      name: library.length,
      ways: lengthsShown.map((length) => ({ words: library.lengths[length], mark: null, filter: { length } })),
    },
  };
  const open = parts.filter((part) => filter[part] === noFilter[part]).map((part) => groups[part]);
  if (open.length === 0) return null;
  const choose = (words: string) => {
    const way = open.flatMap(({ ways }) => ways).find((each) => each.words === words);
    if (way) getState().setFilter(way.filter);
  };
  const items = ({ ways }: { readonly ways: readonly Way[] }) =>
    ways.map(({ words, mark }) => (
      <MenuItem key={words} id={words} textValue={words}>
        {mark}
        {words}
      </MenuItem>
    ));
  return (
    <Menu name={name} button={<Chip opens>{name}</Chip>} onAction={choose}>
      {open.length === 1
        ? open.map(items)
        : open.map((group) => (
            <MenuGroup key={group.name} name={group.name}>
              {items(group)}
            </MenuGroup>
          ))}
    </Menu>
  );
}
