// What a part of the filter is called.
import { useApp, useMessages } from '../../store/context.tsx';
import type { Filter } from '../../store/list-view.ts';

export function useFilterWords(): (filter: Filter, part: keyof Filter) => string {
  const { library, places } = useMessages();
  const cameras = useApp((model) => model.clips.table.cameras);
  const today = useApp(({ clips }) => clips.time.today(Date.now()));
  return (filter, part) => {
    switch (part) {
      case 'camera':
        return filter.camera === null ? '' : (cameras[filter.camera]?.name ?? '');
      case 'days':
        return filter.days === null ? '' : library.dayRange(filter.days, today);
      case 'place':
        return filter.place === null ? '' : filter.place === 'unsaved' ? library.unsaved : places.name(filter.place);
      case 'length':
        return filter.length === null ? '' : library.lengths[filter.length];
      case 'starredOnly':
        return library.starredClips;
      case 'search':
        return library.searchedFor(filter.search?.text.trim() ?? '');
    }
  };
}
