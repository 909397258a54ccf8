// The filters: cameras from a menu, unsaved with one press; a set filter shows its value and a cross.
import { Chip, SetChip } from '../../components/chip.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { CameraMenu } from '../sidebar/camera-menu.tsx';

export function FilterBar({ compact = false }: { compact?: boolean }) {
  const { library } = useMessages();
  const filter = useApp((model) => model.filter);
  const setFilter = useApp((model) => model.setFilter);
  const camera = useApp(({ clips }) => (filter.camera === null ? null : clips.table.cameras[filter.camera]?.name));

  return (
    <div className="filter-bar" role="group" aria-label={library.filters}>
      {camera && (
        <SetChip name={library.removeFilter(camera)} onRemove={() => setFilter({ camera: null })}>
          {camera}
        </SetChip>
      )}
      {!camera && !compact && (
        <CameraMenu button={<Chip opens>{library.camera}</Chip>} onChoose={(chosen) => setFilter({ camera: chosen })} />
      )}
      {filter.unsavedOnly && (
        <SetChip name={library.removeFilter(library.unsaved)} onRemove={() => setFilter({ unsavedOnly: false })}>
          {library.unsaved}
        </SetChip>
      )}
      {!filter.unsavedOnly && !compact && (
        <Chip onPress={() => setFilter({ unsavedOnly: true })}>{library.unsaved}</Chip>
      )}
      {filter.starredOnly && (
        <SetChip name={library.removeFilter(library.starredClips)} onRemove={() => setFilter({ starredOnly: false })}>
          {library.starredClips}
        </SetChip>
      )}
      {!filter.starredOnly && !compact && (
        <Chip onPress={() => setFilter({ starredOnly: true })}>{library.starredClips}</Chip>
      )}
    </div>
  );
}
