// Over the list: what is shown and how many, saving all of it, looking for new clips.
import './list-head.css';
import { ArrowDownToLine, RefreshCw } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { unsavedKeys } from '../../store/list-view.ts';
import { useLayout } from '../use-layout.ts';
import { FilterBar } from './filter-bar.tsx';

export function ListHead() {
  const { library } = useMessages();
  const layout = useLayout();
  const store = useAppStore();
  const filter = useApp((model) => model.filter);
  const total = useApp((model) => model.view.rows.length);
  const toSave = useApp(({ view }) => view.unsaved - view.days.reduce((sum, day) => sum + day.queued, 0));
  const camera = useApp(({ clips }) => (filter.camera === null ? null : clips.table.cameras[filter.camera]?.name));
  const hasClips = useApp((model) => model.clips.counts.total > 0);
  const checking = useApp((model) => model.state?.checking ?? false);
  const signedIn = useApp((model) => model.state?.session.kind === 'signed-in');
  const checkForClips = useApp((model) => model.checkForClips);
  const title =
    camera ?? (filter.starredOnly ? library.starredClips : filter.unsavedOnly ? library.unsaved : library.allClips);

  const saveAll = () => {
    const { clips, view, save } = store.getState();
    save(unsavedKeys(clips.table, view), filter.camera === null ? { kind: 'all' } : { kind: 'selection' });
  };

  return (
    <>
      <header className="list-head">
        <h1 className="ellipsis">{title}</h1>
        {layout === 'small' ? (
          <span className="grow" />
        ) : (
          <span className="total ellipsis">{hasClips && library.clips(total)}</span>
        )}
        {layout === 'small' && <FilterBar compact />}
        {toSave > 0 && layout !== 'small' && (
          <Button aria-label={library.saveAllName(toSave)} onPress={saveAll}>
            <Icon of={ArrowDownToLine} />
            {library.saveAll(toSave)}
          </Button>
        )}
        <IconButton
          icon={RefreshCw}
          name={checking ? library.checking : library.checkNow}
          look={checking ? 'checking' : ''}
          isDisabled={checking || !signedIn}
          onPress={checkForClips}
        />
      </header>
      {layout !== 'small' && hasClips && <FilterBar />}
    </>
  );
}
